/** Whether two values of the contract, which are plain data with their fields in one order, say the same. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

import { CallError } from '#shared/contract/errors.ts';
import { isAmountOutOfRange } from '#shared/domain/totals.ts';
import { StoreError } from './store/store-error.ts';

/** Gives the errors of domain and store, which know no contract, their code; anything else stays as it is. */
export function translateError(error: unknown): unknown {
  if (error instanceof StoreError) return new CallError(error.code, error.message, error.details, { cause: error });
  if (isAmountOutOfRange(error)) {
    return new CallError('amount-out-of-range', error.message, { figure: error.figure }, { cause: error });
  }
  return error;
}

/** Runs work and translates what it throws. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translateError(error);
  }
}

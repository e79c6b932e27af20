/** The steps of the assistant, in their order. */
export const STEPS = ['company', 'tax', 'bank', 'numbers', 'test'] as const;
export type StepName = (typeof STEPS)[number];

/** What every step but the last offers: it saves what stands in it. */
export interface Step {
  /** True when all of it is stored; otherwise what is wrong stands at its field. */
  save: () => Promise<boolean>;
}

/** What stands in the step of the numbers, as long as the assistant is open. */
export interface NumberStepInput {
  goesOn: boolean;
  lastNumber: string;
  /** Which of several readings was chosen; '' as long as none is. */
  pattern: string;
  yearlyReset: boolean;
}

/** Terms while they are typed: a field may be empty. */
export interface TermsInput {
  dueDays: number | null;
  skontoDays: number | null;
  /** '' is none. */
  skontoPercent: string;
}

/**
 * What is wrong with an e-invoice, in the three classes of the BMF letter of 15.10.2025 (F3.2): the file would not be
 * readable (format), breaks a rule of EN 16931 or XRechnung (business-rule), or says what cannot be right (content).
 */
export interface Finding {
  /** Id of the official rule; `XML`, `XSD` and `LEITWEG-ID` are ours. */
  rule: string;
  /** Where it is mended: `company.address.city`, `customer.email`, `profile.phone`, `invoice.servicePeriod`, `entries.3.title`. */
  field: string;
  class: 'format' | 'business-rule' | 'content';
  /** The official rules reject a file with an error and accept one with a warning. */
  severity: 'error' | 'warning';
}

/** A broken rule that makes the official rules reject the file. */
export function error(rule: string, field: string): Finding {
  return { rule, field, class: 'business-rule', severity: 'error' };
}

/** A broken rule that the official rules only remark on. */
export function warning(rule: string, field: string): Finding {
  return { rule, field, class: 'business-rule', severity: 'warning' };
}

/** The finding, unless the condition holds. */
export function unless(condition: boolean, finding: Finding): Finding[] {
  return condition ? [] : [finding];
}

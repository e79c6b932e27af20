import { companyCalls } from './company.ts';
import { customerCalls } from './customers.ts';
import { invoiceCalls } from './invoices.ts';
import { numberingCalls } from './numbering.ts';
import { officeCalls } from './office.ts';
import { profileCalls } from './profiles.ts';
import { templateCalls } from './templates.ts';
import { textBlockCalls } from './text-blocks.ts';
import { vatRateCalls } from './vat-rates.ts';

/** Every call of the host. Adding one: a line in its subject's file here, a handler in the subject's folder there. */
export const contract = {
  ...companyCalls,
  ...profileCalls,
  ...customerCalls,
  ...vatRateCalls,
  ...templateCalls,
  ...textBlockCalls,
  ...numberingCalls,
  ...invoiceCalls,
  ...officeCalls,
};
export type KontorContract = typeof contract;

import { companyCalls } from './company.ts';
import { customerCalls } from './customers.ts';
import { invoiceListCalls } from './invoice-list.ts';
import { invoiceStepCalls } from './invoice-steps.ts';
import { invoiceCalls } from './invoices.ts';
import { journalCalls } from './journal.ts';
import { numberingCalls } from './numbering.ts';
import { officeFileCalls } from './office-files.ts';
import { officeCalls } from './office.ts';
import { preferenceCalls } from './preferences.ts';
import { profileCalls } from './profiles.ts';
import { savedFilterCalls } from './saved-filters.ts';
import { templateCalls } from './templates.ts';
import { textBlockCalls } from './text-blocks.ts';
import { vatRateCalls } from './vat-rates.ts';
import { workspaceCalls } from './workspace.ts';

/** Every call of an open office. Adding one: a line in its subject's file here, a handler in the subject's folder there. */
export const officeContract = {
  ...companyCalls,
  ...profileCalls,
  ...customerCalls,
  ...vatRateCalls,
  ...templateCalls,
  ...textBlockCalls,
  ...numberingCalls,
  ...invoiceCalls,
  ...invoiceListCalls,
  ...invoiceStepCalls,
  ...savedFilterCalls,
  ...journalCalls,
  ...officeCalls,
  ...workspaceCalls,
};
/** Every call of the application around it (`electron/application`): which office is open, how the window looks. */
export const applicationContract = { ...officeFileCalls, ...preferenceCalls };
/** Every call of a window. */
export const contract = { ...officeContract, ...applicationContract };
export type OfficeContract = typeof officeContract;
export type ApplicationContract = typeof applicationContract;
export type KontorContract = typeof contract;

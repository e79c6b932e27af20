import { api } from '../../api/index.ts';

/** The PDF of the test invoice, for `PageView`. */
export async function loadTestInvoice(): Promise<Uint8Array> {
  return (await api['company.testInvoice']({})).content;
}

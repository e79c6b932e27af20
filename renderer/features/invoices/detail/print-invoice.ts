import { api } from '../../../api/index.ts';
import { printPdf } from '../../../components/pdf/print-pdf.ts';

/**
 * Prints the page of an invoice through the system's dialog: of a draft as it is now, of a final one the stored PDF.
 * @throws CallError as `invoices.pdf`
 */
export async function printInvoice(id: number): Promise<void> {
  const { fileName, content } = await api['invoices.pdf']({ id, purpose: 'print' });
  await printPdf(content, fileName.replace(/\.pdf$/, ''));
}

import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { documentLine, documentText, invoiceDocument } from '../../builders/invoice-document.ts';

const WORK = ['Wartung', 'Beratung', 'Schulung', 'Montage', 'Prüfung', 'Anfahrt', 'Reinigung', 'Ersatzteil'];

/** An invoice of 10 lines over two VAT rates, with another number, texts and figures in each round. */
export function tenLines(round: number): InvoiceDocument {
  const entries = Array.from({ length: 10 }, (_, index) => {
    const seed = round * 10 + index;
    const work = WORK[seed % WORK.length] ?? '';
    return documentLine({
      title: `${work} ${seed}`,
      description: documentText('body', `Leistung ${seed} nach Aufwand, mit Protokoll`).content,
      quantity: 10_000 + seed * 2_500,
      unitPrice: 450_000 + seed * 1_900,
      vat: { category: 'S', percent: index % 3 === 0 ? 700 : 1900 },
    });
  });
  return invoiceDocument({ number: `RE-2026-${1000 + round}`, title: `Auftrag ${round}`, entries });
}

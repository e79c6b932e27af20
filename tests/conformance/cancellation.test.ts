import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cancellationOf } from '#shared/domain/cancellation.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { checkDocument } from '../../electron/host/output/einvoice/check-document.ts';
import { proveUbl, renderXRechnung } from '../../electron/host/output/einvoice/index.ts';
import { randomDocument } from './random-document.ts';
import { officialFindings, rejects, rulesAreAbsent } from './rules.ts';

const OWN = { number: 'RE-2026-0099', issueDate: '2026-12-01', madeAt: '2026-12-01T08:00:00.000Z', reason: null };
const RUNS = 40;

/** The host asks for VAT in EUR only where there is VAT; the random documents know no such care. */
function isProvable(document: InvoiceDocument): boolean {
  try {
    proveUbl(renderXRechnung(document).xml, document);
    return true;
  } catch {
    return false;
  }
}

const errorsOf = (document: InvoiceDocument) => checkDocument(document).filter(({ severity }) => severity === 'error');
/** Only what can have become final can be cancelled. */
const sound = randomDocument
  .map((document) => ({ ...document, kind: 'invoice' as const, precedingInvoice: null }))
  .filter(({ number }) => number !== null && number.trim() !== '')
  .filter((document) => errorsOf(document).length === 0 && isProvable(document));

describe.skipIf(rulesAreAbsent)('the official rules', () => {
  test('[F5.7] [F2.6] accept the Stornorechnung of every invoice that they accept', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(sound, async (document) => {
        const cancellation = cancellationOf(document, OWN);
        expect(errorsOf(cancellation)).toEqual([]);
        const { xml } = renderXRechnung(cancellation);
        proveUbl(xml, cancellation);
        expect((await officialFindings(xml)).filter(rejects)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

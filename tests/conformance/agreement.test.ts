import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEInvoice } from '../../electron/host/output/einvoice/check.ts';
import { toEInvoice } from '../../electron/host/output/einvoice/from-document.ts';
import { writeUbl } from '../../electron/host/output/einvoice/ubl.ts';
import { randomDocument } from './random-document.ts';
import { officialFindings, rejects, rulesAreAbsent } from './rules.ts';

const LONG = process.env['KONTOR_LONG'] === '1';
const RUNS = LONG ? 2_000 : 80;
/** A document costs a tenth of a second, several tenths on a busy machine. */
const TIMEOUT = RUNS * 1_000;

/** Official ids and those of ours that have the same cause; we report each cause once. */
const SAME_CAUSE: Partial<Record<string, string[]>> = {
  XSD: ['BR-02', 'BR-16', 'BR-55'],
  'BR-33': ['BR-CO-21'],
  'BR-57': ['BR-IC-12'],
  'BR-61': ['BR-DE-23-a'],
  'BR-AE-03': ['BR-AE-02'],
  'BR-CO-18': ['BR-16'],
  'BR-DE-19': ['BR-DE-23-a'],
  'BR-DE-27': ['BR-DE-6'],
  'BR-DE-28': ['BR-DE-7'],
  'BR-E-06': ['BR-E-05'],
  'BR-IC-03': ['BR-IC-02'],
  'BR-G-03': ['BR-G-02'],
  'BR-S-06': ['BR-S-05'],
  'BR-O-02': ['BR-O-11'],
  'BR-O-03': ['BR-O-11'],
  'BR-O-12': ['BR-O-11'],
  'BR-O-13': ['BR-O-11'],
  'PEPPOL-EN16931-R053': ['BR-16'],
  'PEPPOL-EN16931-R054': ['BR-16', 'BR-53'],
  'PEPPOL-EN16931-R055': ['BR-53'],
  'UBL-SR-07': ['BR-55'],
};
for (const family of ['S', 'Z', 'E', 'AE', 'IC', 'G']) {
  SAME_CAUSE[`BR-${family}-02`] = [...(SAME_CAUSE[`BR-${family}-02`] ?? []), 'BR-DE-16'];
  SAME_CAUSE[`BR-${family}-03`] = [...(SAME_CAUSE[`BR-${family}-03`] ?? []), 'BR-DE-16'];
}

/** Stricter than the official rules on purpose, which only warn. */
const STRICTER = 'BR-DE-26';

describe.skipIf(rulesAreAbsent)('our rule check and the official rules', () => {
  test(
    '[B3.6] find the same errors and warnings in random documents, sound and broken',
    async () => {
      const counts = { accepted: 0, rejected: 0 };
      await fc.assert(
        fc.asyncProperty(randomDocument, async (document) => {
          const invoice = toEInvoice(document);
          const own = checkEInvoice(invoice);
          const official = await officialFindings(writeUbl(invoice));
          const rejected = official.some(rejects);
          counts[rejected ? 'rejected' : 'accepted'] += 1;

          const ownRules = new Set(own.map(({ rule }) => rule));
          const missed = official
            .map(({ id }) => id)
            .filter((id) => {
              return ![id, ...(SAME_CAUSE[id] ?? [])].some((rule) => ownRules.has(rule));
            });
          expect(missed, 'found by the official rules only').toEqual([]);

          const officialErrors = new Set(official.filter(rejects).map(({ id }) => id));
          const officialRemarks = new Set(official.map(({ id }) => id));
          const invented = own.filter(({ rule, severity }) => {
            // Without lines the official rule holds for "every line".
            if (rule === 'BR-DE-TMP-32' && ownRules.has('BR-16')) return false;
            const among = severity === 'error' && rule !== STRICTER ? officialErrors : officialRemarks;
            return !among.has(rule);
          });
          expect(invented, 'found by our check only').toEqual([]);

          const errors = own.filter(({ rule, severity }) => severity === 'error' && rule !== STRICTER);
          expect(rejected).toBe(errors.length > 0);
        }),
        { numRuns: RUNS },
      );
      expect(Math.min(counts.accepted, counts.rejected)).toBeGreaterThan(RUNS / 20);
    },
    TIMEOUT,
  );
});

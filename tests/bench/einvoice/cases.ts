import { deepStrictEqual } from 'node:assert/strict';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import type { BenchCase } from '../../../build/lib/bench.ts';
import { timed } from '../../../build/lib/bench.ts';
import { renderXRechnung } from '../../../electron/host/output/einvoice/index.ts';
import { expectedContent, readContent } from './content.ts';
import { tenLines } from './documents.ts';
import * as eInvoiceEu from './e-invoice-eu.ts';
import * as nodeZugferd from './node-zugferd.ts';

/** Documents that are made and timed one after the other in a round: one alone is too short to be timed well. */
const BATCH = 20;

/** Documents that each side makes before it is timed. */
const WARM_UP = 100;

/**
 * An XRechnung of 10 lines against its peers. Our side is timed from the frozen document on, with the rule check; the peers'
 * from their own input on. Each round makes documents of other content; the figure is the time for one.
 */
export function eInvoiceCases(): BenchCase[] {
  return [
    benchCase('node-zugferd (CII)', 'xrechnung-node-zugferd', { batch: BATCH, warmUp: WARM_UP }, nodeZugferd),
    // A third of a second each: fewer of them do.
    benchCase('@e-invoice-eu/core (UBL)', 'xrechnung-e-invoice-eu', { batch: 2, warmUp: 4 }, eInvoiceEu),
  ];
}

function benchCase<Input>(
  against: string,
  goalId: string,
  peerSize: { batch: number; warmUp: number },
  peer: { peerInput: (document: InvoiceDocument) => Input; peerXml: (input: Input) => Promise<string> },
): BenchCase {
  return {
    case: 'XRechnung, 10 lines',
    against,
    unit: 'ms',
    goalId,
    prove: async () => {
      const document = tenLines(0);
      const expected = expectedContent(document);
      deepStrictEqual(readContent(new TextDecoder().decode(renderXRechnung(document).xml)), expected);
      deepStrictEqual(readContent(await peer.peerXml(peer.peerInput(document))), expected);
      batch(1, WARM_UP).forEach(renderXRechnung);
      for (const warmUp of batch(1, peerSize.warmUp)) await peer.peerXml(peer.peerInput(warmUp));
    },
    ours: async (round) => {
      const documents = batch(round, BATCH);
      return (await timed(() => documents.map(renderXRechnung))) / BATCH;
    },
    peer: async (round) => {
      const inputs = batch(round, peerSize.batch).map(peer.peerInput);
      const work = async (): Promise<void> => {
        for (const input of inputs) await peer.peerXml(input);
      };
      return (await timed(work)) / peerSize.batch;
    },
  };
}

function batch(round: number, size: number): InvoiceDocument[] {
  return Array.from({ length: size }, (_, index) => tenLines(round * size + index));
}

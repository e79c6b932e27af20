import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { formatCents } from '#shared/domain/decimal.ts';
import { richTextToPlain } from '#shared/domain/rich-text.ts';
import { create } from 'xmlbuilder2';

/** What a file says, whatever its syntax: ids, texts and amounts of lines, totals. */
export interface Content {
  number: string;
  lines: { id: string; name: string; description: string; net: string }[];
  totals: { net: string; vat: string; gross: string; payable: string };
}

interface Node {
  nodeName: string;
  childNodes: Iterable<Node>;
  textContent: string | null;
}

const UBL = {
  number: 'cbc:ID',
  lines: 'cac:InvoiceLine',
  line: {
    id: 'cbc:ID',
    name: 'cac:Item/cbc:Name',
    description: 'cac:Item/cbc:Description',
    net: 'cbc:LineExtensionAmount',
  },
  totals: {
    net: 'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount',
    vat: 'cac:TaxTotal/cbc:TaxAmount',
    gross: 'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount',
    payable: 'cac:LegalMonetaryTotal/cbc:PayableAmount',
  },
};

const TRANSACTION = 'rsm:SupplyChainTradeTransaction';
const SUMMATION = `${TRANSACTION}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
const CII = {
  number: 'rsm:ExchangedDocument/ram:ID',
  lines: `${TRANSACTION}/ram:IncludedSupplyChainTradeLineItem`,
  line: {
    id: 'ram:AssociatedDocumentLineDocument/ram:LineID',
    name: 'ram:SpecifiedTradeProduct/ram:Name',
    description: 'ram:SpecifiedTradeProduct/ram:Description',
    net: 'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
  },
  totals: {
    net: `${SUMMATION}/ram:TaxBasisTotalAmount`,
    vat: `${SUMMATION}/ram:TaxTotalAmount`,
    gross: `${SUMMATION}/ram:GrandTotalAmount`,
    payable: `${SUMMATION}/ram:DuePayableAmount`,
  },
};

/** Reads a UBL or CII file; throws when it is neither. */
export function readContent(xml: string): Content {
  const root: Node = create(xml).root().node;
  const syntax = /(^|:)Invoice$/.test(root.nodeName) ? UBL : /:CrossIndustryInvoice$/.test(root.nodeName) ? CII : null;
  if (syntax === null) throw new Error(`${root.nodeName} is no invoice`);
  const { totals, line } = syntax;
  return {
    number: textAt(root, syntax.number),
    lines: nodesAt(root, syntax.lines).map((node) => ({
      id: textAt(node, line.id),
      name: textAt(node, line.name),
      description: textAt(node, line.description),
      net: textAt(node, line.net),
    })),
    totals: {
      net: textAt(root, totals.net),
      vat: textAt(root, totals.vat),
      gross: textAt(root, totals.gross),
      payable: textAt(root, totals.payable),
    },
  };
}

/** What the file must say, told from the totals and not from either writer. */
export function expectedContent({ number, entries, totals }: InvoiceDocument): Content {
  const lines = entries.filter((entry) => entry.kind === 'line');
  return {
    number: number ?? '',
    lines: lines.map(({ position, title, description }, index) => ({
      id: String(position),
      name: title,
      description: description === null ? '' : richTextToPlain(description),
      net: formatCents(totals.lines[index]?.net ?? 0),
    })),
    totals: {
      net: formatCents(totals.net),
      vat: formatCents(totals.vat),
      gross: formatCents(totals.gross),
      payable: formatCents(totals.gross),
    },
  };
}

function nodesAt(node: Node, path: string): Node[] {
  return path
    .split('/')
    .reduce<Node[]>(
      (nodes, name) => nodes.flatMap(({ childNodes }) => [...childNodes].filter((one) => one.nodeName === name)),
      [node],
    );
}

function textAt(node: Node, path: string): string {
  return nodesAt(node, path)[0]?.textContent?.trim() ?? '';
}

import { InvoiceService } from '@e-invoice-eu/core';
import type { Invoice } from '@e-invoice-eu/core';
import { create } from 'xmlbuilder2';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { toEInvoice } from '../../../electron/host/output/einvoice/from-document.ts';
import { writeUbl } from '../../../electron/host/output/einvoice/ubl.ts';

/** Elements that the peer's JSON holds as lists. */
const LISTS = new Set([
  'cbc:Note',
  'cac:PaymentMeans',
  'cac:AllowanceCharge',
  'cac:TaxTotal',
  'cac:TaxSubtotal',
  'cac:InvoiceLine',
]);
const SELLER_LISTS = new Set(['cac:PartyIdentification', 'cac:PartyTaxScheme']);

interface Node {
  nodeName: string;
  nodeType: number;
  childNodes: Iterable<Node>;
  textContent: string | null;
  attributes?: Iterable<{ name: string; value: string }>;
}
type Json = string | Json[] | { [key: string]: Json };

/** The same invoice in the peer's JSON, which is UBL with attributes as `name@attribute`. */
export function peerInput(document: InvoiceDocument): Invoice {
  const root: Node = create(writeUbl(toEInvoice(document))).root().node;
  return { 'ubl:Invoice': toJson(root, false) } as unknown as Invoice;
}

function toJson(node: Node, inSeller: boolean): Json {
  const children = [...node.childNodes].filter(({ nodeType }) => nodeType === 1);
  if (children.length === 0) return node.textContent ?? '';
  const json: { [key: string]: Json } = {};
  for (const child of children) {
    const name = child.nodeName;
    const seller = inSeller || name === 'cac:AccountingSupplierParty';
    const value = toJson(child, seller);
    const list =
      (LISTS.has(name) && !(name === 'cbc:Note' && node.nodeName !== 'Invoice')) || (seller && SELLER_LISTS.has(name));
    const before = json[name];
    if (list) json[name] = Array.isArray(before) ? [...before, value] : [value];
    else json[name] = value;
    for (const attribute of child.attributes ?? []) json[`${name}@${attribute.name}`] = attribute.value;
  }
  return json;
}

const service = new InvoiceService({ log: () => undefined, warn: () => undefined, error: () => undefined });

/** The peer's work: validate and write UBL XRechnung. */
export async function peerXml(input: Invoice): Promise<string> {
  const xml = await service.generate(input, { format: 'XRECHNUNG-UBL', lang: 'de-de', noWarnings: true });
  return typeof xml === 'string' ? xml : new TextDecoder().decode(xml);
}

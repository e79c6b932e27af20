import type { DocumentEntry, InvoiceDocument } from '#shared/domain/invoice-document.ts';
import type { RichText } from '#shared/domain/rich-text.ts';
import { LATIN } from './font/characters.ts';

export interface UnsupportedCharacter {
  /** Path in the document: `buyer.name`, `entries.3.title`. */
  field: string;
  character: string;
  codePoint: number;
}

/** How sentences name it: `{ character: '🛠', codePoint: 'U+1F6E0' }`. */
export function characterParameters({ character, codePoint }: UnsupportedCharacter) {
  return { character, codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}` };
}

function plainText(content: RichText): string {
  return content.blocks
    .flatMap((block) => (block.type === 'paragraph' ? block.inlines : block.items.flat()))
    .map((inline) => (inline.type === 'text' ? inline.text : ''))
    .join('');
}

function entryFields(entry: DocumentEntry, path: string): [string, string][] {
  if (entry.kind === 'text') return [[`${path}.content`, plainText(entry.content)]];
  return [
    [`${path}.title`, entry.title],
    [`${path}.description`, entry.description ? plainText(entry.description) : ''],
  ];
}

function textsIn(path: string, record: object): [string, string][] {
  return Object.entries(record).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}.${name}`, value]] : [],
  );
}

/** Every text of the document that somebody typed and that is printed. */
function printedFields(document: InvoiceDocument): [string, string][] {
  const { seller, buyer, responsible, buyerContact, payment, language } = document;
  return [
    ['number', document.number ?? ''],
    ['title', document.title],
    ['reference', document.reference],
    ...textsIn('seller', seller),
    ...textsIn('seller.address', seller.address),
    ...textsIn('responsible', responsible),
    ['buyer.number', buyer.number],
    ['buyer.name', buyer.name],
    ['buyer.vatId', buyer.vatId],
    ...textsIn('buyer.address', buyer.address),
    ['buyerContact.name', buyerContact?.name ?? ''],
    ...textsIn('payment', payment),
    ...document.entries.flatMap((entry, index) => entryFields(entry, `entries.${index}`)),
    ...document.allowances.map(({ name }, index): [string, string] => [`allowances.${index}.name`, name]),
    ...document.vatNotices.map(({ text }, index): [string, string] => [`vatNotices.${index}.text`, text]),
    ['exchangeRate.source', document.exchangeRate?.source ?? ''],
    ['precedingInvoice.number', document.precedingInvoice?.number ?? ''],
    ...textsIn(`template.labels.${language}`, document.template.labels[language]),
  ];
}

/** What every face of the shipped font has; a test compares it with the fonts, so that this file need not load them. */
const PRINTABLE: ReadonlySet<number> = new Set(LATIN);

/**
 * Characters of the document that cannot be printed, each once per field and in order of appearance; none: it can be
 * printed. Opens no font: the thread that answers calls asks this, and only the rendering thread pays for fonts.
 */
export function unsupportedCharacters(document: InvoiceDocument): UnsupportedCharacter[] {
  return printedFields(document).flatMap(([field, text]) => {
    const characters = new Set(text.normalize('NFC'));
    return [...characters]
      .map((character) => ({ field, character, codePoint: character.codePointAt(0) ?? 0 }))
      .filter(({ codePoint }) => !PRINTABLE.has(codePoint));
  });
}

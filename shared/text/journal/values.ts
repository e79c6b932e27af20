import { CURRENCIES, type Currency } from '../../domain/currencies.ts';
import { formatDate, isIsoDate } from '../../domain/dates.ts';
import { parsePercent, parseQuantity, parseUnitPrice } from '../../domain/decimal.ts';
import { formatAmount, formatMoney, formatNumber, formatPercentage } from '../../domain/number-format.ts';
import { richTextToPlain, type RichText } from '../../domain/rich-text.ts';
import type { Language } from '../../domain/template.ts';
import { UNITS, type Unit } from '../../domain/units.ts';
import { unitName, unitOf } from '../units.ts';
import { WORDS } from './words.ts';

/** What JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** What makes an entry of the journal readable. */
export interface JournalContext {
  language: Language;
  /** What the amounts of the record are in; null: not known. */
  currency: string | null;
  /** What a record is called today; null when it is gone. */
  nameOf: (record: string, id: number) => string | null;
}

/** A value longer than this is cut: the entry names what changed, the record shows all of it. */
const LONGEST = 120;
const HASH_BEGINNING = 12;

const AMOUNTS = ['amount', 'paid', 'netFrom', 'netTo', 'net', 'vat', 'gross'];
const DAYS = ['date', 'start', 'end', 'issueDate', 'sentOn', 'validFrom', 'issuedFrom', 'issuedTo'];
const PERCENTS = ['percent', 'skontoPercent'];
const REFERENCES: Readonly<Record<string, string>> = {
  ...{ customerId: 'customer', customerIds: 'customer', responsibleId: 'profile', responsibleIds: 'profile' },
  ...{ templateId: 'template', vatRateId: 'vatRate', copiedFrom: 'invoice' },
};

/** One value of a field as people read it; `null` when nothing stands there. `field` is its last name. */
export function journalValue(field: string, value: Json, context: JournalContext): string | null {
  if (value === null || value === '') return null;
  if (Array.isArray(value)) {
    const parts = value.map((part) => journalValue(field, part, context)).filter((part) => part !== null);
    return parts.length === 0 ? null : shortened(parts.join('; '));
  }
  if (typeof value === 'object') return shortened(objectText(value, context));
  if (typeof value === 'boolean') return WORDS[value ? 'yes' : 'no'][context.language];
  return typeof value === 'number' ? numberText(field, value, context) : shortened(wordsOf(field, value, context));
}

function numberText(field: string, value: number, { language, currency, nameOf }: JournalContext): string {
  if (AMOUNTS.includes(field)) return money(value, currency, language);
  const record = own(REFERENCES, field);
  if (record !== undefined) return nameOf(record, value) || WORDS.gone[language].replace('{id}', String(value));
  return formatNumber(value, 0, language);
}

function money(cents: number, currency: string | null, language: Language): string {
  return isCurrency(currency) ? formatMoney(cents, currency, language) : formatAmount(cents, language);
}

function isCurrency(text: string | null): text is Currency {
  return CURRENCIES.some((currency) => currency === text);
}

function wordsOf(field: string, value: string, { language, currency }: JournalContext): string {
  if (/hash$/i.test(field)) return `${value.slice(0, HASH_BEGINNING)}…`;
  if (DAYS.includes(field) && isIsoDate(value)) return formatDate(value, language);
  if (PERCENTS.includes(field))
    return formatted(parsePercent(value), value, (number) => formatPercentage(number, language));
  if (field === 'quantity')
    return formatted(parseQuantity(value), value, (number) => formatNumber(number, 4, language));
  if (field === 'unitPrice')
    return formatted(parseUnitPrice(value), value, (number) =>
      withCurrency(formatNumber(number, 4, language, 2), currency),
    );
  if (field === 'unit') return isUnit(value) ? unitName(value, language) : value;
  return own(WORDS, `${field}.${value}`)?.[language] ?? value;
}

function withCurrency(figure: string, currency: string | null): string {
  if (currency === null) return figure;
  return `${figure}\u00a0${currency === 'EUR' ? '€' : currency}`;
}

function formatted(number: number | null, value: string, format: (number: number) => string): string {
  return number === null ? value : format(number);
}

function isUnit(name: string): name is Unit {
  return Object.hasOwn(UNITS, name);
}

/** A thing with parts in one line: a position, a discount, a text; anything else is its values, one after the other. */
function objectText(value: Record<string, Json>, context: JournalContext): string {
  if (isRichText(value)) return richTextToPlain(value);
  const part = (field: string): string => journalValue(field, value[field] ?? null, context) ?? '';
  if (value['kind'] === 'line') return lineText(value, context);
  if (value['kind'] === 'text') return part('content');
  if (value['kind'] === 'percent') return part('percent');
  if (value['kind'] === 'amount') return part('amount');
  // Canonical JSON sorts by the alphabet, but a thing is called by its name.
  const { name, ...others } = value;
  const texts = Object.entries({ ...(name !== undefined && { name }), ...others })
    .filter(([field]) => !isMeta(field))
    .map(([field, inner]) => journalValue(field, inner, context))
    .filter((inner) => inner !== null);
  return texts.join(', ');
}

/** "3,5 Stunden Wartung à 120,00 €, −10 %". */
function lineText(line: Record<string, Json>, context: JournalContext): string {
  const part = (field: string): string => journalValue(field, line[field] ?? null, context) ?? '';
  const { quantity, unit } = line;
  const count = typeof quantity === 'string' ? parseQuantity(quantity) : null;
  const unitWord = typeof unit === 'string' && isUnit(unit) ? unitOf(count ?? 0, unit, context.language) : '';
  const discount = part('discount');
  const price = WORDS.each[context.language].replace('{price}', part('unitPrice'));
  return `${part('quantity')} ${unitWord} ${part('title')} ${price}${discount === '' ? '' : `, −${discount}`}`;
}

export function isRichText(value: Json): value is Json & RichText {
  return typeof value === 'object' && value !== null && 'blocks' in value && Array.isArray(value['blocks']);
}

/** What the store needs and nobody reads. */
export function isMeta(field: string): boolean {
  return field === 'id' || field === 'revision';
}

export function shortened(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= LONGEST
    ? line
    : `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}

export function own<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

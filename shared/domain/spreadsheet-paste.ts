import type { PercentHundredths, TenThousandths } from './amounts.ts';
import { LARGEST_AMOUNT } from './amounts.ts';
import { percentOf } from './allowances.ts';
import { forbiddenCharacter } from './characters.ts';
import { divideRounded, PLACES } from './decimal.ts';
import type { Discount } from './discounts.ts';
import { parseGermanNumber } from './german-number.ts';
import type { QuickLineOptions, QuickLinePosition } from './quick-line-state.ts';
import { readQuickLine, type QuickLineQuestion } from './quick-line.ts';
import { CURRENCY_WORDS, foldWord, UNIT_WORDS } from './quick-line-words.ts';
import { ROLE_WORDS, SUM_WORDS, type ColumnRole } from './spreadsheet-columns.ts';
import type { Unit } from './units.ts';

/** How the numbers of a sheet are written; nothing but a choice can tell "1.234" from "1.234". */
export type NumberStyle = 'german' | 'english';

export type CellProblem =
  | 'missing'
  | 'number'
  | 'ambiguous'
  | 'unit'
  | 'vat'
  | 'discount'
  | 'negative'
  | 'currency'
  | 'total-differs'
  | 'too-large'
  | 'too-long'
  | 'characters';

export type SheetRow =
  | { kind: 'understood'; position: QuickLinePosition & { description: string } }
  | { kind: 'unclear'; problems: { role: ColumnRole; problem: CellProblem }[]; questions: QuickLineQuestion[] }
  /** Nothing to bill: an empty row, a heading, a sum. */
  | { kind: 'skipped'; reason: 'empty' | 'sum' | 'heading' };

const LARGEST_PRICE = 999_999_999_900;
const LARGEST_QUANTITY = 99_999_999_999;

/**
 * Reads the cells of one row by the roles of their columns. With one `line` column each row is a quick line. Quantity
 * times price must give the total where there is one.
 */
export function readSheetRow(
  cells: readonly string[],
  roles: readonly ColumnRole[],
  style: NumberStyle,
  options: QuickLineOptions,
): SheetRow {
  const cell = (role: ColumnRole): string => {
    const texts = roles.flatMap((other, index) => (other === role ? [(cells[index] ?? '').trim()] : []));
    return texts.filter((text) => text !== '').join(' ');
  };
  if (cells.every((text) => text.trim() === '')) return { kind: 'skipped', reason: 'empty' };
  if (roles.includes('line')) return readAsLine(cell('line'), options);

  const title = cell('title').replace(/\s+/g, ' ');
  const description = cell('description');
  const figures = { quantity: cell('quantity'), unitPrice: cell('unitPrice'), total: cell('total') };
  if (SUM_WORDS.test(foldWord(title || cells.find((text) => text.trim() !== '') || ''))) {
    return { kind: 'skipped', reason: 'sum' };
  }
  if (Object.values(figures).every((text) => text === '')) return { kind: 'skipped', reason: 'heading' };

  const problems: { role: ColumnRole; problem: CellProblem }[] = [];
  const refuse = (role: ColumnRole, problem: CellProblem): null => {
    problems.push({ role, problem });
    return null;
  };
  const read = (role: ColumnRole, places: number): number | null => {
    const text = cell(role);
    if (text === '') return null;
    const number = readCell(text, style, places, options);
    return typeof number === 'number' ? number : refuse(role, number);
  };

  const { quantity, unit } = readQuantity(cell('quantity'), cell('unit'), style, options, refuse);
  const total = read('total', PLACES.cents);
  const unitPrice = read('unitPrice', PLACES.unitPrice) ?? fromTotal(total, quantity, figures.unitPrice);
  const vatPercent = readVat(cell('vat'), style, options, refuse);
  const discount = readDiscount(cell('discount'), style, options, refuse);
  if (unitPrice === null && !problems.some(({ role }) => role === 'unitPrice' || role === 'total')) {
    refuse('unitPrice', 'missing');
  }
  if (unitPrice !== null && unitPrice < 0) refuse('unitPrice', 'negative');
  if (unitPrice !== null && unitPrice > LARGEST_PRICE) refuse('unitPrice', 'too-large');
  if (Math.abs(quantity ?? 0) > LARGEST_QUANTITY) refuse('quantity', 'too-large');
  if (title.length > 200) refuse('title', 'too-long');
  if (forbiddenCharacter(title, { multiline: false }) !== null) refuse('title', 'characters');
  if (forbiddenCharacter(description, { multiline: true }) !== null) refuse('description', 'characters');
  const isAllSmall = problems.every(({ problem }) => problem !== 'too-large');
  if (isAllSmall && Math.abs(amountOf(quantity ?? 0, unitPrice ?? 0)) > LARGEST_AMOUNT)
    refuse('unitPrice', 'too-large');
  if (problems.length > 0 || quantity === null || unitPrice === null)
    return { kind: 'unclear', problems, questions: [] };
  if (total !== null && !amountsOf(quantity, unitPrice, discount).includes(total)) {
    return { kind: 'unclear', problems: [{ role: 'total', problem: 'total-differs' }], questions: [] };
  }
  const position = { title, description, quantity, unit, unitPrice, vatPercent, discount };
  return { kind: 'understood', position };
}

function readAsLine(text: string, options: QuickLineOptions): SheetRow {
  if (SUM_WORDS.test(foldWord(text))) return { kind: 'skipped', reason: 'sum' };
  const read = readQuickLine(text, options);
  if (read.kind === 'unclear') return { kind: 'unclear', problems: [], questions: read.questions };
  return { kind: 'understood', position: { ...read.line, description: '' } };
}

type Refuse = (role: ColumnRole, problem: CellProblem) => null;

/** "3", "3 Std" with the unit in the same cell; without a quantity 1, without a unit Stück. */
function readQuantity(
  text: string,
  unitText: string,
  style: NumberStyle,
  options: QuickLineOptions,
  refuse: Refuse,
): { quantity: TenThousandths | null; unit: Unit } {
  const [, number = '', word = ''] = /^(.*?)\s*([\p{L}²³.]*)$/u.exec(text) ?? [];
  const unit = [unitText, word].filter((name) => name !== '').map((name) => UNIT_WORDS.get(foldWord(name)) ?? null);
  if (unit.includes(null)) refuse('unit', 'unit');
  const known = unit.find((name) => name !== null) ?? 'piece';
  if (number === '') return { quantity: 10_000, unit: known };
  const quantity = readCell(number, style, PLACES.quantity, options);
  if (typeof quantity === 'number') {
    return { quantity: quantity === 0 ? refuse('quantity', 'missing') : quantity, unit: known };
  }
  return { quantity: refuse('quantity', quantity), unit: known };
}

/** A number with or without currency as a whole number of 10^-places, or what is wrong with it. */
function readCell(
  text: string,
  style: NumberStyle,
  places: number,
  { currency }: Pick<QuickLineOptions, 'currency'>,
): number | CellProblem {
  const [, before = '', digits = '', after = ''] = /^(\p{L}+|\p{Sc})?\s*(.*?)\s*(\p{L}+\.?|\p{Sc})?$/u.exec(text) ?? [];
  for (const word of [before, after]) {
    const named = CURRENCY_WORDS.get(foldWord(word));
    if (word !== '' && named === undefined) return 'number';
    if (named !== undefined && named !== currency) return 'currency';
  }
  const plain = digits.replace(/,-{1,2}$/, '');
  if (style === 'english') return readEnglish(plain, places);
  // "1.234" is 1234 on paper, and 1,234 from an English sheet.
  if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) return 'ambiguous';
  const read = parseGermanNumber(plain, places);
  if (read.ok) return read.value;
  return read.reason === 'ambiguous' ? 'ambiguous' : read.reason === 'too-large' ? 'too-large' : 'number';
}

function readEnglish(text: string, places: number): number | CellProblem {
  const isNumber = /^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/.test(text);
  const read = isNumber ? parseGermanNumber(text.replaceAll(',', '').replace('.', ','), places) : null;
  return read?.ok ? read.value : 'number';
}

function readPercent(text: string, style: NumberStyle, options: QuickLineOptions): PercentHundredths | null {
  const read = readCell(text.replace(/\s*%$/, ''), style, PLACES.percent, options);
  return typeof read === 'number' ? read : null;
}

/** "19 %", "19", and "0,19" as a spreadsheet keeps it. */
function readVat(
  text: string,
  style: NumberStyle,
  options: QuickLineOptions,
  refuse: Refuse,
): PercentHundredths | null {
  if (text === '') return null;
  const percent = readPercent(text, style, options);
  if (percent === null) return refuse('vat', 'vat');
  const known = [percent, ...(text.includes('%') ? [] : [percent * 100])].find((value) =>
    options.vatPercents.includes(value),
  );
  return known ?? refuse('vat', 'vat');
}

/** "10 %" and "-10 %" are percents, "5,00 €" is an amount; a bare number could be either. */
function readDiscount(text: string, style: NumberStyle, options: QuickLineOptions, refuse: Refuse): Discount | null {
  const unsigned = text.replace(/^[-\u2212–]\s*/, '');
  if (/^0*(?:[.,]0*)?\s*[%€]?$/.test(unsigned)) return null;
  if (unsigned.endsWith('%')) {
    const percent = readPercent(unsigned, style, options);
    return percent !== null && percent >= 1 && percent <= 10_000
      ? { kind: 'percent', percent }
      : refuse('discount', 'discount');
  }
  const hasCurrency = /\p{Sc}|\p{L}/u.test(unsigned);
  const amount = hasCurrency ? readCell(unsigned, style, PLACES.cents, options) : null;
  return typeof amount === 'number' && amount > 0 ? { kind: 'amount', amount } : refuse('discount', 'discount');
}

/** The unit price of a row that has only its total, if it gives it back to the cent. */
function fromTotal(total: number | null, quantity: TenThousandths | null, unitPrice: string): TenThousandths | null {
  if (total === null || quantity === null || unitPrice !== '') return null;
  const price = Number(divideRounded(BigInt(total) * 1_000_000n, BigInt(quantity)));
  return amountOf(quantity, price) === total ? price : null;
}

function amountOf(quantity: TenThousandths, unitPrice: TenThousandths): number {
  return Number(divideRounded(BigInt(quantity) * BigInt(unitPrice), 1_000_000n));
}

/** What a total may be: before or after the discount. */
function amountsOf(quantity: TenThousandths, unitPrice: TenThousandths, discount: Discount | null): number[] {
  const before = amountOf(quantity, unitPrice);
  if (discount === null) return [before];
  return [before, before - (discount.kind === 'amount' ? discount.amount : percentOf(before, discount.percent))];
}

/** The role that a heading names; null when it names none. */
export function roleOfHeading(text: string): ColumnRole | null {
  return (
    ROLE_WORDS.get(
      foldWord(
        text
          .replace(/[\s:]*(?:\(.*\)|in\s.*|\[.*\])?\s*$/, '')
          .replace(/[€%]/g, '')
          .trim(),
      ),
    ) ?? null
  );
}

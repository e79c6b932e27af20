import * as z from 'zod';
import { LARGEST_AMOUNT } from '#shared/domain/amounts.ts';
import { forbiddenCharacter } from '#shared/domain/characters.ts';
import { isCountryCode } from '#shared/domain/countries.ts';
import { CURRENCIES } from '#shared/domain/currencies.ts';
import { isIsoDate } from '#shared/domain/dates.ts';
import { parseDecimal } from '#shared/domain/decimal.ts';
import { plainToRichText, RICH_TEXT_LIMITS, validateRichText, type RichText } from '#shared/domain/rich-text.ts';
import { LANGUAGES } from '#shared/domain/template.ts';

/** The building blocks of every input and output. Each refuses with a rule of `shared/text`, never with a sentence. */

/** A check that names its rule. `parameters` go into the sentence. */
export function rule(name: string, parameters: Record<string, string | number> = {}) {
  return { params: { rule: name, parameters } };
}

export const id = z.int().positive();
export const revision = z.int().positive();
/** Made by the caller, once per thing to create: a repeat of the same id returns the first result. */
export const requestId = z.string().refine((text) => /^[A-Za-z0-9_-]{8,64}$/.test(text), rule('request-id'));
export const instant = z.iso.datetime({ precision: 3 });
export const cents = z.int().min(-LARGEST_AMOUNT).max(LARGEST_AMOUNT);

/** One line of text, trimmed; '' is "not given" unless `required`. */
export function line(maximum: number, { required = false } = {}) {
  const text = z.string().trim().max(maximum).superRefine(refuseCharacters(false));
  return required ? text.min(1) : text;
}

/** Text of several lines, trimmed at its ends. */
export function lines(maximum: number) {
  return z.string().trim().max(maximum).superRefine(refuseCharacters(true));
}

function refuseCharacters(multiline: boolean) {
  return (text: string, context: z.RefinementCtx): void => {
    const codePoint = forbiddenCharacter(text, { multiline });
    if (codePoint === null) return;
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    context.addIssue({ code: 'custom', ...rule('character', { character: name }) });
  };
}

/** Text that is either '' or passes a check of `shared/domain/identifiers.ts`. */
export function checked(maximum: number, name: string, check: (text: string) => boolean) {
  return line(maximum).refine((text) => text === '' || check(text), rule(name));
}

/**
 * A real calendar day that somebody gives, 1900 to 2189. The calendar goes on to 2199, so that what is computed from it
 * (due dates up to ten years later, half a year after a supply) is a day too.
 */
export const date = z.string().refine((text) => isIsoDate(text) && text < '2190', rule('date'));
/** A real calendar day that was computed from such a one. */
export const computedDate = z.string().refine(isIsoDate, rule('date'));

/** A decimal as canonical text ("3.5"); travels as text because JSON has floats only. */
function decimal(places: number, name: string, minimum: number, maximum: number, limits: Record<string, string>) {
  return z.string().superRefine((text, context) => {
    const value = parseDecimal(text, places);
    if (value === null) context.addIssue({ code: 'custom', ...rule('decimal', { places }) });
    else if (value < minimum || value > maximum) context.addIssue({ code: 'custom', ...rule(name, limits) });
  });
}

/** Up to 4 decimal places, negative allowed (a credit). */
export const quantity = decimal(4, 'quantity-range', -9_999_999_9999, 9_999_999_9999, {
  minimum: '-9999999.9999',
  maximum: '9999999.9999',
});
/** Up to 4 decimal places, not negative (BR-27). */
export const unitPrice = decimal(4, 'price-range', 0, LARGEST_AMOUNT * 100, { minimum: '0', maximum: '99999999.99' });
/** Discount and Skonto: 0.01 to 100.00 (A7.3). */
export const discountPercent = decimal(2, 'percent-range', 1, 10_000, { minimum: '0.01', maximum: '100.00' });
/** VAT: 0.00 to 100.00. */
export const vatPercent = decimal(2, 'percent-range', 0, 10_000, { minimum: '0.00', maximum: '100.00' });
/** Foreign units for one euro, up to 6 places. */
export const exchangeRateText = decimal(6, 'rate-range', 1, 1_000_000_000_000, {
  minimum: '0.000001',
  maximum: '1000000',
});

export const currency = z.enum(CURRENCIES);
export const language = z.enum(LANGUAGES);
/** ISO 3166-1 alpha-2. */
export const country = z.string().refine(isCountryCode, rule('country'));

/** Days from the issue date, up to ten years. */
export const days = z.int().min(0).max(3650);

/** Rich text by the closed schema of `shared/domain/rich-text.ts`, or a plain string. */
const styles = { bold: z.boolean().optional(), italic: z.boolean().optional(), underline: z.boolean().optional() };
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string(), ...styles }),
  z.strictObject({ type: z.literal('placeholder'), name: z.string(), ...styles }),
  z.strictObject({ type: z.literal('break') }),
]);
export const richText = z.strictObject({
  v: z.literal(1),
  blocks: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('paragraph'), inlines: z.array(inline) }),
      z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(inline)) }),
    ]),
  ),
});

/** Rich text or a plain string (design section 8); always rich text behind the contract. */
export const richTextInput = z
  .union([z.string().max(RICH_TEXT_LIMITS.characters), richText])
  .transform((value): RichText => (typeof value === 'string' ? plainToRichText(value) : value))
  .superRefine((value, context) => {
    for (const { path, rule: name } of validateRichText(value)) {
      context.addIssue({ code: 'custom', path: path === '' ? [] : path.split('.'), ...rule(name) });
    }
  });

export const postalAddress = z.strictObject({
  street: line(100),
  addition: line(100),
  postCode: line(20),
  city: line(100),
  country,
});

import type { z } from 'zod';
import type { CompanyFields } from '#shared/contract/company.ts';
import type { CustomerInput } from '#shared/contract/customers.ts';
import type { InvoiceInput } from '#shared/contract/invoices.ts';
import type { VatRateFields } from '#shared/contract/vat-rates.ts';
import { formatDecimal, parseCents, parsePercent, parseQuantity, parseUnitPrice } from '#shared/domain/decimal.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import { isBic, isEmail, isIban, isLeitwegId, isPhone, isVatId, normaliseVatId } from '#shared/domain/identifiers.ts';
import { CURRENCIES } from '#shared/domain/currencies.ts';
import { UNIT_NAMES, UNITS } from '#shared/domain/units.ts';
import { VAT_CATEGORIES } from '#shared/domain/vat.ts';
import type { OfficialCase, OfficialParty } from './official-cases.ts';

type CustomerCall = Omit<z.input<typeof CustomerInput>, 'requestId'>;
type InvoiceCall = Omit<z.input<typeof InvoiceInput>, 'requestId' | 'customerId' | 'entries'>;
type LineCall = Extract<NonNullable<z.input<typeof InvoiceInput>['entries']>[number], { kind: 'line' }>;

/** One official case as input of Kontor's calls. Each line names its VAT rate by its index in `rates`. */
export interface MappedCase {
  company: Partial<CompanyFields>;
  profile: { name: string; phone: string; email: string };
  customer: CustomerCall;
  rates: VatRateFields[];
  invoice: InvoiceCall;
  lines: { rate: number; line: Omit<LineCall, 'vatRateId'> }[];
}

/**
 * The test invoices hold "[Seller name]" and identifiers that were never given; where Kontor refuses such a value, a sound
 * one stands in its place. None of them enters a sum.
 */
export function mapCase(official: OfficialCase): MappedCase {
  const { seller, buyer, lines, issueDate, dueDate } = official;
  const rates = [...new Set(lines.map(({ category, percent }) => `${category} ${parsePercent(percent) ?? 0}`))];
  const skonto = /#SKONTO#TAGE=(\d+)#PROZENT=(\d+\.\d\d)#/.exec(official.terms);
  const dueDays = dueDate === '' ? 30 : Math.max(daysBetween(issueDate, dueDate), Number(skonto?.[1] ?? 0), 0);
  const reference = official.reference;
  return {
    company: {
      name: seller.name,
      address: address(seller),
      vatId: vatIdOf(seller),
      taxNumber: '12/345/67890',
      email: isEmail(seller.email) ? seller.email : 'rechnung@seller.example',
      iban: isIban(official.iban) ? official.iban : 'DE89370400440532013000',
      bic: isBic(official.bic) ? official.bic : '',
    },
    profile: {
      name: seller.contact.name || 'Tim Tester',
      phone: isPhone(seller.contact.phone) ? seller.contact.phone : '030 123456',
      email: isEmail(seller.contact.email) ? seller.contact.email : 'tim.tester@seller.example',
    },
    customer: {
      kind: 'business',
      name: buyer.name,
      address: address(buyer),
      vatId: vatIdOf(buyer),
      email: isEmail(buyer.email) ? buyer.email : 'eingang@buyer.example',
      leitwegId: isLeitwegId(reference) ? reference : '',
    },
    rates: rates.map((rate) => vatRate(rate, official)),
    invoice: {
      issueDate,
      reference: isLeitwegId(reference) ? '' : reference.slice(0, 100),
      title: official.name,
      servicePeriod: official.period ?? { start: issueDate, end: issueDate },
      currency: oneOf(CURRENCIES, official.currency),
      terms: { dueDays, skontoDays: skonto ? Number(skonto[1]) : null, skontoPercent: skonto?.[2] ?? null },
      allowances: official.allowances
        .map(({ amount }) => parseCents(amount) ?? 0)
        .filter((amount) => amount !== 0)
        .map((amount) => ({ name: 'Rabatt', discount: { kind: 'amount', amount } })),
    },
    lines: lines.map((line) => {
      const [discount] = line.allowances.map(({ amount }) => parseCents(amount) ?? 0).filter((amount) => amount !== 0);
      return {
        rate: rates.indexOf(`${line.category} ${parsePercent(line.percent) ?? 0}`),
        line: {
          kind: 'line',
          title: line.name.replace(/\s+/g, ' ').slice(0, 200),
          description: line.description === '' ? null : line.description,
          quantity: formatDecimal(parseQuantity(line.quantity) ?? Number.NaN, 4),
          unit: UNIT_NAMES.find((unit) => UNITS[unit].code === line.unitCode) ?? 'piece',
          unitPrice: formatDecimal(parseUnitPrice(line.price) ?? Number.NaN, 4),
          discount: discount === undefined ? null : { kind: 'amount', amount: discount },
        },
      };
    }),
  };
}

function address({ street, addition, postCode, city, country }: OfficialParty): CompanyFields['address'] {
  return { street: street || 'Straße 1', addition, postCode, city, country };
}

function vatIdOf({ vatId }: OfficialParty): string {
  const normalised = normaliseVatId(vatId);
  return isVatId(normalised) ? normalised : '';
}

function vatRate(rate: string, { vat }: OfficialCase): VatRateFields {
  const [category = '', percent = ''] = rate.split(' ');
  const reason = vat.find((group) => group.category === category)?.reason ?? '';
  return {
    name: `Satz ${rate}`,
    category: oneOf(VAT_CATEGORIES, category),
    exemptionReason: reason === '' && category === 'E' ? 'Steuerfrei' : reason.replace(/\s+/g, ' ').slice(0, 300),
    smallBusiness: false,
    periods: [{ validFrom: '2000-01-01', percent: formatDecimal(Number(percent), 2) }],
  };
}

function oneOf<T extends string>(values: readonly T[], text: string): T {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error(`${text} is none of ${values.join(', ')}`);
  return found;
}

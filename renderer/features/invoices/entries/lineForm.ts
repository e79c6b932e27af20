import type { EntryInput } from '#shared/contract/entries.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { VatRate } from '#shared/contract/vat-rates.ts';
import { parsePercent } from '#shared/domain/decimal.ts';
import { formatPercentage } from '#shared/domain/number-format.ts';
import { richTextToPlain, type RichText } from '#shared/domain/rich-text.ts';
import type { Unit } from '#shared/domain/units.ts';
import { percentOn, taxPoint } from '#shared/domain/vat.ts';
import { unitName } from '#shared/text/units.ts';
import type { FieldViews } from '../../../components/comparison.ts';
import { currentLanguage } from '../../../stores/failure.ts';
import { show } from '../formats.ts';
import type { LineEntry, TypedLine } from '../types.ts';
import { orMissing } from '../useDraftForm.ts';

/** What the dialogs of a position hold (A5.3 to A5.8, A5.13). */
export interface LineForm {
  title: string;
  description: RichText | null;
  quantity: string;
  unit: Unit | null;
  unitPrice: string;
  vatRateId: number | null;
  /** "Rabatte übernehmen" of a copy; a position that is edited keeps its discount. */
  takeDiscounts: boolean;
}

/** An existing position as the dialog holds it, to edit or to copy it. */
export function lineFormOf(line: LineEntry): LineForm {
  const { title, description, quantity, unit, unitPrice, vatRateId } = line;
  return { title, description, quantity, unit, unitPrice, vatRateId, takeDiscounts: true };
}

/** A new position continues the last one: the same unit and VAT rate; the first one starts with the usual rate. */
export function blankLine({ entries }: InvoiceDetail, usualRateId: number | null): LineForm {
  const last = entries.findLast((other) => other.kind === 'line');
  return {
    title: '',
    description: null,
    quantity: '1',
    unit: last?.unit ?? 'piece',
    unitPrice: '',
    vatRateId: last?.vatRateId ?? usualRateId,
    takeDiscounts: true,
  };
}

/** What was typed in one line goes before what the last position says. */
export function typedLine(blank: LineForm, { discount: _own, ...typed }: TypedLine): LineForm {
  return { ...blank, ...typed };
}

/** The position as the calls take it, with the discount of the one that it was made from. */
export function toLineInput(form: LineForm, discount: LineEntry['discount']): EntryInput {
  return {
    kind: 'line',
    title: form.title,
    description: form.description,
    quantity: orMissing(form.quantity || null),
    unit: orMissing(form.unit),
    unitPrice: orMissing(form.unitPrice || null),
    vatRateId: orMissing(form.vatRateId),
    discount: form.takeDiscounts ? discount : null,
  };
}

/** The fields as they are compared with another state. */
export function lineViews(t: (key: string) => string, rateName: (id: number) => string): FieldViews<LineForm> {
  const yesOrNo = (value: boolean): string => t(value ? 'invoices.yes' : 'invoices.no');
  return {
    title: { label: t('invoices.lineTitle'), show: (title) => title },
    description: {
      label: t('invoices.lineDescription'),
      show: (description) => (description === null ? '' : richTextToPlain(description)),
    },
    quantity: { label: t('invoices.quantity'), show: (quantity) => (quantity === '' ? '' : show.count(quantity)) },
    unit: { label: t('invoices.unit'), show: (unit) => (unit === null ? '' : unitName(unit, currentLanguage())) },
    unitPrice: { label: t('invoices.unitPrice'), show: (price) => (price === '' ? '' : show.price(price)) },
    vatRateId: { label: t('invoices.vatRate'), show: (id) => (id === null ? '' : rateName(id)) },
    takeDiscounts: { label: t('invoices.takeDiscounts'), show: yesOrNo },
  };
}

/** Name of a rate with the percent that holds for this invoice (§ 13, § 27 UStG): "Regelsatz · 19 %". */
export function rateTitle({ name, periods }: VatRate, { issueDate, servicePeriod }: InvoiceDetail): string {
  const steps = periods.map(({ validFrom, percent }) => ({ validFrom, percent: parsePercent(percent) ?? 0 }));
  const percent = percentOn(steps, taxPoint(issueDate, servicePeriod));
  if (percent === null) return name;
  const text = formatPercentage(percent, currentLanguage());
  return name.includes(text) ? name : `${name} · ${text}`;
}

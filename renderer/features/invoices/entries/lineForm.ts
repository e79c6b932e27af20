import type { EntryInput } from '#shared/contract/entries.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { VatRate } from '#shared/contract/vat-rates.ts';
import { parsePercent } from '#shared/domain/decimal.ts';
import { formatPercentage } from '#shared/domain/number-format.ts';
import type { RichText } from '#shared/domain/rich-text.ts';
import type { Unit } from '#shared/domain/units.ts';
import { percentOn, taxPoint } from '#shared/domain/vat.ts';
import { currentLanguage } from '../../../stores/failure.ts';
import type { LineEntry } from '../types.ts';
import { orMissing } from '../useDraftForm.ts';

/** What the dialogs of a position hold (A5.3 to A5.8). */
export interface LineForm {
  title: string;
  description: RichText | null;
  quantity: string;
  unit: Unit | null;
  unitPrice: string;
  vatRateId: number | null;
}

/** A new position continues the last one: the same unit and VAT rate; the first one starts with the usual rate. */
export function lineForm(entry: LineEntry | null, invoice: InvoiceDetail, usualRateId: number | null): LineForm {
  if (entry) {
    const { title, description, quantity, unit, unitPrice, vatRateId } = entry;
    return { title, description, quantity, unit, unitPrice, vatRateId };
  }
  const last = invoice.entries.findLast((other) => other.kind === 'line');
  return {
    title: '',
    description: null,
    quantity: '1',
    unit: last?.unit ?? 'piece',
    unitPrice: '',
    vatRateId: last?.vatRateId ?? usualRateId,
  };
}

export function toLineInput(form: LineForm, entry: LineEntry | null): EntryInput {
  const discount = entry === null ? null : entry.discount;
  return {
    kind: 'line',
    title: form.title,
    description: form.description,
    quantity: orMissing(form.quantity || null),
    unit: orMissing(form.unit),
    unitPrice: orMissing(form.unitPrice || null),
    vatRateId: orMissing(form.vatRateId),
    discount,
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

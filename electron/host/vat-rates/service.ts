import { CallError } from '#shared/contract/errors.ts';
import type { VatRate, VatRateFields } from '#shared/contract/vat-rates.ts';
import { formatDecimal, parseDecimal } from '#shared/domain/decimal.ts';
import type { VatCategory, VatRatePeriod } from '#shared/domain/vat.ts';
import { appendJournal, changesBetween } from '../journal/service.ts';
import { assertRevision, findRecord, stamp, type Change } from '../records/change.ts';
import { flag } from '../store/convert.ts';
import { VatRateEntity, VatRatePeriodEntity, type VatRateRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';

/** A VAT rate as the domain computes with it: percents in hundredths. */
export interface RateDefinition {
  id: number;
  revision: number;
  name: string;
  category: VatCategory;
  exemptionReason: string;
  smallBusiness: boolean;
  /** Not for new lines; drafts that have it keep it. */
  archived: boolean;
  periods: VatRatePeriod[];
}

/** Every defined rate by id, archived ones too: drafts may still use them. */
export async function loadRates(reader: Reader): Promise<Map<number, RateDefinition>> {
  const periods = await reader.find(VatRatePeriodEntity, { order: { validFrom: 'ASC' } });
  const rates = await reader.find(VatRateEntity, { order: { id: 'ASC' } });
  return new Map(
    rates.map((row) => [
      row.id,
      {
        id: row.id,
        revision: row.revision,
        name: row.name,
        category: row.category as VatCategory,
        exemptionReason: row.exemptionReason,
        smallBusiness: flag.from(row.smallBusiness),
        archived: flag.from(row.archived),
        periods: periods
          .filter(({ vatRateId }) => vatRateId === row.id)
          .map(({ validFrom, percent }) => ({ validFrom, percent })),
      },
    ]),
  );
}

/** The rates in the order of their creation. */
export async function listVatRates(
  reader: Reader,
  { includeArchived }: { includeArchived: boolean },
): Promise<VatRate[]> {
  const rows = await reader.find(VatRateEntity, { order: { id: 'ASC' } });
  const periods = await reader.find(VatRatePeriodEntity, { order: { validFrom: 'ASC' } });
  return rows
    .filter(({ archived }) => includeArchived || !flag.from(archived))
    .map((row) =>
      toVatRate(
        row,
        periods.filter(({ vatRateId }) => vatRateId === row.id),
      ),
    );
}

/**
 * One rate.
 * @throws CallError `not-found`
 */
export async function getVatRate(reader: Reader, id: number): Promise<VatRate> {
  const row = await findRecord(reader, VatRateEntity, 'vatRate', id);
  return toVatRate(
    row,
    await reader.find(VatRatePeriodEntity, { where: { vatRateId: id }, order: { validFrom: 'ASC' } }),
  );
}

/** Defines a rate and returns its id. */
export async function createVatRate(writer: Writer, change: Change, fields: VatRateFields): Promise<number> {
  const { identifiers } = await writer.insert(VatRateEntity, { ...toRow(fields), archived: 0, ...stamp(change, 1) });
  const id = (identifiers[0] as { id: number }).id;
  await writePeriods(writer, id, fields);
  const changes = changesBetween(null, await getVatRate(writer, id));
  await appendJournal(writer, { ...change, action: 'vatRate.created', record: 'vatRate', recordId: id, changes });
  return id;
}

/**
 * Replaces a rate.
 * @throws CallError `not-found`, `stale`
 */
export async function updateVatRate(
  writer: Writer,
  change: Change,
  {
    id,
    expectedRevision,
    rate,
    archived,
  }: { id: number; expectedRevision: number; rate: VatRateFields; archived: boolean },
): Promise<VatRate> {
  const row = await findRecord(writer, VatRateEntity, 'vatRate', id);
  assertRevision('vatRate', row, expectedRevision);
  const before = await getVatRate(writer, id);
  await writer.update(
    VatRateEntity,
    { id },
    { ...toRow(rate), archived: flag.to(archived), ...stamp(change, row.revision + 1) },
  );
  await writer.delete(VatRatePeriodEntity, { vatRateId: id });
  await writePeriods(writer, id, rate);
  const after = await getVatRate(writer, id);
  const changes = changesBetween(before, after);
  await appendJournal(writer, { ...change, action: 'vatRate.updated', record: 'vatRate', recordId: id, changes });
  return after;
}

/**
 * Refuses a line whose rate does not exist or is archived; a line that already has the archived rate keeps it.
 * @throws CallError `invalid-input` at `field`
 */
export function assertRateUsable(
  rates: ReadonlyMap<number, RateDefinition>,
  id: number,
  field: string,
  keptId: number | null = null,
): void {
  const rate = rates.get(id);
  if (rate && (!rate.archived || id === keptId)) return;
  if (rate) {
    const problem = { field, rule: 'vat-rate-archived', parameters: { name: rate.name } };
    throw new CallError('invalid-input', `VAT rate ${id} is archived`, [problem]);
  }
  throw new CallError('invalid-input', `there is no VAT rate ${id}`, [
    { field, rule: 'vat-rate-unknown', parameters: { id } },
  ]);
}

function toVatRate(row: VatRateRow, periods: VatRatePeriod[]): VatRate {
  return {
    id: row.id,
    revision: row.revision,
    name: row.name,
    category: row.category as VatCategory,
    exemptionReason: row.exemptionReason,
    smallBusiness: flag.from(row.smallBusiness),
    archived: flag.from(row.archived),
    periods: periods.map(({ validFrom, percent }) => ({ validFrom, percent: formatDecimal(percent, 2) })),
  };
}

function toRow({ name, category, exemptionReason, smallBusiness }: VatRateFields) {
  return { name, category, exemptionReason, smallBusiness: flag.to(smallBusiness) };
}

async function writePeriods(writer: Writer, vatRateId: number, { periods }: VatRateFields): Promise<void> {
  const rows = periods.map(({ validFrom, percent }) => ({
    vatRateId,
    validFrom,
    percent: parseDecimal(percent, 2) ?? 0,
  }));
  await writer.insert(VatRatePeriodEntity, rows);
}

import type { JournalEntry, JournalName } from '#shared/contract/journal.ts';
import type { Reader } from '../store/open.ts';

/** Fields that hold the id of another record, also in lists of ids. */
const REFERENCES: Readonly<Record<string, string>> = {
  customerId: 'customer',
  customerIds: 'customer',
  responsibleId: 'profile',
  responsibleIds: 'profile',
  templateId: 'template',
  vatRateId: 'vatRate',
  copiedFrom: 'invoice',
};

/** Where each kind of record keeps its name. */
const NAMES: Readonly<Record<string, string>> = {
  invoice: "SELECT id, iif(number = '', title, number) AS name, currency FROM invoice",
  customer: 'SELECT id, name, NULL AS currency FROM customer',
  profile: 'SELECT id, name, NULL AS currency FROM profile',
  template: 'SELECT id, name, NULL AS currency FROM template',
  vatRate: 'SELECT id, name, NULL AS currency FROM vat_rate',
  textBlock: 'SELECT id, name, NULL AS currency FROM text_block',
  numberRange: 'SELECT id, name, NULL AS currency FROM number_range',
  savedFilter: 'SELECT id, name, NULL AS currency FROM saved_filter',
};

/** What the records that these entries speak of are called today. One that is gone has no name. */
export async function namesOf(reader: Reader, entries: readonly JournalEntry[]): Promise<JournalName[]> {
  const ids = new Map<string, Set<number>>();
  const note = (record: string, id: unknown): void => {
    if (typeof id === 'number') ids.set(record, (ids.get(record) ?? new Set()).add(id));
  };
  for (const { record, recordId, changes } of entries) {
    note(record, recordId);
    noteReferences(changes, note);
  }
  const names: JournalName[] = [];
  for (const [record, wanted] of ids) {
    const sql = Object.hasOwn(NAMES, record) ? NAMES[record] : undefined;
    if (sql === undefined) continue;
    const rows = await reader.query<Omit<JournalName, 'record'>[]>(
      `${sql} WHERE id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify([...wanted])],
    );
    names.push(...rows.map((row) => ({ record, ...row })));
  }
  return names;
}

/** `field` is the last name on the way to the value: old and new value of `customerId` belong to that field. */
function noteReferences(value: unknown, note: (record: string, id: unknown) => void, field = ''): void {
  if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      const isInside = Array.isArray(value) || name === 'from' || name === 'to';
      noteReferences(part, note, isInside ? field : name);
    }
    return;
  }
  const record = Object.hasOwn(REFERENCES, field) ? REFERENCES[field] : undefined;
  if (record !== undefined) note(record, value);
}

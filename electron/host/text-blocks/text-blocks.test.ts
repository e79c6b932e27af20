import { describe, expect, test } from 'vitest';
import { PLACEHOLDER_NAMES } from '#shared/domain/placeholders.ts';
import { plainToRichText, resolvePlaceholders, richTextToPlain } from '#shared/domain/rich-text.ts';
import {
  createCustomer,
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  openTestOffice,
  type KontorApi,
} from '../../../tests/builders/office.ts';

const GREETING = { code: 'A-GRUSS', name: 'Gruß', documentTypes: ['offer', 'invoice'], content: 'Guten Tag' } as const;

function create(api: KontorApi, changes: object = {}) {
  return api['textBlocks.create']({
    requestId: newRequestId(),
    ...GREETING,
    documentTypes: ['offer', 'invoice'],
    ...changes,
  });
}

describe('a Textbaustein', () => {
  test('is stored with Kürzel, name, document types, formatted text and e-mail use [E3]', async () => {
    const { api } = await openTestOffice();
    const content = {
      v: 1 as const,
      blocks: [{ type: 'paragraph' as const, inlines: [{ type: 'text' as const, text: 'fett', bold: true }] }],
    };
    const made = await create(api, { documentTypes: ['invoice', 'offer', 'invoice'], content, forEmail: true });
    expect(made).toEqual({
      ...{ id: made.id, revision: 1, code: 'A-GRUSS', name: 'Gruß', documentTypes: ['offer', 'invoice'] },
      ...{ content, forEmail: true },
    });
    expect(await api['textBlocks.get']({ id: made.id })).toEqual(made);
    const changed = await api['textBlocks.update']({ id: made.id, expectedRevision: 1, name: 'Gruß, kurz' });
    expect(changed).toEqual({ ...made, revision: 2, name: 'Gruß, kurz' });
    const { entries } = await api['journal.list']({ record: 'textBlock', recordId: made.id });
    expect(entries.map(({ action }) => action)).toEqual(['textBlock.updated', 'textBlock.created']);
    expect(entries[0]?.changes).toMatchObject({ name: { from: 'Gruß', to: 'Gruß, kurz' } });
  });

  test('has a Kürzel of its own, whatever its case', async () => {
    const { api } = await openTestOffice();
    const { id } = await create(api);
    const other = await create(api, { code: 'B' });
    const taken = { code: 'already-exists', details: [{ field: 'code', rule: 'code-taken' }] };
    await expect(create(api, { code: 'a-gruss' })).rejects.toMatchObject(taken);
    await expect(
      api['textBlocks.update']({ id: other.id, expectedRevision: 1, code: 'A-gruss' }),
    ).rejects.toMatchObject(taken);
    expect((await api['textBlocks.update']({ id, expectedRevision: 1, code: 'a-gruss' })).code).toBe('a-gruss');
  });

  test.each([
    [{ code: ' ' }, 'code', 'required'],
    [{ name: '' }, 'name', 'required'],
    [{ name: 'x'.repeat(101) }, 'name', 'too-long'],
    [{ documentTypes: [] }, 'documentTypes', 'required'],
    [{ documentTypes: ['letter'] }, 'documentTypes.0', 'choice'],
    [{ content: ' \n ' }, 'content', 'required'],
    [{ content: 'a\u0007' }, 'content.blocks.0.inlines.0.text', 'forbidden-character'],
    [{ content: 'x'.repeat(50_001) }, 'content', 'too-long'],
  ])('with %j is refused at its field', async (changes, field, rule) => {
    const { api } = await openTestOffice();
    const before = (await api['textBlocks.list']({})).count;
    await expect(create(api, changes)).rejects.toMatchObject({
      code: 'invalid-input',
      details: [expect.objectContaining({ field, rule })],
    });
    expect((await api['textBlocks.list']({})).count).toBe(before);
  });

  test('that somebody else saved meanwhile is neither overwritten nor deleted', async () => {
    const { api } = await openTestOffice();
    const { id } = await create(api);
    await api['textBlocks.update']({ id, expectedRevision: 1, name: 'Zuerst' });
    const stale = { code: 'stale', details: { record: 'textBlock', revision: 2 } };
    await expect(api['textBlocks.update']({ id, expectedRevision: 1, name: 'Danach' })).rejects.toMatchObject(stale);
    await expect(api['textBlocks.delete']({ id, expectedRevision: 1 })).rejects.toMatchObject(stale);
    expect((await api['textBlocks.get']({ id })).name).toBe('Zuerst');
  });

  test('is deleted; the text that was copied from it stays [A6.6]', async () => {
    const { api } = await openReadyOffice();
    const { id, content } = await create(api, { content: 'Vielen Dank, {customerName}.' });
    const draft = await createDraft(api, { entries: [{ kind: 'text', area: 'intro', content }] });
    await api['textBlocks.update']({ id, expectedRevision: 1, content: 'Etwas anderes' });
    await api['textBlocks.delete']({ id, expectedRevision: 2 });
    await expect(api['textBlocks.get']({ id })).rejects.toMatchObject({ code: 'not-found' });
    expect((await api['invoices.get']({ id: draft.id })).entries[0]).toMatchObject({ content });
  });

  test('is told to every window when it is made, changed or deleted', async () => {
    const { api, host } = await openTestOffice();
    const events: unknown[] = [];
    host.onEvent((event) => events.push(event));
    const { id } = await create(api);
    await api['textBlocks.update']({ id, expectedRevision: 1, forEmail: true });
    await api['textBlocks.delete']({ id, expectedRevision: 2 });
    expect(events).toEqual(Array(3).fill({ topic: 'text-blocks.changed', id }));
  });
});

describe('the list of Textbausteine', () => {
  async function codes(api: KontorApi, query: Parameters<KontorApi['textBlocks.list']>[0]): Promise<string[]> {
    return (await api['textBlocks.list'](query)).rows.map(({ code }) => code);
  }

  test('of a new office shows how introductions, closings and placeholders are written', async () => {
    const { api } = await openTestOffice();
    const { rows, count } = await api['textBlocks.list']({});
    expect(rows.map(({ code }) => code)).toEqual([
      ...['DE-EINL', 'DE-EINL-PERS', 'DE-SKONTO', 'DE-ZAHLUNG', 'EN-INTRO', 'EN-PAYMENT'],
    ]);
    expect(count).toBe(6);
    const known = Object.fromEntries(PLACEHOLDER_NAMES.map((name) => [name, 'x']));
    for (const { id } of rows) {
      const { content } = await api['textBlocks.get']({ id });
      expect(resolvePlaceholders(content, known).missing).toEqual([]);
      expect(richTextToPlain(content)).toMatch(/\{[a-zA-Z]+\}/);
    }
  });

  test('is searched by name and filtered by part of the Kürzel and document type [E3]', async () => {
    const { api } = await openTestOffice();
    await create(api, { code: 'Z-1', name: 'Zusage', documentTypes: ['offer'] });
    await create(api, { code: 'Z-2', name: 'Absage 100%', documentTypes: ['offer', 'order'] });
    expect(await codes(api, { search: 'SAGE' })).toEqual(['Z-1', 'Z-2']);
    expect(await codes(api, { search: '0%' })).toEqual(['Z-2']);
    expect(await codes(api, { search: 'Z-1' })).toEqual([]);
    await create(api, { code: 'Z-3', name: 'Übergabe' });
    for (const search of ['ubergabe', 'UEBER', 'Überg']) expect(await codes(api, { search })).toEqual(['Z-3']);
    expect(await codes(api, { codePart: 'en-' })).toEqual(['EN-INTRO', 'EN-PAYMENT']);
    expect(await codes(api, { codePart: '_' })).toEqual([]);
    expect(await codes(api, { documentType: 'order' })).toEqual(['Z-2']);
    expect(await codes(api, { documentType: 'offer', codePart: '1' })).toEqual(['Z-1']);
  });

  test('comes page by page, with the beginning of each text in one line', async () => {
    const { api } = await openTestOffice();
    await create(api, { code: 'A', content: `Guten Tag\n\n- ${'ä'.repeat(300)}` });
    const first = await api['textBlocks.list']({ limit: 4 });
    expect(first).toMatchObject({ count: 7, rows: [{ code: 'A' }, {}, {}, {}] });
    expect(first.rows[0]?.beginning).toMatch(/^Guten Tag - ä{187}$/);
    expect(await codes(api, { limit: 4, page: 2 })).toEqual(['DE-ZAHLUNG', 'EN-INTRO', 'EN-PAYMENT']);
  });
});

describe('placeholders', () => {
  async function valueOf(api: KontorApi, id: number, name: string): Promise<string | undefined> {
    const { placeholders } = await api['invoices.placeholders']({ id });
    return placeholders.find((placeholder) => placeholder.name === name)?.value;
  }

  test('have the values of the invoice and its customer as they are now [A6.7]', async () => {
    const { api } = await openReadyOffice();
    const customer = await createCustomer(api, { name: 'Hofladen Behrens GbR' });
    const draft = await createDraft(api, { customerId: customer.id, title: 'Wartung', templateId: null });
    const { placeholders } = await api['invoices.placeholders']({ id: draft.id });
    expect(placeholders.map(({ name }) => name)).toEqual([...PLACEHOLDER_NAMES]);
    expect(await valueOf(api, draft.id, 'customerName')).toBe('Hofladen Behrens GbR');
    expect(await valueOf(api, draft.id, 'grossAmount')).toMatch(/^\d[\d.]*,\d\d EUR$/);
    expect(await valueOf(api, draft.id, 'invoiceNumber')).toBe('[Rechnungsnummer]');
    expect(await valueOf(api, draft.id, 'skontoDate')).toBe('');
    await api['invoices.update']({ id: draft.id, expectedRevision: draft.revision, title: 'Reparatur' });
    expect(await valueOf(api, draft.id, 'invoiceTitle')).toBe('Reparatur');
    await expect(api['invoices.placeholders']({ id: 999 })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('of a final invoice stay what they were', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api, {
      entries: [
        { kind: 'text', area: 'intro', content: plainToRichText('{customerName}') },
        ...(await createDraft(api)).entries.flatMap((entry) => {
          if (entry.kind !== 'line') return [];
          const { id: _id, vat: _vat, ...line } = entry;
          return [line];
        }),
      ],
    });
    const { number } = await finalise(api, draft);
    expect(await valueOf(api, draft.id, 'invoiceNumber')).toBe(number);
    const { customer, customerId } = await api['invoices.get']({ id: draft.id });
    const { revision } = await api['customers.get']({ id: customerId });
    await api['customers.update']({ id: customerId, expectedRevision: revision, name: 'Umbenannt' });
    expect(await valueOf(api, draft.id, 'customerName')).toBe(customer.name);
  });
});

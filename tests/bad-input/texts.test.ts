import { extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { createDraft, newRequestId, rateId } from '../builders/office.ts';
import {
  accepted,
  expectInvalid,
  openDraftOffice,
  openWatchedOffice,
  refusal,
  type WatchedOffice,
} from './watched-office.ts';

const customer = (changes: object) => ({ requestId: newRequestId(), kind: 'business', name: 'Kordes', ...changes });
const company = async ({ api }: WatchedOffice, changes: object) => ({
  expectedRevision: (await api['company.get']({})).revision,
  ...changes,
});
const address = (changes: object) => ({
  address: { street: '', addition: '', postCode: '', city: '', country: 'DE', ...changes },
});

describe('length', () => {
  test('texts are taken up to their limit, and trimmed', async () => {
    const { office, line, input } = await openDraftOffice();
    const limits: [limit: number, field: string, change: (text: string) => object][] = [
      [200, 'title', (title) => ({ title })],
      [100, 'reference', (reference) => ({ reference })],
      [200, 'entries.0.title', (title) => ({ entries: [{ ...line, title }] })],
      [100, 'allowances.0.name', (name) => ({ allowances: [{ name, discount: { kind: 'amount', amount: 1 } }] })],
      [60, 'exchangeRate.source', (source) => ({ exchangeRate: { rate: '1', date: '2026-11-19', source } })],
      [100, 'contact.name', (name) => ({ contact: { name, phone: '', email: '' } })],
      [200, 'buyerAddress.name', (name) => ({ buyerAddress: { name, ...address({}) } })],
    ];
    for (const [limit, field, change] of limits) {
      await expectInvalid(office, 'invoices.create', input(change('x'.repeat(limit + 1))), [field, 'too-long']);
      await accepted(office, 'invoices.create', input(change(` ${'x'.repeat(limit)} `)));
    }
    const customers: [limit: number, field: string, change: (text: string) => object][] = [
      [200, 'name', (name) => ({ name })],
      [30, 'number', (number) => ({ number })],
      [100, 'address.street', (street) => address({ street })],
      [20, 'address.postCode', (postCode) => address({ postCode })],
    ];
    for (const [limit, field, change] of customers) {
      await expectInvalid(office, 'customers.create', customer(change('x'.repeat(limit + 1))), [field, 'too-long']);
      await accepted(office, 'customers.create', customer(change('x'.repeat(limit))));
    }
    await expectInvalid(office, 'customers.create', customer({ name: ' \t ' }), ['name', 'required']);
  });

  test('a text has 50,000 characters, 500 blocks, 500 items', async () => {
    const { office, withText } = await openDraftOffice();
    const paragraph = (text: string) => ({ type: 'paragraph', inlines: [{ type: 'text', text }] });
    const rich = (...blocks: object[]) => ({ v: 1, blocks });
    const refused: [content: unknown, field: string, rule: string][] = [
      ['x'.repeat(50_001), '', 'too-long'],
      [rich(paragraph('x'.repeat(50_001))), '', 'too-many-characters'],
      [rich(...Array.from({ length: 501 }, () => paragraph('x'))), '.blocks', 'too-many-blocks'],
      [
        rich({ type: 'list', ordered: false, items: Array.from({ length: 501 }, () => []) }),
        '.blocks.0.items',
        'too-many-items',
      ],
      [
        rich({ type: 'paragraph', inlines: [{ type: 'placeholder', name: '{x}' }] }),
        '.blocks.0.inlines.0.name',
        'not-a-placeholder-name',
      ],
      [rich(paragraph('a\nb')), '.blocks.0.inlines.0.text', 'forbidden-character'],
      [rich({ type: 'image', source: 'x' }), '.blocks.0.type', 'choice'],
    ];
    for (const [content, field, rule] of refused) {
      await expectInvalid(office, 'invoices.create', withText(content), [`entries.0.content${field}`, rule]);
    }
    await accepted(office, 'invoices.create', withText('x'.repeat(50_000)));
    await accepted(office, 'invoices.create', withText(rich(...Array.from({ length: 500 }, () => paragraph('x')))));
  });

  test('an invoice has 1,000 entries, whichever way they come', async () => {
    const { office, line, input } = await openDraftOffice();
    const entries = (length: number) => ({ entries: Array.from({ length }, () => line) });
    await expectInvalid(office, 'invoices.create', input(entries(1001)), ['entries', 'too-many']);
    const {
      id,
      revision,
      entries: stored,
    } = await accepted<InvoiceDetail>(office, 'invoices.create', input(entries(1000)));
    expect(stored).toHaveLength(1000);
    const add = { id, expectedRevision: revision, requestId: newRequestId(), entry: line };
    await expectInvalid(office, 'entries.add', add, ['entry', 'too-many-in-invoice']);
    const name = (index: number) => ({ name: `Rabatt ${index}`, discount: { kind: 'amount', amount: 1 } });
    const allowances = Array.from({ length: 51 }, (_, index) => name(index));
    await expectInvalid(office, 'allowances.set', { id, expectedRevision: revision, allowances }, [
      'allowances',
      'too-many',
    ]);
  });
});

describe('characters', () => {
  const INVISIBLE = [
    '\u0000',
    '\u0007',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u202e',
    '\u2066',
    '\ufffe',
    '\ufdd0',
    '\ud800',
    '\udc00',
  ];

  test('control characters, lone surrogates and overrides of direction are refused with their name', async () => {
    const { office, input, withText } = await openDraftOffice();
    for (const character of INVISIBLE) {
      const { details } = await refusal(office, 'invoices.create', input({ title: `a${character}b` }));
      const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      expect(details).toEqual([{ field: 'title', rule: 'character', parameters: { character: name } }]);
      await expectInvalid(office, 'customers.create', customer({ name: `a${character}b` }), ['name', 'character']);
      await expectInvalid(office, 'customers.list', { search: `a${character}b` }, ['search', 'character']);
      const at = 'entries.0.content.blocks.0.inlines.0.text';
      await expectInvalid(office, 'invoices.create', withText(`a${character}b`), [at, 'forbidden-character']);
    }
    await expectInvalid(office, 'invoices.create', input({ title: 'two\nlines' }), ['title', 'character']);
    await accepted(office, 'invoices.create', withText('two\r\nlines\twith a tab'));
  });

  test('what the font lacks may stand in a draft, and finalising names the field', async () => {
    const office = await openWatchedOffice();
    const id = await rateId(office.api);
    const line = {
      kind: 'line' as const,
      title: 'Fest 🎉',
      quantity: '1',
      unit: 'piece' as const,
      unitPrice: '9',
      vatRateId: id,
    };
    const draft = await createDraft(office.api, {
      title: 'שלום',
      entries: [{ kind: 'text', area: 'closing', content: 'مرحبا' }, line],
    });
    expect(draft).toMatchObject({ title: 'שלום', entries: [{ title: 'Fest 🎉' }, {}] });
    const finalising = { id: draft.id, expectedRevision: draft.revision, requestId: newRequestId() };
    const { code, details } = await refusal(office, 'invoices.finalise', finalising);
    expect(code).toBe('conditions-unmet');
    const { blocking } = details as { blocking: { rule: string; field: string; parameters: object }[] };
    const fields = blocking.filter(({ rule }) => rule === 'unprintable-character').map(({ field }) => field);
    expect([...new Set(fields)].sort()).toEqual(['entries.0.title', 'entries.1.content', 'invoice.title']);
    expect(blocking).toContainEqual({
      ...{
        rule: 'unprintable-character',
        field: 'entries.0.title',
        parameters: { character: '🎉', codePoint: 'U+1F389' },
      },
    });
    expect((await refusal(office, 'invoices.pdf', { id: draft.id })).code).toBe('unprintable-character');
  });

  test('pasted HTML is text: stored, printed and sent as it was written', async () => {
    const office = await openWatchedOffice();
    const html = '<script>alert("x")</script><b>&amp;</b>';
    const vatRateId = await rateId(office.api);
    const line = {
      kind: 'line' as const,
      title: html,
      quantity: '1',
      unit: 'piece' as const,
      unitPrice: '9',
      vatRateId,
    };
    const draft = await createDraft(office.api, { entries: [{ kind: 'text', area: 'intro', content: html }, line] });
    expect(draft.entries[1]).toMatchObject({ title: html });
    expect(draft.entries[0]).toMatchObject({ content: { blocks: [{ inlines: [{ type: 'text', text: html }] }] } });
    const finalising = { id: draft.id, expectedRevision: draft.revision, requestId: newRequestId() };
    await accepted(office, 'invoices.finalise', finalising);
    const pdf = await office.api['invoices.pdf']({ id: draft.id });
    const { text } = await extractText(new Uint8Array(pdf.content), { mergePages: true });
    expect(text.replace(/\s/g, '').split(html.replace(/\s/g, ''))).toHaveLength(3);
    const { content } = await office.api['invoices.xrechnung']({ id: draft.id });
    const xml = new TextDecoder().decode(content);
    expect(xml).not.toContain('<script>');
    expect(xml).toContain('&lt;script&gt;alert("x")&lt;/script&gt;&lt;b&gt;&amp;amp;&lt;/b&gt;');
  });
});

describe('identifiers', () => {
  test('each is refused at its field with its rule, and empty is "not given"', async () => {
    const office = await openWatchedOffice();
    const cases: [field: string, rule: string, wrong: string[], right: string[]][] = [
      [
        'leitwegId',
        'leitweg-id',
        ['04011000-12345-04', '04011000-12345', 'x', '04011000-12345-00'],
        ['04011000-12345-03'],
      ],
      [
        'email',
        'email',
        ['x', 'a@b', 'a b@c.de', 'a@b@c.de', 'a..b@c.de', '@c.de', 'a@c.de,b@c.de'],
        ['büro@kordes.example'],
      ],
      ['vatId', 'vat-id', ['DE123456789', 'DE12345678', 'XX123456788', '123456788'], ['DE123456788', 'DE 123 456 788']],
    ];
    for (const [field, rule, wrong, right] of cases) {
      for (const text of wrong) {
        await expectInvalid(office, 'customers.create', customer({ [field]: text }), [field, rule]);
      }
      for (const text of [...right, '']) await accepted(office, 'customers.create', customer({ [field]: text }));
    }
    await expectInvalid(office, 'customers.create', customer(address({ country: 'XX' })), [
      'address.country',
      'country',
    ]);
    await expectInvalid(office, 'customers.create', customer({ kind: 'other' }), ['kind', 'choice']);
    await expectInvalid(office, 'customers.create', customer({ language: 'fr' }), ['language', 'choice']);
  });

  test('so are those of the company', async () => {
    const office = await openWatchedOffice();
    const cases: [field: string, rule: string, wrong: string[], right: string[]][] = [
      [
        'iban',
        'iban',
        ['DE02120300000000202052', 'DE0212030000000020205', 'XX02120300000000202051', 'x'],
        ['DE02 1203 0000 0000 2020 51'],
      ],
      ['bic', 'bic', ['BYLADEM', 'BYLADEM10012', '12345678'], ['byladem1001', 'MARKDEFF']],
      ['taxNumber', 'tax-number', ['123', 'abc', '71//123/45678'], ['71/123/45678']],
      ['phone', 'phone', ['12', 'call me'], ['+49 421 555 0140']],
      ['email', 'email', ['x'], ['rechnung@musterbuero.example']],
    ];
    for (const [field, rule, wrong, right] of cases) {
      for (const text of wrong) {
        await expectInvalid(office, 'company.update', await company(office, { [field]: text }), [field, rule]);
      }
      for (const text of [...right, '']) {
        await accepted(office, 'company.update', await company(office, { [field]: text }));
      }
    }
    expect(office.defects()).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Customer } from '#shared/contract/customers.ts';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { createCustomer, createDraft, finalise, newRequestId } from '../builders/office.ts';
import { prepareSamples } from './samples.ts';
import { accepted, expectInvalid, openDraftOffice, openWatchedOffice, refusal } from './watched-office.ts';

const NOWHERE = 987_654;

describe('what does not exist', () => {
  test('a call for a record that is not there names kind and id', async () => {
    const office = await openWatchedOffice();
    const samples = await prepareSamples(office.api);
    const cases = [
      ...(['customers.get', 'customers.update', 'customers.archive'] as const).map(
        (call) => [call, 'customer'] as const,
      ),
      ...(['invoices.get', 'invoices.update', 'invoices.delete', 'invoices.explain'] as const).map(
        (call) => [call, 'invoice'] as const,
      ),
      ...(['invoices.check', 'invoices.finalise', 'invoices.pdf', 'invoices.xrechnung'] as const).map(
        (call) => [call, 'invoice'] as const,
      ),
      ...(['entries.add', 'entries.update', 'entries.remove', 'entries.move', 'allowances.set'] as const).map(
        (call) => [call, 'invoice'] as const,
      ),
      ['profiles.update', 'profile'] as const,
      ['vatRates.update', 'vatRate'] as const,
    ];
    for (const [call, record] of cases) {
      const reply = await refusal(office, call, { ...samples[call], id: NOWHERE });
      expect([call, reply]).toMatchObject([call, { code: 'not-found', details: { record, id: NOWHERE } }]);
    }
    for (const call of ['entries.update', 'entries.remove', 'entries.move'] as const) {
      const reply = await refusal(office, call, { ...samples[call], entryId: NOWHERE });
      expect([call, reply]).toMatchObject([call, { code: 'not-found', details: { record: 'entry', id: NOWHERE } }]);
    }
  });

  test('an input that refers to what is not there is refused at the field', async () => {
    const { office, line, input, withLine } = await openDraftOffice();
    for (const field of ['customerId', 'responsibleId', 'templateId']) {
      await expectInvalid(office, 'invoices.create', input({ [field]: NOWHERE }), [field, 'unknown-record']);
    }
    const rate = { vatRateId: NOWHERE };
    await expectInvalid(office, 'invoices.create', withLine(rate), ['entries.0.vatRateId', 'vat-rate-unknown']);
    const { id, revision, entries } = await accepted<InvoiceDetail>(office, 'invoices.create', input());
    const changing = { id, expectedRevision: revision, entry: { ...line, ...rate } };
    const entryId = entries[0]?.id;
    await expectInvalid(office, 'entries.add', { ...changing, requestId: newRequestId() }, [
      'entry.vatRateId',
      'vat-rate-unknown',
    ]);
    await expectInvalid(office, 'entries.update', { ...changing, entryId }, ['entry.vatRateId', 'vat-rate-unknown']);
    const text = { kind: 'text', area: 'intro', content: 'Guten Tag' };
    await expectInvalid(office, 'entries.update', { ...changing, entryId, entry: text }, ['entry.kind', 'kind-fixed']);
    await expectInvalid(office, 'invoices.update', { id, expectedRevision: revision, customerId: NOWHERE }, [
      'customerId',
      'unknown-record',
    ]);
  });

  test('an archived customer gets no new invoice, and keeps the ones it has', async () => {
    const { office, input } = await openDraftOffice();
    const draft = await accepted<InvoiceDetail>(office, 'invoices.create', input());
    const { id, revision: expectedRevision } = await accepted<Customer>(office, 'customers.get', {
      id: draft.customerId,
    });
    await accepted(office, 'customers.archive', { id, expectedRevision, archived: true });
    await expectInvalid(office, 'invoices.create', input(), ['customerId', 'customer-archived']);
    const other = await createDraft(office.api);
    const change = { id: other.id, expectedRevision: other.revision, customerId: id };
    await expectInvalid(office, 'invoices.update', change, ['customerId', 'customer-archived']);
    const kept = { id: draft.id, expectedRevision: draft.revision, customerId: id, title: 'Wie gehabt' };
    expect(await accepted(office, 'invoices.update', kept)).toMatchObject({
      title: 'Wie gehabt',
      customer: { archived: true },
    });
  });

  test('a customer number is given once', async () => {
    const office = await openWatchedOffice();
    const first = await createCustomer(office.api, { number: 'K-1' });
    const second = await createCustomer(office.api);
    const details = [{ field: 'number', rule: 'number-taken', parameters: { number: 'K-1' } }];
    const again = { requestId: newRequestId(), kind: 'business', name: 'Kordes', number: 'K-1' };
    expect(await refusal(office, 'customers.create', again)).toMatchObject({ code: 'already-exists', details });
    const change = { id: second.id, expectedRevision: second.revision, number: 'K-1' };
    expect(await refusal(office, 'customers.update', change)).toMatchObject({ code: 'already-exists', details });
    await accepted(office, 'customers.update', { id: first.id, expectedRevision: first.revision, number: 'K-1' });
  });

  test('a cursor that is none of the list is refused', async () => {
    const office = await openWatchedOffice();
    for (const cursor of ['', 'x', '[]', '[1]', '{"a":1}', '[null,1]', '["a",1.5]', '[[1],1]', '["a","b"]']) {
      const place = { kind: 'after', cursor };
      await expectInvalid(office, 'invoices.list', { place }, ['place.cursor', 'cursor']);
    }
  });
});

describe('request ids', () => {
  test('the same request twice makes one record and gets the same reply', async () => {
    const { office, line, input } = await openDraftOffice();
    const create = input();
    const [first, again] = await Promise.all([
      accepted<InvoiceDetail>(office, 'invoices.create', create),
      accepted<InvoiceDetail>(office, 'invoices.create', create),
    ]);
    expect(again).toEqual(first);
    expect(await accepted(office, 'invoices.summary', {})).toMatchObject({ count: 1 });

    const add = { id: first.id, expectedRevision: first.revision, requestId: newRequestId(), entry: line };
    const added = await accepted<InvoiceDetail>(office, 'entries.add', add);
    expect(await accepted(office, 'entries.add', add)).toEqual(added);
    expect(added.entries).toHaveLength(2);

    const customer = { requestId: newRequestId(), kind: 'private', name: 'Frau Kordes' };
    const { id } = await accepted<Customer>(office, 'customers.create', customer);
    expect(await accepted(office, 'customers.create', customer)).toMatchObject({ id });
    expect(await accepted(office, 'customers.list', { search: 'Kordes' })).toMatchObject({ count: 1 });
  });

  test('finalising twice with one request gives one number', async () => {
    const office = await openWatchedOffice();
    const draft = await createDraft(office.api);
    const request = { id: draft.id, expectedRevision: draft.revision, requestId: newRequestId() };
    const first = await accepted<InvoiceDetail>(office, 'invoices.finalise', request);
    expect(await accepted(office, 'invoices.finalise', request)).toEqual(first);
    const other = { ...request, requestId: newRequestId() };
    expect(await refusal(office, 'invoices.finalise', other)).toMatchObject({
      ...{ code: 'not-allowed', details: { status: 'final', action: 'finalise' } },
    });
  });

  test('a request id that was used for something else is refused', async () => {
    const { office, line, input } = await openDraftOffice();
    const create = input();
    const draft = await accepted<InvoiceDetail>(office, 'invoices.create', create);
    const { requestId } = create;
    const others = [
      ['invoices.create', { ...create, title: 'anders' }],
      ['customers.create', { requestId, kind: 'business', name: 'Kordes' }],
      ['entries.add', { id: draft.id, expectedRevision: draft.revision, requestId, entry: line }],
      ['invoices.finalise', { id: draft.id, expectedRevision: draft.revision, requestId }],
    ] as const;
    for (const [call, other] of others) {
      expect([call, await refusal(office, call, other)]).toMatchObject([call, { code: 'request-mismatch' }]);
    }
  });

  test('a refused request leaves its id free', async () => {
    const { office, input } = await openDraftOffice();
    const request = input({ templateId: NOWHERE });
    await expectInvalid(office, 'invoices.create', request, ['templateId', 'unknown-record']);
    await accepted(office, 'invoices.create', { ...request, templateId: null });
  });

  test('a request id has 8 to 64 plain characters', async () => {
    const { office, input } = await openDraftOffice();
    for (const requestId of ['', 'short', 'x'.repeat(65), 'with space', 'ümlaut-12', 'a/b/c/d/e']) {
      await expectInvalid(office, 'invoices.create', input({ requestId }), ['requestId', 'request-id']);
    }
  });
});

describe('stale copies', () => {
  test('every changing call is refused with who saved and when', async () => {
    const office = await openWatchedOffice();
    const samples = await prepareSamples(office.api);
    const changing = Object.entries(samples).filter(([, sample]) => 'expectedRevision' in sample);
    expect(changing.map(([name]) => name).sort()).toEqual([
      ...['allowances.set', 'company.setLogo', 'company.update', 'customers.archive', 'customers.update'],
      ...[
        'entries.add',
        'entries.addMany',
        'entries.move',
        'entries.remove',
        'entries.removeMany',
        'entries.update',
        'invoices.cancel',
        'invoices.delete',
        'invoices.dispute',
        'invoices.finalise',
        'invoices.finishChanges',
        'invoices.markSent',
        'invoices.pay',
        'invoices.requestChanges',
        'invoices.settle',
        'invoices.settleDispute',
        'invoices.update',
      ],
      ...['numberRanges.join', 'numberRanges.separate', 'numberRanges.update', 'profiles.update'],
      ...['savedFilters.delete', 'savedFilters.update'],
      ...['textBlocks.delete', 'textBlocks.update', 'vatRates.update'],
    ]);
    for (const [name, sample] of changing) {
      const expectedRevision = 77;
      const reply = await refusal(office, name as keyof typeof samples, { ...sample, expectedRevision });
      expect([name, reply]).toMatchObject([
        name,
        {
          code: 'stale',
          details: {
            expectedRevision,
            changedBy: expect.stringMatching(/./) as unknown,
            changedAt: office.clock.now(),
          },
        },
      ]);
    }
  });

  test('the second of two who save the same is told of the first', async () => {
    const office = await openWatchedOffice();
    const draft = await createDraft(office.api);
    office.clock.set('2026-11-21T10:00:00.000Z');
    const change = { id: draft.id, expectedRevision: draft.revision };
    const [first, second] = await Promise.all([
      office.dispatch('invoices.update', { ...change, title: 'erste' }),
      office.dispatch('invoices.update', { ...change, title: 'zweite' }),
    ]);
    expect(first).toMatchObject({ ok: true, data: { title: 'erste', revision: draft.revision + 1 } });
    expect(second).toMatchObject({
      code: 'stale',
      details: {
        ...{ record: 'invoice', id: draft.id, expectedRevision: draft.revision, revision: draft.revision + 1 },
        ...{ changedBy: 'Katharina Lindner', changedAt: '2026-11-21T10:00:00.000Z' },
      },
    });
    expect(await accepted(office, 'invoices.get', { id: draft.id })).toMatchObject({ title: 'erste' });
  });
});

describe('what the status forbids', () => {
  test('a final invoice refuses every change', async () => {
    const { office, line, input } = await openDraftOffice();
    const created = await accepted<InvoiceDetail>(
      office,
      'invoices.create',
      input({ servicePeriod: { start: '2026-11-01', end: '2026-11-17' } }),
    );
    const { id, revision: expectedRevision, entries } = await finalise(office.api, created);
    const changing = { id, expectedRevision };
    const entryId = entries[0]?.id;
    const cases = [
      ['invoices.update', 'edit', { title: 'anders' }],
      ['invoices.delete', 'delete', {}],
      ['entries.add', 'edit-lines', { requestId: newRequestId(), entry: line }],
      ['entries.update', 'edit-lines', { entryId, entry: line }],
      ['entries.remove', 'edit-lines', { entryId }],
      ['entries.move', 'edit-lines', { entryId, index: 0 }],
      ['allowances.set', 'edit-lines', { allowances: [] }],
    ] as const;
    for (const [call, action, change] of cases) {
      const reply = await refusal(office, call, { ...changing, ...change });
      expect([call, reply]).toMatchObject([call, { code: 'not-allowed', details: { status: 'final', action } }]);
    }
    expect(await refusal(office, 'invoices.check', { id })).toMatchObject({ code: 'not-allowed' });
  });

  test('a draft has no XRechnung, and without a template no PDF', async () => {
    const { office, input } = await openDraftOffice();
    const { id, revision } = await accepted<InvoiceDetail>(office, 'invoices.create', input({ templateId: null }));
    expect(await refusal(office, 'invoices.xrechnung', { id })).toMatchObject({ code: 'no-e-invoice' });
    expect(await refusal(office, 'invoices.pdf', { id })).toMatchObject({ code: 'template-missing' });
    const request = { id, expectedRevision: revision, requestId: newRequestId() };
    expect(await refusal(office, 'invoices.finalise', request)).toMatchObject({
      code: 'conditions-unmet',
      details: { blocking: expect.arrayContaining([expect.objectContaining({ rule: 'template-missing' })]) as unknown },
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { CURRENCIES } from '#shared/domain/currencies.ts';
import { newRequestId } from '../builders/office.ts';
import {
  accepted,
  expectInvalid,
  openDraftOffice,
  openWatchedOffice,
  refusal,
  type WatchedOffice,
} from './watched-office.ts';

function create(office: WatchedOffice, input: unknown): Promise<InvoiceDetail> {
  return accepted<InvoiceDetail>(office, 'invoices.create', input);
}

type Case = [changes: object, field: string, rule: string];

async function expectEachInvalid(
  office: WatchedOffice,
  cases: Case[],
  input: (changes: object) => object,
): Promise<void> {
  for (const [changes, field, rule] of cases)
    await expectInvalid(office, 'invoices.create', input(changes), [field, rule]);
}

describe('numbers', () => {
  test('[A7.3] a position discount in percent is above 0 and at most 100', async () => {
    const { office, withLine } = await openDraftOffice();
    const discount = (percent: unknown) => withLine({ discount: { kind: 'percent', percent } });
    for (const percent of ['0', '0.00', '-0', '-1', '100.01', '1000']) {
      await expectInvalid(office, 'invoices.create', discount(percent), [
        'entries.0.discount.percent',
        'percent-range',
      ]);
    }
    for (const percent of ['0.005', 'abc', '', '1e1', '2,5', ' 5', '+5', '05', 'Infinity']) {
      await expectInvalid(office, 'invoices.create', discount(percent), ['entries.0.discount.percent', 'decimal']);
    }
    await expectInvalid(office, 'invoices.create', discount(5), ['entries.0.discount.percent', 'type']);
    for (const [percent, net] of [
      ['0.01', 9_999],
      ['100', 0],
      ['100.00', 0],
      ['12.5', 8_750],
    ] as const) {
      expect((await create(office, discount(percent))).totals.net).toBe(net);
    }
    expect(office.defects()).toEqual([]);
  });

  test('[A7.4] a fixed position discount is above 0 and may exceed the position', async () => {
    const { office, withLine } = await openDraftOffice();
    const discount = (amount: unknown) => withLine({ discount: { kind: 'amount', amount } });
    for (const [amount, rule] of [
      [0, 'amount-positive'],
      [-1, 'amount-positive'],
      [1.5, 'type'],
      ['5', 'type'],
      [10_000_000_000, 'too-large'],
    ] as const) {
      await expectInvalid(office, 'invoices.create', discount(amount), ['entries.0.discount.amount', rule]);
    }
    const credit = await create(office, discount(15_000));
    expect(credit.totals).toMatchObject({ net: -5_000, vat: -950, gross: -5_950 });
    expect((await create(office, discount(1))).totals.net).toBe(9_999);
  });

  test('the same holds for overall discounts and Skonto; Skonto may be empty', async () => {
    const { office, input } = await openDraftOffice();
    const allowance = (discount: object) => ({ allowances: [{ name: 'Treue', discount }] });
    const skonto = (skontoPercent: unknown, skontoDays: unknown = 7) => ({
      terms: { dueDays: 14, skontoDays, skontoPercent },
    });
    await expectEachInvalid(
      office,
      [
        [allowance({ kind: 'percent', percent: '0' }), 'allowances.0.discount.percent', 'percent-range'],
        [allowance({ kind: 'percent', percent: '100.01' }), 'allowances.0.discount.percent', 'percent-range'],
        [allowance({ kind: 'amount', amount: 0 }), 'allowances.0.discount.amount', 'amount-positive'],
        [allowance({ kind: 'other', amount: 1 }), 'allowances.0.discount.kind', 'choice'],
        [{ allowances: [{ name: ' ', discount: { kind: 'amount', amount: 1 } }] }, 'allowances.0.name', 'required'],
        [skonto('0'), 'terms.skontoPercent', 'percent-range'],
        [skonto('-2'), 'terms.skontoPercent', 'percent-range'],
        [skonto('100.01'), 'terms.skontoPercent', 'percent-range'],
        [skonto('0.005'), 'terms.skontoPercent', 'decimal'],
        [skonto('abc'), 'terms.skontoPercent', 'decimal'],
        [skonto(null), 'terms.skontoPercent', 'skonto-incomplete'],
        [skonto('2', null), 'terms.skontoPercent', 'skonto-incomplete'],
        [skonto('2', 15), 'terms.skontoDays', 'skonto-after-due'],
        [skonto('2', -1), 'terms.skontoDays', 'too-small'],
        [{ terms: { dueDays: 3_651, skontoDays: null, skontoPercent: null } }, 'terms.dueDays', 'too-large'],
      ],
      input,
    );
    for (const percent of ['0.01', '100', '100.00']) {
      expect((await create(office, input(skonto(percent)))).totals.skonto).toBe(percent === '0.01' ? 1 : 11_900);
    }
    expect((await create(office, input(skonto(null, null)))).totals.skonto).toBeNull();
  });

  test('a VAT rate has 0.00 to 100.00 percent', async () => {
    const office = await openWatchedOffice();
    const rate = (percent: unknown, category = 'S') => ({
      requestId: newRequestId(),
      rate: {
        name: 'Neu',
        category,
        exemptionReason: '',
        smallBusiness: false,
        periods: [{ validFrom: '2020-01-01', percent }],
      },
    });
    for (const percent of ['-0.01', '100.01']) {
      await expectInvalid(office, 'vatRates.create', rate(percent), ['rate.periods.0.percent', 'percent-range']);
    }
    for (const percent of ['19.001', 'x']) {
      await expectInvalid(office, 'vatRates.create', rate(percent), ['rate.periods.0.percent', 'decimal']);
    }
    await expectInvalid(office, 'vatRates.create', rate('0'), ['rate.periods', 'percent-must-not-be-zero']);
    await expectInvalid(office, 'vatRates.create', rate('19', 'AE'), ['rate.periods', 'percent-must-be-zero']);
    for (const percent of ['0.01', '100', '100.00']) await accepted(office, 'vatRates.create', rate(percent));
    await accepted(office, 'vatRates.create', rate('0.00', 'Z'));
  });

  test('a unit price ends at 99,999,999.99, a quantity at 9,999,999.9999', async () => {
    const { office, withLine } = await openDraftOffice();
    await expectEachInvalid(
      office,
      [
        [{ unitPrice: '100000000' }, 'entries.0.unitPrice', 'price-range'],
        [{ unitPrice: '99999999.9901' }, 'entries.0.unitPrice', 'price-range'],
        [{ unitPrice: '-0.01' }, 'entries.0.unitPrice', 'price-range'],
        [{ unitPrice: '0.00001' }, 'entries.0.unitPrice', 'decimal'],
        [{ unitPrice: '1.234,56' }, 'entries.0.unitPrice', 'decimal'],
        [{ unitPrice: '9'.repeat(400) }, 'entries.0.unitPrice', 'decimal'],
        [{ quantity: '10000000' }, 'entries.0.quantity', 'quantity-range'],
        [{ quantity: '-10000000' }, 'entries.0.quantity', 'quantity-range'],
        [{ quantity: '1.00001' }, 'entries.0.quantity', 'decimal'],
      ],
      withLine,
    );
    const dear = { unitPrice: '99999999.99', discount: { kind: 'amount', amount: 9_000_000_000 } };
    expect((await create(office, withLine(dear))).totals.lines[0]?.beforeDiscount).toBe(9_999_999_999);
    expect((await create(office, withLine({ quantity: '-9999999.9999', unitPrice: '1' }))).totals.net).toBe(
      -1_000_000_000,
    );
  });

  test('a sum beyond 99,999,999.99 is refused by its name and nothing is stored', async () => {
    const { office, line, input, withLine } = await openDraftOffice();
    const refused = await refusal(office, 'invoices.create', withLine({ unitPrice: '99999999.99' }));
    expect(refused).toMatchObject({ code: 'amount-out-of-range', details: { figure: 'gross' } });
    const product = await refusal(office, 'invoices.create', withLine({ quantity: '2', unitPrice: '50000000' }));
    expect(product).toMatchObject({ code: 'amount-out-of-range', details: { figure: 'line.0.beforeDiscount' } });

    const draft = await create(office, input());
    const entry = { ...line, unitPrice: '99999999' };
    const changing = { id: draft.id, expectedRevision: draft.revision };
    for (const [call, change] of [
      ['entries.add', { requestId: newRequestId(), entry }],
      ['entries.update', { entryId: draft.entries[0]?.id, entry }],
    ] as const) {
      expect(await refusal(office, call, { ...changing, ...change })).toMatchObject({ code: 'amount-out-of-range' });
    }
    expect(await accepted(office, 'invoices.get', { id: draft.id })).toEqual(draft);
  });

  test('a rate that would take a draft over the limit is refused with it', async () => {
    const { office, withLine } = await openDraftOffice();
    const { rates } = await office.api['vatRates.list']({});
    const rate = rates.find(({ name }) => name === 'Ermäßigter Satz');
    await create(office, withLine({ unitPrice: '93000000', vatRateId: rate?.id }));
    const {
      id,
      revision: expectedRevision,
      name,
      category,
      exemptionReason,
      smallBusiness,
      archived,
    } = rate ?? rates[0]!;
    const raised = {
      name,
      category,
      exemptionReason,
      smallBusiness,
      periods: [{ validFrom: '1990-01-01', percent: '19' }],
    };
    const reply = await refusal(office, 'vatRates.update', { id, expectedRevision, archived, rate: raised });
    expect(reply.code).toBe('amount-out-of-range');
  });
});

describe('dates and choices', () => {
  test('impossible days are refused', async () => {
    const { office, input } = await openDraftOffice();
    const days = [
      '2026-02-30',
      '2025-02-29',
      '21.11.2026',
      '2026-13-01',
      '2026-00-10',
      '2026-11-31',
      '1899-12-31',
      '2190-01-01',
      '2200-01-01',
      '',
      '2026-11-20T00:00:00Z',
      ' 2026-11-20',
    ];
    for (const day of days) {
      await expectInvalid(office, 'invoices.create', input({ issueDate: day }), ['issueDate', 'date']);
      await expectInvalid(office, 'invoices.create', input({ servicePeriod: { start: day, end: '2189-12-31' } }), [
        'servicePeriod.start',
        'date',
      ]);
    }
    await expectInvalid(office, 'invoices.list', { filter: { issuedFrom: '2026-02-30' } }, [
      'filter.issuedFrom',
      'date',
    ]);
    expect((await create(office, input({ issueDate: '2024-02-29' }))).dueDate).toBe('2024-03-14');
  });

  test('the last days of the calendar leave room for what is computed from them', async () => {
    const { office, input } = await openDraftOffice();
    await expectInvalid(office, 'invoices.create', input({ issueDate: '2190-01-01' }), ['issueDate', 'date']);
    const lastDay = { issueDate: '2189-12-31', servicePeriod: { start: '2189-12-01', end: '2189-12-31' } };
    const terms = { dueDays: 3_650, skontoDays: null, skontoPercent: null };
    const draft = await create(office, input({ ...lastDay, terms }));
    expect(draft.dueDate).toBe('2199-12-29');
    await accepted(office, 'invoices.check', { id: draft.id });
    expect(await accepted(office, 'invoices.list', {})).toMatchObject({ rows: [{ dueDate: '2199-12-29' }] });
    expect(office.defects()).toEqual([]);
  });

  test('a service period ends on or after its start', async () => {
    const { office, input } = await openDraftOffice();
    const servicePeriod = { start: '2026-11-17', end: '2026-11-16' };
    await expectInvalid(office, 'invoices.create', input({ servicePeriod }), ['servicePeriod.end', 'end-before-start']);
    const day = { start: '2026-11-17', end: '2026-11-17' };
    expect((await create(office, input({ servicePeriod: day }))).servicePeriod).toEqual(day);
  });

  test('there are nine currencies', async () => {
    const { office, input } = await openDraftOffice();
    for (const currency of ['JPY', 'BTC', 'eur', '', 'EUR ', 'DEM']) {
      await expectInvalid(office, 'invoices.create', input({ currency }), ['currency', 'choice']);
    }
    expect(CURRENCIES).toHaveLength(9);
    for (const currency of CURRENCIES) expect((await create(office, input({ currency }))).currency).toBe(currency);
  });

  test('an exchange rate is above 0, has six places, a day and a source', async () => {
    const { office, input } = await openDraftOffice();
    const exchange = (changes: object) =>
      input({ currency: 'CHF', exchangeRate: { rate: '0.9412', date: '2026-11-19', source: 'EZB', ...changes } });
    await expectEachInvalid(
      office,
      [
        [{ rate: '0' }, 'exchangeRate.rate', 'rate-range'],
        [{ rate: '-1' }, 'exchangeRate.rate', 'rate-range'],
        [{ rate: '1000000.1' }, 'exchangeRate.rate', 'rate-range'],
        [{ rate: '0.0000001' }, 'exchangeRate.rate', 'decimal'],
        [{ date: '2026-02-30' }, 'exchangeRate.date', 'date'],
        [{ source: '' }, 'exchangeRate.source', 'required'],
      ],
      exchange,
    );
    for (const rate of ['0.000001', '1000000', '1.500000']) {
      const reply = await office.dispatch('invoices.create', exchange({ rate }));
      expect([rate, reply]).toMatchObject([rate, { ok: true }]);
    }
  });
});

import { describe, expect, test } from 'vitest';
import {
  becomeSmallBusiness,
  createCustomer,
  createDraft,
  finalise,
  newRequestId,
  openReadyOffice,
  openTestOffice,
  rateId,
  type KontorApi,
} from '../../../tests/builders/office.ts';

const line = { kind: 'line', title: 'Beratung', quantity: '1', unit: 'hour', unitPrice: '1000' } as const;
const abroad = { street: 'Getreidegasse 9', addition: '', postCode: '5020', city: 'Salzburg', country: 'AT' };

async function checkOf(api: KontorApi, input: Parameters<typeof createDraft>[1] = {}) {
  return api['invoices.check']({ id: (await createDraft(api, input)).id });
}

const open = (conditions: { rule: string; field: string }[]) =>
  conditions.map(({ rule, field }) => `${field}: ${rule}`);

async function linesWith(api: KontorApi, ...rates: string[]) {
  const entries = [];
  for (const rate of rates) entries.push({ ...line, vatRateId: await rateId(api, rate) });
  return entries;
}

describe('conditions', () => {
  test('an empty office lacks all that the law wants, each with its field [F1.1]', async () => {
    const { api } = await openTestOffice();
    const customerId = (await createCustomer(api, { address: { ...abroad, postCode: '', city: '', country: 'DE' } }))
      .id;
    const check = await checkOf(api, { customerId, servicePeriod: null });
    expect(check.ready).toBe(false);
    expect(open(check.blocking)).toEqual([
      'company.name: mandatory',
      'company.address.street: mandatory',
      'company.address.postCode: mandatory',
      'company.address.city: mandatory',
      'customer.address.postCode: mandatory',
      'customer.address.city: mandatory',
      'invoice.servicePeriod: mandatory',
      'company.vatId: tax-id-missing',
    ]);
    expect(check.nextNumber).toBe('RE-2026-0001');
  });

  test('[D17] an office may have missing Pflichtangaben remarked on only; a wrong tax blocks all the same', async () => {
    const { api } = await openReadyOffice();
    const { revision } = await api['company.get']({});
    await api['company.update']({ expectedRevision: revision, blocksMissingContent: false });
    const customerId = (await createCustomer(api, { eInvoice: 'none' })).id;
    const lenient = await checkOf(api, { customerId, servicePeriod: null });
    expect(lenient).toMatchObject({ ready: true, blocking: [] });
    expect(open(lenient.hints)).toContain('invoice.servicePeriod: mandatory');
    const entries = await linesWith(api, 'Kleinunternehmer (§ 19 UStG)');
    expect(open((await checkOf(api, { customerId, entries })).blocking)).toEqual([
      'entries.0.vatRateId: not-a-small-business',
    ]);
  });

  test('a text alone is no invoice: at least one position [A17.3] [A17.4]', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api, { entries: [{ kind: 'text', area: 'intro', content: 'Guten Tag' }] });
    await expect(finalise(api, draft)).rejects.toMatchObject({ code: 'conditions-unmet' });
    expect(open((await api['invoices.check']({ id: draft.id })).blocking)).toContain('entries: no-lines');
    expect((await api['invoices.get']({ id: draft.id })).status).toBe('draft');
  });

  test('the Leistungszeitraum must be there [F1.3]', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api, { servicePeriod: null });
    expect(open((await api['invoices.check']({ id: draft.id })).blocking)).toEqual([
      'invoice.servicePeriod: mandatory',
    ]);
    await expect(finalise(api, draft)).rejects.toMatchObject({ code: 'conditions-unmet' });
  });

  test('what is missing but optional is a hint and never blocks [A17.5]', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api, { title: '' });
    const check = await api['invoices.check']({ id: draft.id });
    expect(check.hints.map(({ rule }) => rule)).toEqual(['title-missing', 'intro-missing', 'closing-missing']);
    expect((await finalise(api, draft)).status).toBe('final');
  });

  test('a supply of more than six months ago is a hint [F1.2]', async () => {
    const { api } = await openReadyOffice();
    const hints = async (end: string) =>
      (await checkOf(api, { issueDate: '2026-11-20', servicePeriod: { start: '2026-01-01', end } })).hints.map(
        ({ rule }) => rule,
      );
    expect(await hints('2026-05-19')).toContain('service-period-long-ago');
    expect(await hints('2026-05-20')).not.toContain('service-period-long-ago');
  });

  test('reverse charge and intra-community supply need both VAT ids and print their note [F1.4] [F1.5]', async () => {
    const { api } = await openReadyOffice();
    const notes = {
      'Reverse Charge (§ 13b UStG)': 'Steuerschuldnerschaft des Leistungsempfängers',
      'Innergemeinschaftliche Lieferung': 'Steuerfreie innergemeinschaftliche Lieferung',
    };
    for (const [rate, note] of Object.entries(notes)) {
      const entries = await linesWith(api, rate);
      const customer = await createCustomer(api, { address: abroad });
      const draft = await createDraft(api, { customerId: customer.id, entries });
      expect(open((await api['invoices.check']({ id: draft.id })).blocking)).toEqual(['customer.vatId: mandatory']);
      await api['customers.update']({ id: customer.id, expectedRevision: customer.revision, vatId: 'ATU13585627' });
      const final = await finalise(api, await api['invoices.get']({ id: draft.id }));
      expect(final.totals.vat).toBe(0);
      const xml = new TextDecoder().decode((await api['invoices.xrechnung']({ id: final.id })).content);
      expect(xml).toContain(`<cbc:TaxExemptionReason>${note}</cbc:TaxExemptionReason>`);
    }
  });

  test('an invoice up to 250 EUR needs neither recipient, tax number nor time of supply [F1.7]', async () => {
    const { api } = await openReadyOffice();
    const { revision } = await api['company.get']({});
    await api['company.update']({ expectedRevision: revision, vatId: '' });
    const customerId = (await createCustomer(api, { address: { ...abroad, postCode: '', city: '', country: 'DE' } }))
      .id;
    const vatRateId = await rateId(api);
    const blocking = async (unitPrice: string) =>
      open(
        (await checkOf(api, { customerId, servicePeriod: null, entries: [{ ...line, unitPrice, vatRateId }] }))
          .blocking,
      );
    expect(await blocking('210.08')).toEqual([]);
    expect(await blocking('210.09')).toHaveLength(4);
  });

  test('VAT comes from the defined rates of the last day of the Leistungszeitraum [F1.8]', async () => {
    const { api } = await openReadyOffice();
    const percents = [];
    for (const end of ['2020-06-30', '2020-07-01', '2020-12-31', '2021-01-01']) {
      const draft = await createDraft(api, { servicePeriod: { start: '2020-01-01', end } });
      percents.push(draft.totals.vatBreakdown[0]?.percent);
    }
    expect(percents).toEqual(['19', '16', '16', '19']);
    const before = { start: '1999-01-01', end: '1999-12-31' };
    expect(open((await checkOf(api, { servicePeriod: before })).blocking)).toEqual([
      'entries.0.vatRateId: vat-rate-undefined',
    ]);
  });

  test('an exchange rate that was typed before the currency became EUR does not count', async () => {
    const { api } = await openReadyOffice();
    const exchangeRate = { rate: '0.9', date: '2026-11-19', source: 'EZB' };
    const draft = await createDraft(api, { currency: 'GBP', exchangeRate });
    const inEuro = await api['invoices.update']({ id: draft.id, expectedRevision: draft.revision, currency: 'EUR' });
    expect(inEuro.totals.vatInEuro).toBeNull();
    expect((await finalise(api, inEuro)).number).toBe('RE-2026-0001');
  });

  test('in foreign currency without VAT nothing is said in EUR, and no rate is asked for [F4.11]', async () => {
    const { api } = await openReadyOffice();
    const customerId = (await createCustomer(api, { address: abroad, vatId: 'ATU13585627' })).id;
    const entries = await linesWith(api, 'Reverse Charge (§ 13b UStG)');
    const final = await finalise(api, await createDraft(api, { customerId, entries, currency: 'CHF' }));
    const xml = new TextDecoder().decode((await api['invoices.xrechnung']({ id: final.id })).content);
    expect(xml).not.toContain('TaxCurrencyCode');
  });

  test('only another member state gets an intra-community supply; export and reverse charge hint at odd buyers [F1.5]', async () => {
    const { api } = await openReadyOffice();
    const ofRate = async (rate: string, customer: object) => {
      const customerId = (await createCustomer(api, customer)).id;
      return checkOf(api, { customerId, entries: await linesWith(api, rate) });
    };
    const german = await ofRate('Innergemeinschaftliche Lieferung', { vatId: 'DE136695976' });
    expect(open(german.blocking)).toEqual(['entries.0.vatRateId: not-intra-community']);
    const rules = ({ hints }: { hints: { rule: string }[] }) => hints.map(({ rule }) => rule);
    expect(rules(await ofRate('Ausfuhr (Drittland)', { address: abroad }))).toContain('export-within-eu');
    expect(rules(await ofRate('Reverse Charge (§ 13b UStG)', { kind: 'private' }))).toContain(
      'reverse-charge-to-private',
    );
  });

  test('without a Vorlage the check names that beside all other conditions', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api, { templateId: null, entries: [] });
    const { blocking } = await api['invoices.check']({ id: draft.id });
    expect(open(blocking)).toEqual(['invoice.templateId: template-missing', 'entries: no-lines']);
    await expect(finalise(api, draft)).rejects.toMatchObject({ code: 'conditions-unmet' });
  });

  test('a description may stand for the title', async () => {
    const { api } = await openReadyOffice();
    const [entry] = await linesWith(api, 'Regelsteuersatz');
    const blocking = async (description: string) =>
      open((await checkOf(api, { entries: [{ ...entry!, title: '', description }] })).blocking);
    expect(await blocking('Wartung der Anlage')).toEqual([]);
    expect(await blocking('')).toEqual(['entries.0.title: mandatory']);
  });

  test('a Kleinunternehmer bills abroad by the rules of that case, never with VAT [F1.4]', async () => {
    const { api } = await openReadyOffice();
    await becomeSmallBusiness(api);
    const customerId = (await createCustomer(api, { address: abroad, vatId: 'ATU13585627' })).id;
    const blocking = async (rate: string) =>
      open((await checkOf(api, { customerId, entries: await linesWith(api, rate) })).blocking);
    expect(await blocking('Reverse Charge (§ 13b UStG)')).toEqual([]);
    for (const rate of ['Regelsteuersatz', 'Nullsatz (§ 12 Abs. 3 UStG)', 'Innergemeinschaftliche Lieferung']) {
      expect(await blocking(rate)).toEqual(['entries.0.vatRateId: small-business-shows-no-vat']);
    }
  });

  test('a Kleinunternehmer shows no VAT, and nobody else uses the rate of § 19', async () => {
    const { api } = await openReadyOffice();
    const entries = await linesWith(api, 'Kleinunternehmer (§ 19 UStG)', 'Regelsteuersatz');
    const draft = await createDraft(api, { entries });
    const blocking = async () => open((await api['invoices.check']({ id: draft.id })).blocking);
    // Outside § 19 the rate has no reason of its own either.
    expect(await blocking()).toEqual(['entries.0.vatRateId: not-a-small-business']);
    await becomeSmallBusiness(api);
    expect(await blocking()).toEqual(['entries.1.vatRateId: small-business-shows-no-vat']);
  });

  test('a placeholder without a value and a character without a glyph block at their entry', async () => {
    const { api } = await openReadyOffice();
    const [entry] = await linesWith(api, 'Regelsteuersatz');
    const check = await checkOf(api, {
      reference: '',
      entries: [
        { kind: 'text', area: 'intro', content: 'Zu {reference} von {nobody}' },
        { ...entry!, title: 'Wartung 🛠' },
      ],
    });
    expect(open(check.blocking)).toEqual([
      'entries.0.content: placeholder-empty',
      'entries.0.content: placeholder-empty',
      'entries.1.title: unprintable-character',
    ]);
    expect(check.blocking[2]?.parameters).toEqual({ character: '🛠', codePoint: 'U+1F6E0' });
  });

  test('a foreign currency needs its exchange rate', async () => {
    const { api } = await openReadyOffice();
    const draft = await createDraft(api, { currency: 'CHF' });
    expect(open((await api['invoices.check']({ id: draft.id })).blocking)).toEqual([
      'invoice.exchangeRate: exchange-rate-missing',
    ]);
    const exchangeRate = { rate: '0.9312', date: '2026-11-19', source: 'EZB' };
    const rated = await api['invoices.update']({ id: draft.id, expectedRevision: draft.revision, exchangeRate });
    expect(rated.totals.vatInEuro).toBe(8_570);
    expect((await finalise(api, rated)).number).toBe('RE-2026-0001');
  });
});

describe('the e-invoice', () => {
  test('is wanted of every customer, none only by explicit choice [D22]', async () => {
    const { api } = await openReadyOffice();
    expect((await createCustomer(api)).eInvoice).toBe('xrechnung');
    const chosen = await createCustomer(api, { eInvoice: 'none' });
    const final = await finalise(api, await createDraft(api, { customerId: chosen.id }));
    expect(final).toMatchObject({ eInvoice: 'none', files: [{ kind: 'pdf' }] });
    await expect(api['invoices.xrechnung']({ id: final.id })).rejects.toMatchObject({ code: 'no-e-invoice' });
  });

  test('when data are missing it says what, in which class, and offers to go without where the law allows [F3.1] [F3.2]', async () => {
    const { api } = await openReadyOffice();
    const customer = await createCustomer(api, { email: '' });
    const attempt = async (issueDate: string, eInvoice?: 'none') => {
      const { id, revision } = await createDraft(api, { customerId: customer.id, issueDate });
      const call = { id, expectedRevision: revision, requestId: newRequestId(), ...(eInvoice && { eInvoice }) };
      return { check: (await api['invoices.check']({ id })).eInvoice, finalise: () => api['invoices.finalise'](call) };
    };
    const now = await attempt('2026-11-20');
    expect(now.check).toMatchObject({ wanted: 'xrechnung', ready: false, mayBeOmitted: true, reason: 'not-yet' });
    const errors = now.check.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ field }) => field)).toEqual(['customer.email']);
    expect(['format', 'business-rule', 'content']).toContain(errors[0]?.class);
    await expect(now.finalise()).rejects.toMatchObject({ code: 'conditions-unmet' });
    expect((await (await attempt('2026-11-20', 'none')).finalise()).eInvoice).toBe('none');

    const later = await attempt('2028-01-01', 'none');
    expect(later.check).toMatchObject({ mayBeOmitted: false, reason: 'mandatory' });
    await expect(later.finalise()).rejects.toMatchObject({ code: 'conditions-unmet' });
  });
});

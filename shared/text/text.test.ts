import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES, type FieldProblem } from '../contract/errors.ts';
import { contract } from '../contract/index.ts';
import { describeCall } from '../contract/describe.ts';
import { LANGUAGES } from '../domain/template.ts';
import { DAMAGE_RULES } from '../../electron/host/office/damages.ts';
import { PICTURE_RULES } from '../../electron/host/output/pdf/picture/picture-error.ts';
import { damageSentence, errorSentence, fieldName, findingSentence, problemSentence } from './index.ts';
import { E_INVOICE_RULES } from './e-invoice-rules.ts';
import { ERRORS } from './errors.ts';
import { FIELD_RULES } from './problems.ts';
import type { Sentence } from './sentence.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The source texts of folders, without tests. */
function sources(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
  );
}

function found(texts: string[], ...patterns: RegExp[]): string[] {
  const names = texts.flatMap((text) =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, n]) => n ?? '')),
  );
  return [...new Set(names)].sort();
}

/** Everything that the sentences may ask for. */
const PARAMETERS = {
  ...{ minimum: '0.01', maximum: 100, places: 2, character: 'ß', choices: 'a, b', expected: 'string' },
  ...{ name: 'Muster', code: 'DE', number: '10001', id: 7 },
  ...{
    date: '2026-11-21',
    lastDate: '2026-11-22',
    today: '2026-11-20',
    amount: 123_450,
    usual: 20_000,
    limit: 10_000_000,
    currency: 'EUR',
  },
  ...{ width: 5000, height: 300, pattern: 'RE-1', counter: '(C)', year: '(YYYY)', known: '(YYYY), (C)' },
};

function expectWhole(sentence: string): void {
  expect(sentence).toMatch(/^[A-ZÄÖÜ].*[.)\d]$/s);
  expect(sentence).not.toMatch(/[{}…]|undefined|null|\[object/);
}

/** Words that stand where a chosen rule may stand, and are none. */
const NOT_RULES = ['given', 'entries', 'command'];
const NAME = "'([a-z][a-z-]*)'";
/** How contract and host name the rule of a field; damages have rules of their own. */
const FIELD_RULE_NAMES = found(
  sources('shared/contract', 'electron/host', 'electron/application', 'electron/cli').filter(
    (text) => !/DamageRule|Damage\b/.test(text),
  ),
  new RegExp(`\\brule: ${NAME}`, 'g'),
  new RegExp(`\\b(?:rule|at|condition)\\(\\s*${NAME}`, 'g'),
  new RegExp(`\\b(?:checked|decimal)\\(\\d+, ${NAME}`, 'g'),
  new RegExp(`\\brefused\\('[a-zA-Z.]+', ${NAME}`, 'g'),
  // The hints of the finalise check: condition, rule, field.
  new RegExp(`\\[[^,\\[\\]]+, ${NAME}, '(?:(?:invoice|customer)\\.[a-zA-Z.]+|entries)'\\]`, 'g'),
);
/** Where a rule is one of two, chosen by what was found. */
const CHOSEN_RULE_NAMES = found(
  sources('shared/contract', 'electron/host/finalise').filter((text) => /\b(?:at|condition)\(/.test(text)),
  new RegExp(`(?:\\?|:|\\?\\?|return) ${NAME}`, 'g'),
).filter((name) => !NOT_RULES.includes(name));
const RULE_NAMES = [...new Set([...FIELD_RULE_NAMES, ...CHOSEN_RULE_NAMES])];

describe('rules of fields', () => {
  test('the scan of the source sees the ways in which rules are named', () => {
    expect(RULE_NAMES).toEqual(
      expect.arrayContaining([
        ...['required', 'type', 'too-long', 'too-many', 'too-few', 'too-large', 'too-small', 'unknown-field', 'choice'],
        ...['leitweg-id', 'percent-range', 'skonto-incomplete', 'vat-rate-unknown', 'kind-fixed', 'customer-archived'],
        ...['mandatory', 'small-business-shows-no-vat', 'not-a-small-business', 'no-lines', 'intro-missing'],
        ...['service-period-long-ago', 'unprintable-character', 'json', 'cursor', 'character', 'date', 'invalid'],
      ]),
    );
  });

  const richTextRules = found(
    sources('shared/domain')
      .filter((text) => text.includes('interface RichTextProblem'))
      .map((text) => /rule:\n((?:\s+\| '[a-z-]+'(?:;)?\n)+)/.exec(text)?.[1] ?? ''),
    /'([a-z-]+)'/g,
  );

  test('the rules of rich texts are read from their type', () => {
    expect(richTextRules).toHaveLength(9);
  });

  const patternRules = found(
    sources('shared/domain').map((text) => /type PatternProblem =\n((?:\s+\| '[a-z-]+';?\n?)+)/.exec(text)?.[1] ?? ''),
    /'([a-z-]+)'/g,
  ).map((rule) => `pattern-${rule}`);
  const ALL_RULES = [...new Set([...RULE_NAMES, ...richTextRules, ...patternRules, ...PICTURE_RULES])];

  test('the rules of patterns are read from their type', () => {
    expect(patternRules).toHaveLength(8);
  });

  test.each(ALL_RULES)('"%s" has a sentence in every language', (rule) => {
    expect(Object.keys(FIELD_RULES)).toContain(rule);
    for (const language of LANGUAGES) {
      expectWhole(problemSentence({ field: 'entries.3.title', rule, parameters: PARAMETERS }, language));
    }
  });

  test('no sentence is left over', () => {
    expect(Object.keys(FIELD_RULES).filter((rule) => !ALL_RULES.includes(rule))).toEqual([]);
  });
});

describe('rules of the e-invoice', () => {
  const texts = sources('electron/host/output/einvoice');
  const families = ['S', 'Z', 'E', 'AE', 'IC', 'G', 'O'];
  const plain = found(
    texts,
    /\b(?:error|warning)\(\s*'([A-Z0-9a-z-]+)'/g,
    /'((?:BR|PEPPOL)-[A-Z0-9a-z-]+)'/g,
    /rule: '([A-Z-]+)'/g,
  );
  const numbered = found(texts, /`(?:BR-\$\{[^`]*\}|\$\{family\})-(\d+)`/g);
  const rules = [...plain, ...numbered.flatMap((number) => families.map((family) => `BR-${family}-${number}`))];

  test('the scan of the source sees every kind of rule', () => {
    expect(numbered).toEqual(['05', '08', '09', '10']);
    expect(plain).toEqual(
      expect.arrayContaining(['BR-02', 'BR-DE-23-a', 'XSD', 'XML', 'LEITWEG-ID', 'PEPPOL-EN16931-R120']),
    );
  });

  test.each(rules)('%s has a sentence in every language', (rule) => {
    expect(Object.keys(E_INVOICE_RULES)).toContain(rule);
    for (const language of LANGUAGES) expectWhole(findingSentence({ rule, field: 'customer.address.city' }, language));
  });

  test('no sentence is left over', () => {
    expect(Object.keys(E_INVOICE_RULES).filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});

describe('damages', () => {
  test.each(DAMAGE_RULES)('"%s" has a sentence in every language', (rule) => {
    for (const language of LANGUAGES) {
      const sentence = damageSentence({ rule, record: 'invoice', recordId: 12, detail: 'pdf' }, language);
      expectWhole(sentence);
      if (rule !== 'integrity')
        expect(sentence).not.toBe(
          damageSentence({ rule: 'integrity', record: '', recordId: null, detail: 'pdf' }, language),
        );
    }
  });
});

describe('codes', () => {
  const problem: FieldProblem = { field: 'contact.email', rule: 'email', parameters: {} };
  const details = {
    ...{ name: 'a.b', record: 'invoice', id: 12, changedBy: 'Frau Lindner', changedAt: '2026-11-21T09:30:00.000Z' },
    ...{ status: 'final', action: 'delete', user: 'k', machine: 'm', since: '2026-11-21T09:30:00.000Z' },
    ...{ reason: 'page 7', backup: 'office.backup', service: 'Dropbox' },
  };

  test.each(ERROR_CODES)('"%s" has a sentence in every language', (code) => {
    for (const language of LANGUAGES) expectWhole(errorSentence(code, details, language));
    expect(ERRORS[code].de).not.toBe(ERRORS[code].en);
  });

  test.each(ERROR_CODES)('"%s" has a sentence whatever the details are', (code) => {
    for (const odd of [null, undefined, 5, 'text', [], [null, 3, {}], {}, { status: 'constructor', findings: 1 }]) {
      expect(errorSentence(code, odd, 'de')).not.toMatch(/[{}]|undefined|null|\[object|function/);
    }
  });

  test('a refusal names what is wrong, field by field, each once', () => {
    expect(errorSentence('invalid-input', [problem, problem], 'de')).toBe(
      'Bitte prüfen Sie Ihre Eingaben. Bitte prüfen Sie das Feld „E-Mail des Ansprechpartners“. Das ist keine E-Mail-Adresse (Form: name@firma.de).',
    );
  });

  test('stale says who and when, in the time of this machine', () => {
    expect(errorSentence('stale', { ...details, changedAt: '2026-11-21T12:00:00' }, 'de')).toBe(
      'Bitte laden Sie neu und wiederholen Sie Ihre Änderung. Frau Lindner hat inzwischen gespeichert (21.11.2026, 12:00).',
    );
  });

  test('a file in use says so, too, when nobody knows by whom', () => {
    expect(errorSentence('office-in-use', { user: '', machine: '', since: '' }, 'de')).toBe(
      'Bitte schließen Sie Kontor im anderen Fenster. Jemand hat die Datei geöffnet (unbekannter Rechner, seit: unbekannt).',
    );
  });

  test('what the status forbids is said in the words of the window', () => {
    expect(errorSentence('not-allowed', details, 'de')).toBe(
      'Bei einer Rechnung mit dem Status „Final“ ist „Löschen“ nicht möglich.',
    );
  });

  test('unmet conditions are listed; findings of the e-invoice only when one is wanted', () => {
    const blocking = [{ rule: 'mandatory', field: 'company.address.city', parameters: {} }];
    const findings = [
      { rule: 'BR-DE-6', field: 'profile.phone', class: 'business-rule', severity: 'error' },
      { rule: 'BR-DE-19', field: 'company.iban', class: 'business-rule', severity: 'warning' },
    ];
    const check = (wanted: string) => ({ blocking, eInvoice: { wanted, ready: false, findings, mayBeOmitted: false } });
    const intro =
      'Die Rechnung kann noch nicht finalisiert werden. Bitte ergänzen Sie das Feld „Ort der Firma“. Es ist eine Pflichtangabe (§ 14 UStG).';
    expect(errorSentence('conditions-unmet', check('xrechnung'), 'de')).toBe(
      `${intro} Bitte ergänzen Sie das Feld „Telefon des Verantwortlichen“. Die E-Rechnung verlangt diese Angabe.`,
    );
    expect(errorSentence('conditions-unmet', check('none'), 'de')).toBe(
      `${intro} Diese Rechnung braucht eine E-Rechnung (§ 14 UStG).`,
    );
  });
});

describe('fields', () => {
  type Schema = { properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[] };

  function pathsOf({ properties = {}, items, anyOf = [], oneOf = [] }: Schema, path: string): string[] {
    const under = (name: string): string => (path === '' ? name : `${path}.${name}`);
    return [
      ...Object.entries(properties).flatMap(([name, schema]) => [under(name), ...pathsOf(schema, under(name))]),
      ...(items ? pathsOf(items, under('0')) : []),
      ...[...anyOf, ...oneOf].flatMap((schema) => pathsOf(schema, path)),
    ];
  }

  test('every field of every input has a name', () => {
    const paths = Object.values(contract).flatMap((call) => pathsOf(describeCall(call).input, ''));
    expect(paths.length).toBeGreaterThan(200);
    for (const path of new Set(paths)) {
      expect([path, fieldName(path, 'de')]).not.toEqual([path, path]);
    }
  });

  test('every field that findings and conditions name has a name', () => {
    const paths = found(
      sources('electron/host/finalise', 'electron/host/output').filter((text) => !text.includes('action:')),
      /'((?:company|customer|profile|invoice)\.[A-Za-z.]+)'/g,
    );
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) expect([path, fieldName(path, 'de')]).not.toEqual([path, path]);
  });

  test.each([
    ['', 'Eingabe', 'input'],
    ['company.address.city', 'Ort der Firma', 'city of the company'],
    ['seller.address.city', 'Ort der Firma', 'city of the company'],
    ['buyerAddress.address.street', 'Straße der Rechnungsanschrift', 'street of the billing address'],
    ['entries.3.title', 'Titel von Eintrag 4', 'title of entry 4'],
    ['positions.1.title', 'Titel von Position 2', 'title of position 2'],
    ['introText.content', 'Text der Einleitung', 'text of the introduction'],
    ['entries.0.content.blocks.0.inlines.2.text', 'Text von Eintrag 1', 'text of entry 1'],
    ['allowances.1.discount.percent', 'Prozentsatz von Gesamtrabatt 2', 'percentage of overall discount 2'],
    ['entry.discount.percent', 'Prozentsatz', 'percentage'],
    ['rate.periods.0.validFrom', 'Gültig ab von Zeitraum 1', 'valid from of period 1'],
    ['terms.skontoPercent', 'Skonto', 'early payment discount'],
    ['colour', 'colour', 'colour'],
    ['constructor', 'constructor', 'constructor'],
  ])('"%s" is "%s"', (path, german, english) => {
    expect([fieldName(path, 'de'), fieldName(path, 'en')]).toEqual([german, english]);
  });

  test('limits and types are written as people read them', () => {
    const limits = {
      rule: 'price-range',
      field: 'entry.unitPrice',
      parameters: { minimum: '0', maximum: '99999999.99' },
    };
    expect(problemSentence(limits, 'de')).toContain('von 0 bis 99.999.999,99');
    expect(problemSentence(limits, 'en')).toContain('from 0 to 99,999,999.99');
    const type = { rule: 'type', field: 'archived', parameters: { expected: 'boolean' } };
    expect(problemSentence(type, 'de')).toBe('Bitte geben Sie im Feld „Archiviert“ Ja oder Nein an.');
    const empty = { rule: 'placeholder-empty', field: 'entries.0.content', parameters: { name: 'contactName' } };
    expect(problemSentence(empty, 'de')).toContain('„Ansprechpartner“');
  });

  test('what somebody typed is taken as it is', () => {
    const sentence: Sentence = FIELD_RULES['customer-archived'] ?? { de: '', en: '' };
    expect(sentence.de).toContain('{name}');
    const problem = { rule: 'customer-archived', field: 'customerId', parameters: { name: '{field} $& GmbH' } };
    expect(problemSentence(problem, 'de')).toContain('„{field} $& GmbH“');
  });
});

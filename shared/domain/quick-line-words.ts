import type { Currency } from './currencies.ts';
import type { Unit } from './units.ts';

/**
 * The words that the quick line knows, as `foldWord` writes them: lower case, umlauts spelled out, no accents and no dot at
 * the end. A word that stands in no list belongs to the title.
 */

const UNIT_SPELLINGS = {
  hour: 'h std stdn stnd stunde stunden arbeitsstunde arbeitsstunden mannstunde mannstunden personenstunde personenstunden zeitstunde zeitstunden hrs hour hours',
  day: 'tag tage tagen pt personentag personentage manntag manntage arbeitstag arbeitstage beratertag beratertage tagewerk day days',
  month: 'monat monate monaten monats mon mt month months',
  piece: 'stk st stck stueck stuecke stuecken stuck pcs pc piece pieces',
  'flat-rate': 'pauschal pauschale pauschalen pausch psch pschl pauschalpreis pauschalbetrag festpreis',
} as const satisfies Record<Unit, string>;

/** Unit by spelling. */
export const UNIT_WORDS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(UNIT_SPELLINGS).flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit as Unit])),
);

/** They say the unit, but nobody counts them: "Mai 2026 pauschal". */
export const UNCOUNTED = new Set(['pauschal', 'pauschalpreis', 'pauschalbetrag', 'festpreis']);

/** How a unit is written where a choice rewrites the line. */
export const UNIT_SIGNS = {
  piece: 'Stk',
  hour: 'Std',
  day: 'Tage',
  month: 'Monate',
  'flat-rate': 'psch',
} as const satisfies Record<Unit, string>;

/** Says per which unit a price is, without a sign before it: "120 € stündlich". */
export const PER_WORDS: ReadonlyMap<string, Unit> = new Map([
  ['stuendlich', 'hour'],
  ['taeglich', 'day'],
  ['monatlich', 'month'],
  ['mtl', 'month'],
]);

/** Prices that carry their unit in their name. */
export const RATE_WORDS: ReadonlyMap<string, Unit> = new Map([
  ['stundensatz', 'hour'],
  ['stundenlohn', 'hour'],
  ['tagessatz', 'day'],
  ['monatssatz', 'month'],
  ['stueckpreis', 'piece'],
]);

export const CURRENCY_WORDS: ReadonlyMap<string, Currency> = new Map([
  ['€', 'EUR'],
  ['eur', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['chf', 'CHF'],
  ['sfr', 'CHF'],
  ['franken', 'CHF'],
  ['$', 'USD'],
  ['usd', 'USD'],
  ['dollar', 'USD'],
  ['£', 'GBP'],
  ['gbp', 'GBP'],
  ['pfund', 'GBP'],
  ['dkk', 'DKK'],
  ['sek', 'SEK'],
  ['nok', 'NOK'],
  ['pln', 'PLN'],
  ['czk', 'CZK'],
]);

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Amounts that are no whole unit of a currency; written out they can be read. */
export const MONEY_FRAGMENTS = words('ct cent cents k t tsd tausend teur mio');

export const TIMES = words('x × * mal');
/** Before a price: of one unit. */
export const UNIT_PRICE_WORDS = words('a je @ ep einzelpreis einheitspreis each');
export const TOTAL_WORDS = words(
  'gesamt insgesamt zusammen total gesamtpreis gesamtbetrag summe gesamtsumme endpreis endbetrag',
);
export const PER = words('/ pro je per p');
export const ARTICLES = words('die der das den');

export const VAT_WORDS = words('mwst mwst-satz ust mehrwertsteuer umsatzsteuer vat steuer steuersatz ust-satz');
/** Before a VAT rate: on top of the price, as all prices of Kontor. */
export const ON_TOP_WORDS = words('zzgl zuzgl zuzueglich plus exkl exklusive +');
/** Before a VAT rate: within the price. */
export const INCLUDED_WORDS = words('inkl incl inclusive inklusive einschl einschliesslich');
/** No VAT for a reason that the line cannot name. */
export const UNTAXED_WORDS = words(
  'steuerfrei ust-frei mwst-frei umsatzsteuerfrei mehrwertsteuerfrei kleinunternehmer kleinunternehmerregelung innergemeinschaftlich innergemeinschaftliche reverse-charge',
);

export const DISCOUNT_WORDS = words(
  'rabatt rab nachlass preisnachlass abzug abschlag ermaessigung discount mengenrabatt treuerabatt stammkundenrabatt neukundenrabatt sonderrabatt sofortrabatt kundenrabatt',
);
/** Before a discount: take it off. */
export const LESS_WORDS = words('minus abzgl abzueglich weniger');
export const SURCHARGE_WORDS = words(
  'zuschlag aufschlag nachtzuschlag wochenendzuschlag sonntagszuschlag feiertagszuschlag eilzuschlag expresszuschlag notdienstzuschlag',
);

/** Measures that are none of the five units. */
export const MEASURES = words(
  'm m² m2 qm m³ m3 cbm km cm mm lfm lfdm fm rm kg g gr mg l ml kwh mb gb tb ha ar zoll meter metern quadratmeter kubikmeter kilometer zentimeter millimeter liter gramm kilo kilogramm tonne tonnen hektar laufmeter seemeilen grad',
);
/** Measures of time: the price may be of an hour or a day, so they are never taken as they stand. */
export const TIME_MEASURES = words(
  'min minute minuten sek sekunde sekunden woche wochen jahr jahre jahren quartal quartale halbjahr halbjahre mal/woche aw',
);

/** A number behind one of these is a name, not a quantity. */
export const LABELS = words(
  'nr nummer no art artikel artnr art.-nr artikelnummer teil teile-nr haus hausnummer raum zimmer etage stock phase stufe version release modell typ serie seite kapitel abschnitt position pos los block modul paket variante kw kalenderwoche woche q quartal pflegegrad klasse din iso en vde dguv sgb windows office word excel server ticket auftrag bestellung angebot rechnung projekt vertrag lieferschein filiale platz tor halle linie zone bad wohnung einheit we charge gruppe sprint folge staffel band heft ausgabe abs absatz §',
);
export const MONTH_NAMES = words(
  'januar jan februar feb maerz mrz april apr mai juni jun juli jul august aug september sep sept oktober okt november nov dezember dez jahr jahres sommer winter herbst fruehjahr fruehling saison ostern weihnachten messe ss ws',
);

/** Numbers in words; their digits stand in the choice that is offered. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ['halbe', '0,5'],
  ['halber', '0,5'],
  ['halben', '0,5'],
  ['halbes', '0,5'],
  ['anderthalb', '1,5'],
  ['eineinhalb', '1,5'],
  ['zweieinhalb', '2,5'],
  ['dreieinhalb', '3,5'],
  ['dreiviertel', '0,75'],
  ['zwei', '2'],
  ['zwo', '2'],
  ['drei', '3'],
  ['vier', '4'],
  ['fuenf', '5'],
  ['sechs', '6'],
  ['sieben', '7'],
  ['acht', '8'],
  ['neun', '9'],
  ['zehn', '10'],
  ['elf', '11'],
  ['zwoelf', '12'],
  ['zwanzig', '20'],
  ['dreissig', '30'],
  ['fuenfzig', '50'],
  ['hundert', '100'],
  ['dutzend', '12'],
]);
export const ONE_WORDS = words('ein eine einen einem einer');

/** Between title and figures; no part of the title when they stand beside one. */
export const LEADING_FILLERS = words('von zu a');
export const TRAILING_FILLERS = words(
  'zu zum zur fuer je a pro per mit bei von nur ca circa preis kostet kosten macht ist und plus zzgl abzgl inkl in a',
);

/** One spelling of a word for all lists. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\.$/, '');
}

const SPELLED_OUT = ['stunde', 'stunden', 'monat', 'monate', 'stueck', 'pauschale', 'pauschal'];

/** The unit word that was meant when one letter is wrong, missing, too many or in the wrong place; else null. */
export function nearUnitWord(key: string): string | null {
  if (key.length < 5 || UNIT_WORDS.has(key)) return null;
  return SPELLED_OUT.find((word) => isOneSlipAway(key, word)) ?? null;
}

function isOneSlipAway(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return left !== right;
  return left.length === 2 && right.length === 2 && left === `${right.at(1)}${right.at(0)}`;
}

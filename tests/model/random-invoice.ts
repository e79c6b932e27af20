import type { ModelDiscount, ModelInvoice } from './exact-totals.ts';

/** Numbers in [0, 1) that are the same for the same seed everywhere (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const RATES = ['19', '19', '7', '7', '16', '5', '10.7', '5.5'];
const UNTAXED = ['Z', 'E', 'AE', 'K', 'G', 'O'];
/** Together with each other they give half cents, zeros and one-cent lines. */
const AWKWARD_QUANTITIES = ['1', '-1', '0', '0.5', '-0.5', '1.5', '0.0001', '3', '-3', '0.3333', '7.7777'];
const AWKWARD_PRICES = ['0', '0.01', '0.005', '0.015', '1.005', '8.165', '0.0001', '2.675', '33.3333', '99.99', '100'];
const AWKWARD_PERCENTS = ['100', '50', '0.01', '33.33', '99.99', '12.5', '10', '2.25'];

/** An invoice full of awkward numbers, always the same for the same seed: decimal texts, within the limits of the app. */
export function randomInvoice(seed: number): ModelInvoice {
  const next = random(seed);
  const chance = (probability: number): boolean => next() < probability;
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = (choices: string[]): string => choices[whole(0, choices.length - 1)] ?? '';
  const decimal = (mostWhole: number, places: number): string => {
    const fraction = Array.from({ length: whole(0, places) }, () => String(whole(0, 9))).join('');
    return `${whole(0, mostWhole)}${fraction === '' ? '' : '.'}${fraction}`;
  };
  const positiveAmount = (most: number): string => `${whole(0, most)}.${whole(0, 9)}${whole(1, 9)}`;
  const percent = (): string => (chance(0.6) ? pick(AWKWARD_PERCENTS) : positiveAmount(98));
  const discount = (): ModelDiscount => {
    if (chance(0.5)) return { percent: percent() };
    return { amount: positiveAmount(chance(0.3) ? 99_999 : 30) };
  };

  // Credits meet charges in some invoices only, so that ordinary ones stay the majority.
  const negativeShare = chance(0.35) ? next() : 0;
  const groups = Array.from({ length: whole(1, 4) }, () => {
    return chance(0.75) ? { category: 'S', percent: pick(RATES) } : { category: pick(UNTAXED), percent: '0' };
  });
  const lines = Array.from({ length: whole(1, 12) }, () => {
    const size = chance(0.5) ? pick(AWKWARD_QUANTITIES) : decimal(999, 4);
    const quantity = chance(negativeShare) && !size.startsWith('-') ? `-${size}` : size;
    const { category, percent } = groups[whole(0, groups.length - 1)] ?? { category: 'S', percent: '19' };
    return {
      quantity: /^-0(\.0*)?$/.test(quantity) ? '0' : negativeShare === 0 ? quantity.replace('-', '') : quantity,
      unitPrice: chance(0.5) ? pick(AWKWARD_PRICES) : decimal(999, 4),
      discount: chance(0.4) ? discount() : null,
      category,
      percent,
    };
  });
  return {
    lines,
    allowances: Array.from({ length: chance(0.5) ? 0 : whole(1, 3) }, (_, index) => ({
      name: `Rabatt ${index + 1}`,
      discount: discount(),
    })),
    skontoPercent: chance(0.5) ? percent() : null,
    exchangeRate: chance(0.3) ? `${whole(0, 24)}.${whole(1, 9)}${whole(0, 9)}${whole(0, 9999)}` : null,
  };
}

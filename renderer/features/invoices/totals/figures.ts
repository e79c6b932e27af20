import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { formatPercentage } from '#shared/domain/number-format.ts';
import { currentLanguage } from '../../../stores/failure.ts';
import type { Translate } from '../types.ts';

/** What people call a figure of `shared/domain/totals.ts`: `vat.S.1900` is "Umsatzsteuer 19 %". */
export function figureTitle(figure: string, { allowances }: Pick<InvoiceDetail, 'allowances'>, t: Translate): string {
  const [name = '', ...rest] = figure.split('.');
  switch (name) {
    case 'line':
      return t(`invoices.figure-line-${rest[1] ?? 'net'}`, { number: String(Number(rest[0]) + 1) });
    case 'allowance': {
      const allowance = allowances[Number(rest[0])]?.name ?? '';
      const rate = rateOf(rest.slice(1));
      return rate === '' ? allowance : t('invoices.figure-share', { name: allowance, rate });
    }
    default: {
      const rate = rateOf(rest);
      // Without overall discounts there is one net sum, and one name for it (A7.11).
      if (name === 'net' && allowances.length === 0) return t('invoices.figure-lineNet');
      return rate === '' ? t(`invoices.figure-${name}`) : t(`invoices.figure-${name}-rate`, { rate });
    }
  }
}

/** "S.1900" is "19 %"; categories without tax are named by their code, as EN 16931 does. */
function rateOf([category = '', percent = '']: string[]): string {
  if (category === '') return '';
  const text = formatPercentage(Number(percent), currentLanguage());
  return category === 'S' ? text : `${text} (${category})`;
}

import type { Company } from '#shared/contract/company.ts';
import type { Profile } from '#shared/contract/profiles.ts';
import type { StepName } from './steps/steps.ts';

/** Something that a valid invoice still lacks: its text and the step where it is mended. */
export interface OpenPoint {
  text: `setup.open-${'name' | 'address' | 'tax' | 'contact' | 'bank'}`;
  step: StepName;
}

/** What is missing for an invoice by § 14 UStG and for an XRechnung. */
export function openPoints(company: Company, profile: Profile): OpenPoint[] {
  const { street, postCode, city } = company.address;
  const points: (OpenPoint & { isDone: boolean })[] = [
    { text: 'setup.open-name', step: 'company', isDone: company.name !== '' },
    { text: 'setup.open-address', step: 'company', isDone: [street, postCode, city].every((part) => part !== '') },
    { text: 'setup.open-tax', step: 'tax', isDone: company.taxNumber !== '' || company.vatId !== '' },
    {
      text: 'setup.open-contact',
      step: 'company',
      isDone:
        (profile.phone || company.phone) !== '' && (profile.email || company.email) !== '' && company.email !== '',
    },
    { text: 'setup.open-bank', step: 'bank', isDone: company.iban !== '' },
  ];
  return points.filter(({ isDone }) => !isDone).map(({ text, step }) => ({ text, step }));
}

import { computed, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { Company, CompanyFields, Logo } from '#shared/contract/company.ts';
import { CallError, type FieldProblem } from '#shared/contract/errors.ts';
import type { NumberRange } from '#shared/contract/numbering.ts';
import type { Profile, ProfileFields } from '#shared/contract/profiles.ts';
import { api } from '../../api/index.ts';
import { useForm, type Form } from '../../components/useForm.ts';

/** The logo with its bytes. */
export interface LogoPicture extends Logo {
  content: Uint8Array;
}

/** What the set-up starts from, as the host has it. */
export interface Setup {
  company: Company;
  logo: LogoPicture | null;
  profile: Profile;
  range: NumberRange;
}

/** Asks for company, logo, active profile and the number range. */
export async function loadSetup(): Promise<Setup> {
  const [company, { logo }, { profiles, activeId }, { ranges }] = await Promise.all([
    api['company.get']({}),
    api['company.logo']({}),
    api['profiles.list']({}),
    api['numberRanges.list']({}),
  ]);
  const profile = profiles.find(({ id }) => id === activeId);
  const [range] = ranges;
  if (profile === undefined || range === undefined) throw new Error('an office has a profile and a number range');
  return { company, logo: company.logo && logo && { ...company.logo, content: logo.content }, profile, range };
}

/** What of a number range is edited; '' as last number leaves the counter where it is. */
export interface RangeFields {
  pattern: string;
  digits: number;
  yearlyReset: boolean;
  lastNumber: string;
}

export interface SetupForms {
  company: Form<CompanyFields>;
  profile: Form<ProfileFields>;
  range: Form<RangeFields>;
  logo: Readonly<ShallowRef<LogoPicture | null>>;
  storedCompany: Readonly<ShallowRef<Company>>;
  storedProfile: Readonly<ShallowRef<Profile>>;
  storedRange: Readonly<ShallowRef<NumberRange>>;
  isDirty: Readonly<Ref<boolean>>;
  isSaving: Readonly<Ref<boolean>>;
  /** When restored input was typed; '' when nothing was restored. */
  restoredAt: Readonly<Ref<string>>;
  reset: () => void;
  discard: () => void;
  /** The input is given up. */
  forget: () => void;
  /** Saves what was changed, the company first; true when all of it is stored. */
  save: () => Promise<boolean>;
  /** Saves these fields of the company alone; `required` ones must be filled in. What else was typed stays typed. */
  saveCompanyFields: (fields: (keyof CompanyFields)[], required?: FieldProblem[]) => Promise<boolean>;
  saveProfile: (required?: FieldProblem[]) => Promise<boolean>;
  saveRange: () => Promise<boolean>;
  /** Stores another logo at once, or none. @throws CallError */
  setLogo: (content: Uint8Array | null) => Promise<void>;
}

/**
 * The records of the set-up: edited on one page or in steps, each saved through the host. Numbers are asked for in a step only;
 * the page has dialogs of their own for them.
 */
export function useSetup(loaded: Setup, { asksForNumbers }: { asksForNumbers: boolean }): SetupForms {
  const company = useForm(companyFields(loaded.company), {
    place: { key: 'dialog:setup.company', opener: null },
    revision: loaded.company.revision,
  });
  const profile = useForm(profileFields(loaded.profile), {
    place: { key: `dialog:setup.profile.${loaded.profile.id}`, opener: null },
    revision: loaded.profile.revision,
  });
  const range = useForm(rangeFields(loaded.range), {
    place: asksForNumbers ? { key: `dialog:setup.range.${loaded.range.id}`, opener: null } : null,
    revision: loaded.range.revision,
  });
  const storedCompany = shallowRef(loaded.company);
  const storedProfile = shallowRef(loaded.profile);
  const storedRange = shallowRef(loaded.range);
  const logo = shallowRef(loaded.logo);

  function companySaved(stored: Company, unsaved: Partial<CompanyFields>): void {
    storedCompany.value = stored;
    company.restart(companyFields(stored), stored.revision);
    Object.assign(company.values.value, unsaved);
  }

  async function saveCompanyFields(names: (keyof CompanyFields)[], required: FieldProblem[] = []): Promise<boolean> {
    return company.submit(async (fields) => {
      refuse(required);
      const wanted = Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<CompanyFields>;
      const others = Object.entries(fields).filter(([name]) => !names.includes(name as keyof CompanyFields));
      const expectedRevision = revisionOf(company);
      companySaved(await api['company.update']({ ...wanted, expectedRevision }), Object.fromEntries(others));
    });
  }

  async function saveProfile(required: FieldProblem[] = []): Promise<boolean> {
    if (!profile.isDirty.value && required.length === 0) return true;
    return profile.submit(async (fields) => {
      refuse(required);
      const { id } = storedProfile.value;
      storedProfile.value = await api['profiles.update']({ ...fields, id, expectedRevision: revisionOf(profile) });
      profile.restart(profileFields(storedProfile.value), storedProfile.value.revision);
    });
  }

  async function saveRange(): Promise<boolean> {
    if (!range.isDirty.value) return true;
    return range.submit(async (fields) => {
      const { id } = storedRange.value;
      storedRange.value = await api['numberRanges.update']({ ...fields, id, expectedRevision: revisionOf(range) });
      range.restart(rangeFields(storedRange.value), storedRange.value.revision);
    });
  }

  async function setLogo(content: Uint8Array | null): Promise<void> {
    const unsaved = { ...company.values.value };
    const { revision } = storedCompany.value;
    const stored = await api['company.setLogo']({ expectedRevision: revision, content });
    companySaved(stored, unsaved);
    logo.value = stored.logo && content && { ...stored.logo, content };
  }

  const forms = [company, profile, range];
  return {
    ...{ company, profile, range, logo, storedCompany, storedProfile, storedRange },
    isDirty: computed(() => forms.some(({ isDirty }) => isDirty.value)),
    isSaving: computed(() => forms.some(({ isSaving }) => isSaving.value)),
    restoredAt: computed(() => forms.map(({ restoredAt }) => restoredAt.value).find((at) => at !== '') ?? ''),
    reset: () => forms.forEach((form) => form.reset()),
    discard: () => forms.forEach((form) => form.discard()),
    forget: () => forms.forEach((form) => form.forget()),
    save: async () => {
      const names = Object.keys(company.values.value) as (keyof CompanyFields)[];
      return (
        (!company.isDirty.value || (await saveCompanyFields(names))) && (await saveProfile()) && (await saveRange())
      );
    },
    ...{ saveCompanyFields, saveProfile, saveRange, setLogo },
  };
}

/** Shows what is missing at its fields, like a refusal of the host. */
function refuse(problems: FieldProblem[]): void {
  if (problems.length > 0) throw new CallError('invalid-input', 'fields are missing', problems);
}

/** The problems of fields that must be filled in and are not. */
export function missing(values: Record<string, string>): FieldProblem[] {
  return Object.entries(values)
    .filter(([, value]) => value.trim() === '')
    .map(([field]) => ({ field, rule: 'required', parameters: {} }));
}

/** The revision that the values were typed on; every form is opened with one. */
function revisionOf({ revision }: Pick<Form<object>, 'revision'>): number {
  return revision.value ?? 1;
}

function companyFields({ revision: _revision, logo: _logo, ...fields }: Company): CompanyFields {
  return fields;
}

function profileFields({ id: _id, revision: _revision, ...fields }: Profile): ProfileFields {
  return fields;
}

function rangeFields({ pattern, digits, yearlyReset }: NumberRange): RangeFields {
  return { pattern, digits, yearlyReset, lastNumber: '' };
}

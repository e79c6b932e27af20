import { computed, type Ref } from 'vue';
import type { Company, CompanyFields } from '#shared/contract/company.ts';
import type { NumberRange } from '#shared/contract/numbering.ts';
import type { Profile, ProfileFields } from '#shared/contract/profiles.ts';
import { api } from '../../api/index.ts';
import { useForm, type Form } from '../../components/useForm.ts';

/** What the set-up starts from, as the host has it. */
export interface Setup {
  company: Company;
  profile: Profile;
  ranges: NumberRange[];
}

/** Asks for company, active profile and number ranges. */
export async function loadSetup(): Promise<Setup> {
  const [company, { profiles, activeId }, { ranges }] = await Promise.all([
    api['company.get']({}),
    api['profiles.list']({}),
    api['numberRanges.list']({}),
  ]);
  const profile = profiles.find(({ id }) => id === activeId);
  if (profile === undefined) throw new Error(`the active profile ${activeId} is missing`);
  return { company, profile, ranges };
}

export interface SetupForms {
  company: Form<CompanyFields>;
  profile: Form<ProfileFields>;
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
}

/** Two records, edited on one page and saved with one button. */
export function useSetup(loaded: Setup): SetupForms {
  const company = useForm(companyFields(loaded.company), {
    place: { key: 'dialog:setup.company', opener: null },
    revision: loaded.company.revision,
  });
  const profile = useForm(profileFields(loaded.profile), {
    place: { key: `dialog:setup.profile.${loaded.profile.id}`, opener: null },
    revision: loaded.profile.revision,
  });
  const both = [company, profile];

  async function saveCompany(): Promise<boolean> {
    if (!company.isDirty.value) return true;
    return company.submit(async (fields) => {
      const stored = await api['company.update']({ ...fields, expectedRevision: revisionOf(company) });
      company.restart(companyFields(stored), stored.revision);
    });
  }

  async function saveProfile(): Promise<boolean> {
    if (!profile.isDirty.value) return true;
    return profile.submit(async (fields) => {
      const { id } = loaded.profile;
      const stored = await api['profiles.update']({ ...fields, id, expectedRevision: revisionOf(profile) });
      profile.restart(profileFields(stored), stored.revision);
    });
  }

  return {
    company,
    profile,
    isDirty: computed(() => company.isDirty.value || profile.isDirty.value),
    isSaving: computed(() => company.isSaving.value || profile.isSaving.value),
    restoredAt: computed(() => company.restoredAt.value || profile.restoredAt.value),
    reset: () => both.forEach((form) => form.reset()),
    discard: () => both.forEach((form) => form.discard()),
    forget: () => both.forEach((form) => form.forget()),
    save: async () => (await saveCompany()) && (await saveProfile()),
  };
}

/** The revision that the values were typed on; both forms are opened with one. */
function revisionOf({ revision }: Pick<Form<object>, 'revision'>): number {
  return revision.value ?? 1;
}

function companyFields({ revision: _revision, ...fields }: Company): CompanyFields {
  return fields;
}

function profileFields({ id: _id, revision: _revision, ...fields }: Profile): ProfileFields {
  return fields;
}

import { computed, ref, type Ref } from 'vue';
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
  reset: () => void;
  /** Saves what was changed, the company first; true when all of it is stored. */
  save: () => Promise<boolean>;
}

/** Two records, edited on one page and saved with one button. */
export function useSetup(loaded: Setup): SetupForms {
  const company = useForm(companyFields(loaded.company));
  const profile = useForm(profileFields(loaded.profile));
  const companyRevision = ref(loaded.company.revision);
  const profileRevision = ref(loaded.profile.revision);

  async function saveCompany(): Promise<boolean> {
    if (!company.isDirty.value) return true;
    return company.submit(async (fields) => {
      const stored = await api['company.update']({ ...fields, expectedRevision: companyRevision.value });
      companyRevision.value = stored.revision;
      company.restart(companyFields(stored));
    });
  }

  async function saveProfile(): Promise<boolean> {
    if (!profile.isDirty.value) return true;
    return profile.submit(async (fields) => {
      const { id } = loaded.profile;
      const stored = await api['profiles.update']({ ...fields, id, expectedRevision: profileRevision.value });
      profileRevision.value = stored.revision;
      profile.restart(profileFields(stored));
    });
  }

  return {
    company,
    profile,
    isDirty: computed(() => company.isDirty.value || profile.isDirty.value),
    isSaving: computed(() => company.isSaving.value || profile.isSaving.value),
    reset: () => {
      company.reset();
      profile.reset();
    },
    save: async () => (await saveCompany()) && (await saveProfile()),
  };
}

function companyFields({ revision: _revision, ...fields }: Company): CompanyFields {
  return fields;
}

function profileFields({ id: _id, revision: _revision, ...fields }: Profile): ProfileFields {
  return fields;
}

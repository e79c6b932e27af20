import { OfficeEntity, ProfileEntity } from '../store/entities/index.ts';
import type { Reader } from '../store/open.ts';

/** Id of the profile that works now; one profile per office until profiles come (D12). */
export async function activeProfileId(reader: Reader): Promise<number> {
  const { activeProfileId: id } = await reader.findOneByOrFail(OfficeEntity, { id: 1 });
  return id;
}

/** Name of the profile that works now: the "who" of journal and `stale`. */
export async function activeProfileName(reader: Reader): Promise<string> {
  const { name } = await reader.findOneByOrFail(ProfileEntity, { id: await activeProfileId(reader) });
  return name;
}

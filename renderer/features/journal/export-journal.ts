import { api, newRequestId } from '../../api/index.ts';
import { saveFile } from '../../components/save-file.ts';

/** Saves the whole journal as a file and returns its last entry, the one that says so. */
export async function exportJournal(): Promise<number> {
  const { fileName, until } = await api['journal.export']({ requestId: newRequestId() });
  const content: Uint8Array[] = [];
  for (let [after, done] = [0, false]; !done;) {
    const part = await api['journal.part']({ after, until: until.sequence });
    content.push(part.content);
    ({ last: after, done } = part);
  }
  saveFile({ fileName, content });
  return until.sequence;
}

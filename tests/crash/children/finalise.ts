/** finalise FILE: makes drafts final one after another and says each number once it is on the disk, until it is killed. */
import { finaliseDraft, insertDraft } from '../builders/office.ts';
import { openFile, parameter, say } from './lib.ts';

const store = await openFile(parameter(0));
say('open');
for (;;) {
  const id = await store.write(insertDraft);
  say(await store.write((writer) => finaliseDraft(writer, id)));
}

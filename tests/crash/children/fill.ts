/** fill FILE: makes invoices final until the file may not grow, then says what it met and whether reading still works. */
import { finaliseDraft, insertDraft } from '../builders/office.ts';
import { describeError, openFile, parameter, say } from './lib.ts';

const store = await openFile(parameter(0));
const numbers: string[] = [];
for (;;) {
  try {
    const write = store.write(async (writer) => finaliseDraft(writer, await insertDraft(writer)));
    numbers.push(await write);
  } catch (error) {
    const found = await store.read((reader) => reader.query<{ number: string }[]>('SELECT number FROM invoice ORDER BY id'));
    say({ numbers, found: found.map(({ number }) => number), error: describeError(error) });
    break;
  }
}
await store.close().catch((error: unknown) => say({ closing: describeError(error) }));

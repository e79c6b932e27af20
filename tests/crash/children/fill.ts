/** fill FILE: makes invoices final until the file may not grow, then says what it met, again and again, and what it reads. */
import { finaliseDraft, insertDraft } from '../builders/office.ts';
import { describeError, openFile, parameter, say } from './lib.ts';

const REPEATS = 3;

const store = await openFile(parameter(0));
const numbers: string[] = [];
const errors: object[] = [];
while (errors.length < REPEATS) {
  try {
    const write = store.write(async (writer) => finaliseDraft(writer, await insertDraft(writer)));
    numbers.push(await write);
  } catch (error) {
    errors.push(describeError(error));
  }
}
const rows = await store.read((reader) => reader.query<{ number: string }[]>('SELECT number FROM invoice ORDER BY id'));
say({ numbers, found: rows.map(({ number }) => number), errors });
await store.close();

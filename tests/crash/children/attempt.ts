/** attempt FILE [USER-ID]: opens the file, as another user when one is given, and says how that went. */
import { describeError, openFile, parameter, say } from './lib.ts';

const userId = process.argv[3];
if (userId !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(Number(userId));
  process.setuid?.(Number(userId));
}
try {
  const store = await openFile(parameter(0));
  say({ name: 'open' });
  await store.close();
} catch (error) {
  say(describeError(error));
}

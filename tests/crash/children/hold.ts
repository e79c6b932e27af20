/** hold FILE: opens the file, says so and keeps it until it is killed. */
import { openFile, parameter, say } from './lib.ts';

await openFile(parameter(0));
say('open');
setInterval(() => undefined, 1000);

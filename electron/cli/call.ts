import { officeContract } from '#shared/contract/index.ts';
import { CallError } from '#shared/contract/errors.ts';
import { readInput } from './input.ts';
import { withOffice, type Place } from './office.ts';
import { jsonWriter, printLine, UsageError } from './output.ts';

/** `kontor call NAME [JSON | @FILE | -]`: prints the data of the reply. */
export async function callOnce(place: Place, [name, argument, ...more]: string[]): Promise<number> {
  if (name === undefined || more.length > 0) throw new UsageError('call takes a name and at most one input');
  // Before a file is opened, and perhaps made, for nothing.
  if (!Object.hasOwn(officeContract, name)) throw new CallError('unknown-call', `there is no call "${name}"`, { name });
  const input = await readInput(argument);
  const toJson = await jsonWriter(place.files);
  const reply = await withOffice(place, (host) => host.dispatch(name, input));
  if (!reply.ok) throw new CallError(reply.code, reply.message, reply.details);
  await printLine(toJson(reply.data));
  return 0;
}

import { officeContract } from '#shared/contract/index.ts';
import { describeCall } from '#shared/contract/describe.ts';
import { printLine } from './output.ts';

/** `kontor describe`: one JSON object, a call per key, with its one-line description and the schemas of both sides. */
export async function describe(): Promise<number> {
  const calls = Object.entries(officeContract).map(([name, call]) => [name, describeCall(call)]);
  await printLine(JSON.stringify(Object.fromEntries(calls), null, 2));
  return 0;
}

import * as z from 'zod';
import { bytes, isInMemoryBytes } from './bytes.ts';
import type { Call } from './rpc.ts';

/**
 * JSON Schema of one call as a JSON transport sees it; bytes are base64 text.
 * @throws on anything that does not travel: Date, bigint, undefined.
 */
export function describeCall({ summary, input, output }: Call): { summary: string; input: object; output: object } {
  const options = {
    io: 'input',
    unrepresentable: ({ zodSchema }) => (isInMemoryBytes(zodSchema) ? {} : 'throw'),
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) !== bytes) return;
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, { type: 'string', contentEncoding: 'base64' });
    },
  } satisfies Parameters<typeof z.toJSONSchema>[1];
  return { summary, input: z.toJSONSchema(input, options), output: z.toJSONSchema(output, options) };
}

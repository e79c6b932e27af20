import { CallError } from '#shared/contract/errors.ts';
import type { Instant } from '#shared/domain/amounts.ts';
import { sha256 } from '../journal/hash.ts';
import { canonicalText } from '../journal/service.ts';
import { RequestEntity } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';

/** One creating call, as it arrived. */
export interface CreatingRequest {
  call: string;
  at: Instant;
  input: { requestId: string };
}

/**
 * Runs `create` once per request id and returns the id of what it made; a repeat (double click, reconnect) returns the
 * first one's id.
 * @throws CallError `request-mismatch` when the id was used for something else
 */
export async function oncePerRequest(
  writer: Writer,
  request: CreatingRequest,
  create: () => Promise<number>,
): Promise<number> {
  const earlier = await earlierResult(writer, request);
  if (earlier !== null) return earlier;
  const recordId = await create();
  await rememberRequest(writer, request, recordId);
  return recordId;
}

/**
 * The id of what this request made before, or null when it is new.
 * @throws CallError `request-mismatch` when the id was used for something else
 */
export async function earlierResult(reader: Reader, { call, input }: CreatingRequest): Promise<number | null> {
  const earlier = await reader.findOneBy(RequestEntity, { id: input.requestId });
  if (!earlier) return null;
  if (earlier.call === call && earlier.inputHash === hashOf(input)) return earlier.recordId;
  throw new CallError('request-mismatch', `request id ${input.requestId} was used for another ${earlier.call}`);
}

/** Notes what a request made. Only the id is kept, not the reply: replies of large invoices would fill the file. */
export async function rememberRequest(
  writer: Writer,
  { call, at, input }: CreatingRequest,
  recordId: number,
): Promise<void> {
  await writer.insert(RequestEntity, { id: input.requestId, call, inputHash: hashOf(input), recordId, at });
}

function hashOf(input: object): string {
  return sha256(canonicalText(input));
}

import { Worker } from 'node:worker_threads';
import type { PictureRule } from '../output/pdf/picture/picture-error.ts';
import type { PictureFacts } from '../output/pdf/picture/picture.ts';

export interface RefusedPicture {
  rule: PictureRule;
  parameters: Record<string, string | number>;
}
export type PictureReply = { facts: PictureFacts } | { refused: RefusedPicture };

const ENTRY = new URL('./picture-worker.ts', import.meta.url);
/** The largest picture that is allowed takes a second; what takes longer is made to take long. */
const LIMIT_MILLISECONDS = 15_000;
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 6 };
const DAMAGED: PictureReply = { refused: { rule: 'picture-damaged', parameters: {} } };

/**
 * Reads a file that came from outside in a thread of its own with limits of memory and time. A thread that dies or does
 * not end has met a damaged file.
 */
export function inspectForeignPicture(content: Uint8Array): Promise<PictureReply> {
  return new Promise((resolve) => {
    const worker = new Worker(ENTRY, { workerData: content, resourceLimits: LIMITS });
    const timer = setTimeout(() => settle(DAMAGED), LIMIT_MILLISECONDS);
    const settle = (reply: PictureReply): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(reply);
    };
    worker.once('message', settle);
    worker.once('error', () => settle(DAMAGED));
    worker.once('exit', () => settle(DAMAGED));
  });
}

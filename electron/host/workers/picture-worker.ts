import { parentPort, workerData } from 'node:worker_threads';
import { PictureError } from '../output/pdf/picture/picture-error.ts';
import { inspectPicture } from '../output/pdf/picture/picture.ts';
import type { PictureReply } from './pictures.ts';

/** The thread behind `inspectForeignPicture`: one foreign file in, what it is out; then it ends. */
parentPort?.postMessage(answer(workerData as Uint8Array));

function answer(content: Uint8Array): PictureReply {
  try {
    return { facts: inspectPicture(content) };
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    const { rule, parameters } = error;
    return { refused: { rule, parameters } };
  }
}

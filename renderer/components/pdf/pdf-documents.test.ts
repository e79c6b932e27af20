// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { DrawingRequest } from './messages.ts';
import type * as Documents from './pdf-documents.ts';

/** The thread as the window sees it. */
class FakeThread extends EventTarget {
  static started: FakeThread[] = [];
  asked: DrawingRequest[] = [];
  isEnded = false;
  constructor() {
    super();
    FakeThread.started.push(this);
  }

  postMessage(request: DrawingRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  /** Replies to the last question of this kind. */
  reply(kind: DrawingRequest['kind'], answer: object): void {
    const id = this.asked.findLast((request) => request.kind === kind)?.id;
    this.dispatchEvent(new MessageEvent('message', { data: { id, ...answer } }));
  }
}

let documents: typeof Documents;
const element = { transferControlToOffscreen: () => ({}) } as HTMLCanvasElement;
const thread = (): FakeThread => FakeThread.started.at(-1) ?? expect.fail('no thread was started');

beforeEach(async () => {
  FakeThread.started = [];
  vi.stubGlobal('Worker', FakeThread);
  vi.resetModules();
  documents = await import('./pdf-documents.ts');
});

describe('PDFs of the window', () => {
  test('are opened with the page that is looked at, and drawn by the same thread', async () => {
    const opening = documents.openPdf(new Uint8Array([1]), { number: 2, width: 500 });
    expect(thread().asked).toMatchObject([{ kind: 'open', first: { number: 2, width: 500 } }]);
    // pdf.js says that it is there, which is no reply.
    thread().dispatchEvent(new MessageEvent('message', { data: { action: 'ready' } }));
    thread().reply('open', { result: { pages: 3, ratio: 1.4 } });
    const pdf = await opening;
    expect(pdf).toMatchObject({ pages: 3, ratio: 1.4 });
    const { ratio } = pdf.draw({ number: 2, width: 500 }, documents.adoptCanvas(element));
    thread().reply('draw', { result: 1.4 });
    expect(await ratio).toBe(1.4);
    expect(FakeThread.started).toHaveLength(1);
  });

  test('are refused with the reason of the thread', async () => {
    const opening = documents.openPdf(new Uint8Array([1]));
    thread().reply('open', { error: 'InvalidPDFException' });
    await expect(opening).rejects.toThrow('InvalidPDFException');
  });

  test('a thread that ends fails what it was asked and loses its canvases; the next question starts another one', async () => {
    const canvas = documents.adoptCanvas(element);
    const opening = documents.openPdf(new Uint8Array([1]));
    const first = thread();
    expect(canvas.isLost()).toBe(false);
    first.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    await expect(opening).rejects.toThrow('the drawing thread ended: out of memory');
    expect([first.isEnded, canvas.isLost()]).toEqual([true, true]);
    void documents.openPdf(new Uint8Array([1]));
    expect(FakeThread.started).toHaveLength(2);
    expect(documents.adoptCanvas(element).isLost()).toBe(false);
  });
});

/** Places between two steps of what must happen whole or not at all (F2.3); the tests in `tests/crash` kill the process there. */
export const CRASH_POINTS = {
  finalise: [
    ...['finalise:loaded', 'finalise:rendered', 'document:snapshot', 'document:files', 'document:journal'],
    ...['document:number', 'document:row', 'document:found', 'document:remembered', 'store:committed'],
  ],
  cancel: [
    ...[
      'cancel:loaded',
      'cancel:rendered',
      'cancel:inserted',
      'document:snapshot',
      'document:files',
      'document:journal',
    ],
    ...['document:number', 'document:row', 'document:found', 'cancel:issued', 'cancel:marked', 'cancel:replaced'],
    ...['document:remembered', 'store:committed'],
  ],
  sent: ['step:row', 'step:journal', 'store:committed'],
  paid: ['pay:payment', 'step:row', 'step:journal', 'pay:sent', 'store:committed'],
} as const satisfies Record<string, string[]>;
export type CrashPoint = (typeof CRASH_POINTS)[keyof typeof CRASH_POINTS][number];

/**
 * Ends the process as a power cut would when a test has named this place in `KONTOR_CRASH_POINT`. The build knows that
 * variable as never set and leaves nothing of this in the product (`electron.vite.config.ts`).
 */
export function crashPoint(point: CrashPoint): void {
  const named = process.env['KONTOR_CRASH_POINT'];
  if (named !== undefined && named === point) process.kill(process.pid, 'SIGKILL');
}

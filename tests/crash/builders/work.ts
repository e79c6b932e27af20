import type { CRASH_POINTS, CrashPoint } from '../../../electron/host/store/crash-point.ts';
import type { JournalPosition } from '../../../electron/host/journal/service.ts';
import type { seededRandom } from './random.ts';

/** What the child `work` is told, what it says, and what each of its steps leaves in the journal. */

export type Step = 'create' | 'finalise' | 'sent' | 'part' | 'paid' | 'cancel' | 'replace';
export type Killed = keyof typeof CRASH_POINTS;

/** A call that was on its way when the process ended: the next one sends it again, as a client that got no answer does. */
export interface Call {
  step: Step;
  call: string;
  input: Record<string, unknown>;
}

export interface Order {
  file: string;
  /** Makes request ids unique. */
  run: number;
  repeat: Call | null;
  steps: Step[];
  /** Where it ends itself in its last step; null: at the hands of its parent. */
  point: CrashPoint | null;
}

/** Said before a step. */
export interface Begun {
  doing: Call;
}
/** Said after it, with the end of the journal; `refused` instead of a change. */
export interface Done {
  done: Step;
  refused: string | null;
  head: JournalPosition;
}

/** Actions in the journal, one after another, all in one transaction. From 'final' "bezahlt" makes both steps (D7). */
export const ACTIONS: Record<Step, string[][]> = {
  create: [['invoice.created']],
  finalise: [['invoice.finalised']],
  sent: [['invoice.sent']],
  part: [['invoice.paymentRecorded']],
  paid: [['invoice.sent', 'invoice.paid'], ['invoice.paid']],
  cancel: [['invoice.cancellationIssued', 'invoice.cancelled']],
  replace: [['invoice.cancellationIssued', 'invoice.cancelled', 'invoice.replaced']],
};

type Random = ReturnType<typeof seededRandom>;

/** Ways to the step that is killed at a point. */
const WAYS: Record<Killed, Step[][]> = {
  finalise: [['create', 'finalise']],
  cancel: [
    ['create', 'finalise', 'replace'],
    ['create', 'finalise', 'cancel'],
    ['create', 'finalise', 'paid', 'replace'],
    ['create', 'finalise', 'sent', 'part', 'cancel'],
  ],
  sent: [['create', 'finalise', 'sent']],
  paid: [
    ['create', 'finalise', 'paid'],
    ['create', 'finalise', 'sent', 'paid'],
    ['create', 'finalise', 'part', 'paid'],
  ],
};
/** These are only passed on one way. */
const ONLY: Partial<Record<CrashPoint, Step[]>> = {
  'pay:sent': ['create', 'finalise', 'paid'],
  'cancel:replaced': ['create', 'finalise', 'replace'],
};

export function wayTo(killed: Killed, point: CrashPoint, random: Random): Step[] {
  return ONLY[point] ?? random.pick(WAYS[killed]);
}

/** Steps for longer than a process lives. */
export function manySteps(random: Random): Step[] {
  return Array.from({ length: 200 }, () => random.pick(Object.values(WAYS).flat())).flat();
}

import type { EntryInput } from '#shared/contract/entries.ts';
import { TEXT_AREAS, type TextArea } from '#shared/domain/invoice-document.ts';

/** The area an entry is printed in; positions always stand in the body. */
export function areaOf(entry: EntryInput): TextArea {
  return entry.kind === 'line' ? 'body' : entry.area;
}

/** Introduction, body, closing; within an area the given order stays. */
export function inPrintingOrder(entries: readonly EntryInput[]): EntryInput[] {
  return TEXT_AREAS.flatMap((area) => entries.filter((entry) => areaOf(entry) === area));
}

/**
 * The nearest place to `wanted` at which an entry of this area may stand, among the areas of the other entries.
 * Without a wish: the end of its area.
 */
export function placeInArea(areas: readonly string[], area: TextArea, wanted: number | undefined): number {
  const rank = (name: string): number => (TEXT_AREAS as readonly string[]).indexOf(name);
  const first = areas.filter((other) => rank(other) < rank(area)).length;
  const last = areas.filter((other) => rank(other) <= rank(area)).length;
  return Math.min(Math.max(wanted ?? last, first), last);
}

import { describe, expect, test } from 'vitest';
import type { Strip } from './boxes.ts';
import { placeRunning, placeTogether, startFlow, type Flow } from './flow.ts';

/** Strips of height 10, each with a rule at its upper edge to see where it went. */
function strips(count: number): Strip[] {
  return Array.from({ length: count }, () => ({
    height: 10,
    boxes: [
      {
        kind: 'rule',
        element: { role: 'artifact', parent: null },
        colour: '#000000',
        thickness: 1,
        x1: 0,
        y1: 0,
        x2: 9,
        y2: 0,
      },
    ],
  }));
}

const places = (flow: Flow): number[][] =>
  flow.pages.map((page) => page.boxes.flatMap((box) => (box.kind === 'rule' ? [box.y1] : [])));

describe('running text', () => {
  test('goes on over pages', () => {
    const flow = startFlow(60, 10, 100);
    placeRunning(flow, strips(6));
    expect(places(flow)).toEqual([
      [60, 70, 80, 90],
      [10, 20],
    ]);
  });

  test('leaves no single row behind', () => {
    const flow = startFlow(90, 10, 100);
    placeRunning(flow, strips(4));
    expect(places(flow)).toEqual([[], [10, 20, 30, 40]]);
  });

  test('lets no single row go ahead', () => {
    const flow = startFlow(70, 10, 100);
    placeRunning(flow, strips(4));
    expect(places(flow)).toEqual([
      [70, 80],
      [10, 20],
    ]);
  });

  test('a single row needs only its own place', () => {
    const flow = startFlow(90, 10, 100);
    placeRunning(flow, strips(1));
    expect(places(flow)).toEqual([[90]]);
  });
});

describe('what belongs together', () => {
  test('moves to the next page as a whole', () => {
    const flow = startFlow(80, 10, 100);
    placeTogether(flow, strips(3));
    expect(places(flow)).toEqual([[], [10, 20, 30]]);
  });

  test('is divided only when no page can hold it', () => {
    const flow = startFlow(80, 10, 100);
    placeTogether(flow, strips(10));
    expect(places(flow)).toEqual([
      [80, 90],
      [10, 20, 30, 40, 50, 60, 70, 80],
    ]);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentOf, lineOf } from '../../../../../tests/bench/pdf/documents.ts';
import { layoutInvoice } from '../index.ts';
import type { Box } from './boxes.ts';
import { INFORMATION_BLOCK, MARGIN, MILLIMETRE } from './geometry.ts';
import { logoBox } from './letter.ts';

const logoOf = (width: number, height: number) => ({ hash: '0'.repeat(64), type: 'png' as const, width, height });

test('a logo keeps its proportions, stays in its place above the information block, and is not blown up', () => {
  const side = fc.integer({ min: 1, max: 4000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const box = logoBox(logoOf(width, height));
      expect(box.width / box.height).toBeCloseTo(width / height, 6);
      expect(box.width).toBeLessThanOrEqual(65 * MILLIMETRE + 0.001);
      expect(box.height).toBeLessThanOrEqual(25 * MILLIMETRE + 0.001);
      expect(box.width).toBeLessThanOrEqual(width * 0.75 + 0.001);
      expect(box.x + box.width).toBeCloseTo(MARGIN.right, 6);
      expect(box.y + box.height).toBeLessThan(INFORMATION_BLOCK.top);
    }),
  );
});

test('the name of the company makes room for it', () => {
  const seller = {
    ...documentOf([lineOf()]).seller,
    name: 'Donaudampfschifffahrtsgesellschaft Überlingen GmbH & Co. KG',
  };
  const boxes: Box[] = layoutInvoice(documentOf([lineOf()], { seller, logo: logoOf(1000, 200) }))[0]?.boxes ?? [];
  const image = boxes.find((box) => box.kind === 'image');
  const name = boxes.flatMap((box) =>
    box.kind === 'text' && box.face === 'bold' && box.y < INFORMATION_BLOCK.top ? [box] : [],
  );
  expect(image).toBeDefined();
  expect(name.length).toBeGreaterThan(0);
  for (const { x, width } of name) expect(x + width).toBeLessThan(image?.x ?? 0);
});

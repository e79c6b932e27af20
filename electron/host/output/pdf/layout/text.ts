import type { Colour } from '#shared/domain/template.ts';
import type { FaceName } from '../font/face.ts';
import { wrap, wrapText, type Row, type Run } from '../metrics/wrap.ts';
import { type Box, type Element, type Strip, type TextBox } from './boxes.ts';
import { BASELINE, type Style } from './style.ts';

/** How and where rows of text are set. */
export interface Setting {
  element: Element;
  x: number;
  width: number;
  size: number;
  lineHeight: number;
  colour: Colour;
}

/** The boxes of one row, its upper edge at `top`. */
export function rowBoxes(row: Row, setting: Setting, top: number): Box[] {
  const y = top + setting.lineHeight * BASELINE;
  const boxes: Box[] = [];
  for (const segment of row.segments) {
    const x = setting.x + segment.x;
    const { element, size, colour } = setting;
    boxes.push({
      kind: 'text',
      element,
      text: segment.text,
      face: segment.face,
      size,
      colour,
      x,
      y,
      width: segment.width,
    });
    if (segment.underline) {
      const below = y + size * 0.12;
      boxes.push({
        kind: 'rule',
        element,
        colour,
        thickness: size * 0.05,
        x1: x,
        y1: below,
        x2: x + segment.width,
        y2: below,
      });
    }
  }
  return boxes;
}

/** One strip per row. */
export function textStrips(runs: readonly Run[], setting: Setting, style: Style): Strip[] {
  const { faces, language } = style;
  return wrap(runs, { faces, language, size: setting.size, width: setting.width }).map((row) => ({
    height: setting.lineHeight,
    boxes: rowBoxes(row, setting, 0),
  }));
}

/** Strips of a text in one face. */
export function plainStrips(text: string, face: FaceName, setting: Setting, style: Style): Strip[] {
  return textStrips([{ text, face, underline: false }], setting, style);
}

/** A text in one row whose right end is at `right`. */
export function rightAligned(
  text: string,
  face: FaceName,
  setting: Omit<Setting, 'x' | 'width'> & { right: number },
  style: Style,
  top: number,
): TextBox {
  const { element, size, colour, right } = setting;
  const width = style.faces[face].width(text, size);
  const y = top + setting.lineHeight * BASELINE;
  return { kind: 'text', element, text, face, size, colour, x: right - width, y, width };
}

/** A text in one row from `x` on. */
export function leftAligned(
  text: string,
  face: FaceName,
  setting: Omit<Setting, 'width'>,
  style: Style,
  top: number,
): TextBox {
  const { element, size, colour, x } = setting;
  const y = top + setting.lineHeight * BASELINE;
  return { kind: 'text', element, text, face, size, colour, x, y, width: style.faces[face].width(text, size) };
}

/** The largest size, not above `size`, at which a text takes no more than `rows` rows of a width; at least `smallest`. */
export function sizeToFit(
  texts: readonly string[],
  face: FaceName,
  style: Style,
  limit: { size: number; smallest: number; width: number; rows: (size: number) => number },
): number {
  const { faces, language } = style;
  for (let size = limit.size; size > limit.smallest; size -= 0.25) {
    let rows = 0;
    for (const text of texts) rows += wrapText(text, face, { faces, language, size, width: limit.width }).length;
    if (rows <= limit.rows(size)) return size;
  }
  return limit.smallest;
}

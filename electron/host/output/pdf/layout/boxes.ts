import type { Colour } from '#shared/domain/template.ts';
import type { FaceName } from '../font/face.ts';

/** What a box means, so that the document can be tagged; artifacts are repeated or decorative and read by nobody. */
export type Role = 'heading' | 'paragraph' | 'table' | 'row' | 'headCell' | 'cell' | 'artifact';

/** A node of the document's structure; boxes of one node share the object. */
export interface Element {
  readonly role: Role;
  readonly parent: Element | null;
}

/** Lengths in points; the origin is the page's upper left corner, y grows downwards. */
export interface TextBox {
  kind: 'text';
  element: Element;
  text: string;
  face: FaceName;
  size: number;
  colour: Colour;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
}

export interface RuleBox {
  kind: 'rule';
  element: Element;
  colour: Colour;
  thickness: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A text across the whole page, behind everything else. */
export interface WatermarkBox {
  kind: 'watermark';
  element: Element;
  text: string;
  face: FaceName;
  size: number;
  colour: Colour;
  /** Where the baseline begins, and its slope in degrees counterclockwise. */
  x: number;
  y: number;
  angle: number;
}

/** The logo; its lower edge is `y + height`. */
export interface ImageBox {
  kind: 'image';
  element: Element;
  x: number;
  /** Of the upper edge. */
  y: number;
  width: number;
  height: number;
}

export type Box = TextBox | RuleBox | WatermarkBox | ImageBox;

export interface Page {
  boxes: Box[];
}

/** Horizontal slice of content that is never divided: boxes with y from the upper edge of the slice. */
export interface Strip {
  height: number;
  boxes: Box[];
}

export const ARTIFACT: Element = { role: 'artifact', parent: null };

export function element(role: Role, parent: Element | null = null): Element {
  return { role, parent };
}

export function heightOf(strips: readonly Strip[]): number {
  let height = 0;
  for (const strip of strips) height += strip.height;
  return height;
}

/** Moves the boxes of a strip, which nobody else holds, to their place on a page. */
export function moveDown(boxes: readonly Box[], distance: number): void {
  for (const box of boxes) {
    if (box.kind === 'rule') {
      box.y1 += distance;
      box.y2 += distance;
    } else {
      box.y += distance;
    }
  }
}

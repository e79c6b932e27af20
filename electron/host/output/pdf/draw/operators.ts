import type { Colour } from '#shared/domain/template.ts';
import { FACES, type FaceName, type Faces } from '../font/face.ts';
import type { ImageBox, Page, RuleBox, TextBox, WatermarkBox } from '../layout/boxes.ts';
import { A4 } from '../layout/geometry.ts';

/** Names of the fonts in the pages' resources. */
export const FONT_NAMES = { regular: 'F1', bold: 'F2', italic: 'F3', boldItalic: 'F4' } as const satisfies Record<
  FaceName,
  string
>;

/** Name of the logo in the pages' resources. */
export const LOGO_NAME = 'L1';

/** Which glyphs of each face a document uses. */
export type UsedGlyphs = Record<FaceName, Uint8Array>;

export function noGlyphs(faces: Faces): UsedGlyphs {
  return Object.fromEntries(
    FACES.map((face) => [face, new Uint8Array(faces[face].glyphs.outlines.length)]),
  ) as UsedGlyphs;
}

/** A hundredth of a point is finer than any printer. */
function number(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** Operands of a colour in the device's RGB, which the output intent declares to be sRGB. */
function rgb(colour: Colour): string {
  const channel = (at: number): string =>
    String(Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 1000) / 1000);
  return `${channel(1)} ${channel(3)} ${channel(5)}`;
}

function watermarkOperators(box: WatermarkBox, faces: Faces, used: UsedGlyphs): string {
  const radians = (box.angle * Math.PI) / 180;
  const fine = (value: number): string => String(Math.round(value * 100_000) / 100_000);
  const [cosine, sine, negative] = [fine(Math.cos(radians)), fine(Math.sin(radians)), fine(-Math.sin(radians))];
  return [
    'BT',
    `${rgb(box.colour)} rg`,
    `/${FONT_NAMES[box.face]} ${number(box.size)} Tf`,
    `${cosine} ${sine} ${negative} ${cosine} ${number(box.x)} ${number(A4.height - box.y)} Tm`,
    `[${faces[box.face].encode(box.text, used[box.face])}] TJ`,
    'ET\n',
  ].join('\n');
}

function ruleOperators(box: RuleBox): string {
  const from = `${number(box.x1)} ${number(A4.height - box.y1)} m`;
  const to = `${number(box.x2)} ${number(A4.height - box.y2)} l`;
  return `${rgb(box.colour)} RG ${number(box.thickness)} w ${from} ${to} S\n`;
}

function imageOperators(box: ImageBox): string {
  const [x, y] = [number(box.x), number(A4.height - box.y - box.height)];
  return `q ${number(box.width)} 0 0 ${number(box.height)} ${x} ${y} cm /${LOGO_NAME} Do Q\n`;
}

/** The content stream of a page (ISO 32000-1, 8 and 9): all text in one text object between rules. */
export function pageOperators(page: Page, faces: Faces, used: UsedGlyphs): string {
  let operators = '';
  let textIsOpen = false;
  let font = '';
  let colour = '';
  const closeText = (): void => {
    if (textIsOpen) operators += 'ET\n';
    textIsOpen = false;
  };
  const writeText = (box: TextBox): void => {
    if (!textIsOpen) operators += 'BT\n';
    textIsOpen = true;
    const boxFont = `/${FONT_NAMES[box.face]} ${number(box.size)} Tf\n`;
    if (font !== boxFont) operators += boxFont;
    font = boxFont;
    if (colour !== box.colour) operators += `${rgb(box.colour)} rg\n`;
    colour = box.colour;
    const text = faces[box.face].encode(box.text, used[box.face]);
    const isSingle = text.indexOf('<', 1) < 0;
    operators += `1 0 0 1 ${number(box.x)} ${number(A4.height - box.y)} Tm ${isSingle ? `${text} Tj` : `[${text}] TJ`}\n`;
  };
  for (const box of page.boxes) {
    if (box.kind === 'text') {
      if (box.text !== '') writeText(box);
      continue;
    }
    closeText();
    if (box.kind === 'rule') {
      operators += ruleOperators(box);
    } else if (box.kind === 'image') {
      operators += imageOperators(box);
    } else {
      operators += watermarkOperators(box, faces, used);
      font = colour = '';
    }
  }
  closeText();
  return operators;
}

import type { LogoReference } from '#shared/domain/invoice-document.ts';
import type { InvoiceTexts } from '../texts/invoice-texts.ts';
import { ARTIFACT, element, heightOf, moveDown, type Box, type ImageBox, type RuleBox, type Strip } from './boxes.ts';
import {
  ADDRESS_FIELD,
  FOLD_MARKS,
  HOLE_MARK,
  INFORMATION_BLOCK,
  LETTERHEAD,
  LOGO,
  MARGIN,
  MARK,
  SUBJECT_TOP,
  TEXT_WIDTH,
} from './geometry.ts';
import type { Style } from './style.ts';
import { plainStrips, sizeToFit, type Setting } from './text.ts';

/** Strips one below the other from `top` on, as boxes of a page. */
function stacked(strips: readonly Strip[], top: number): Box[] {
  let y = top;
  return strips.flatMap((strip) => {
    moveDown(strip.boxes, y);
    y += strip.height;
    return strip.boxes;
  });
}

/** The logo in its proportions, as large as its place and its pixels allow. */
export function logoBox({ width, height }: LogoReference): ImageBox {
  const scale = Math.min(LOGO.pixel, LOGO.width / width, LOGO.height / height);
  const size = { width: width * scale, height: height * scale };
  return { kind: 'image', element: ARTIFACT, x: MARGIN.right - size.width, y: LOGO.top, ...size };
}

function letterheadBoxes(texts: InvoiceTexts, style: Style, logo: ImageBox | null): Box[] {
  const width = Math.min(LETTERHEAD.width, (logo?.x ?? Infinity) - LOGO.gap - MARGIN.left);
  const size = sizeToFit([texts.letterhead], 'bold', style, {
    size: style.letterhead,
    smallest: style.size,
    width,
    rows: () => 2,
  });
  const setting = {
    element: element('paragraph'),
    x: MARGIN.left,
    width,
    size,
    lineHeight: size * 1.2,
    colour: style.colours.accent,
  };
  return stacked(plainStrips(texts.letterhead, 'bold', setting, style), LETTERHEAD.top);
}

function addressBoxes(texts: InvoiceTexts, style: Style): Box[] {
  const { textLeft: x, textWidth: width, addressTop, addressHeight } = ADDRESS_FIELD;
  const tightness = 1.22;
  const size = sizeToFit(texts.address, 'regular', style, {
    size: style.size,
    smallest: 4,
    width,
    rows: (candidate) => Math.floor(addressHeight / (candidate * tightness)),
  });
  const address = element('paragraph');
  const setting = { element: address, x, width, size, lineHeight: size * tightness, colour: style.colours.ink };
  const strips = texts.address.flatMap((line) => plainStrips(line, 'regular', setting, style));

  const senderSize = sizeToFit([texts.senderLine], 'regular', style, {
    size: style.tiny,
    smallest: 5,
    width,
    rows: () => 1,
  });
  const lineHeight = senderSize * 1.3;
  const sender = {
    ...setting,
    element: element('paragraph'),
    size: senderSize,
    lineHeight,
    colour: style.colours.quiet,
  };
  const senderStrips = plainStrips(texts.senderLine, 'regular', sender, style);
  const ruleY = addressTop - 2.5;
  return [
    ...stacked(senderStrips, ruleY - 1 - heightOf(senderStrips)),
    {
      kind: 'rule',
      element: ARTIFACT,
      colour: style.colours.line,
      thickness: 0.5,
      x1: x,
      y1: ruleY,
      x2: x + width,
      y2: ruleY,
    },
    ...stacked(strips, addressTop),
  ];
}

/** Label and value side by side; the value may need several rows. */
function informationStrips(texts: InvoiceTexts, style: Style): Strip[] {
  const { left, widestLabel } = INFORMATION_BLOCK;
  const labels = texts.information.flat().map(({ label }) => style.faces.regular.width(label, style.small));
  const labelWidth = Math.min(widestLabel, Math.max(...labels) + style.small * 0.7);
  const setting = { size: style.small, lineHeight: style.smallLineHeight, element: element('table') };
  const labelSetting = { ...setting, x: left, width: labelWidth - style.small * 0.5, colour: style.colours.quiet };
  const valueLeft = left + labelWidth;
  const valueSetting = { ...setting, x: valueLeft, width: MARGIN.right - valueLeft, colour: style.colours.ink };
  return texts.information.flatMap((group, index) => {
    const strips = group.flatMap(({ label, value }) => {
      const row = element('row', setting.element);
      return sideBySide(
        plainStrips(label, 'regular', { ...labelSetting, element: element('headCell', row) }, style),
        plainStrips(value, 'regular', { ...valueSetting, element: element('cell', row) }, style),
      );
    });
    return index === 0 ? strips : [{ height: style.smallLineHeight / 2, boxes: [] }, ...strips];
  });
}

/** Two columns of equal row height as one. */
export function sideBySide(left: readonly Strip[], right: readonly Strip[]): Strip[] {
  const strips: Strip[] = [];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [first, second] = [left[index], right[index]];
    strips.push({
      height: Math.max(first?.height ?? 0, second?.height ?? 0),
      boxes: [...(first?.boxes ?? []), ...(second?.boxes ?? [])],
    });
  }
  return strips;
}

/** Fold marks and hole mark at the left edge (DIN 5008). */
export function markBoxes(style: Style): RuleBox[] {
  const mark = (y: number, length: number): RuleBox => ({
    kind: 'rule',
    element: ARTIFACT,
    colour: style.colours.quiet,
    thickness: 0.35,
    x1: MARK.left,
    y1: y,
    x2: MARK.left + length,
    y2: y,
  });
  return [...FOLD_MARKS.map((y) => mark(y, MARK.foldLength)), mark(HOLE_MARK, MARK.holeLength)];
}

function subjectStrips(texts: InvoiceTexts, style: Style): Strip[] {
  const heading: Setting = {
    element: element('heading'),
    x: MARGIN.left,
    width: TEXT_WIDTH,
    size: style.heading,
    lineHeight: style.heading * 1.25,
    colour: style.colours.accent,
  };
  const below = { ...heading, size: style.size, lineHeight: style.lineHeight, colour: style.colours.ink };
  const line = (text: string): Strip[] =>
    text === '' ? [] : plainStrips(text, 'bold', { ...below, element: element('paragraph') }, style);
  return [...plainStrips(texts.title, 'bold', heading, style), ...line(texts.preceding), ...line(texts.subject)];
}

/** Everything on the first page above the text of the letter; `bottom` is where that text may begin. */
export function layoutLetter(
  texts: InvoiceTexts,
  style: Style,
  { marks, logo }: { marks: boolean; logo: LogoReference | null },
): { boxes: Box[]; bottom: number } {
  const image = logo && logoBox(logo);
  const information = informationStrips(texts, style);
  const informationBottom = INFORMATION_BLOCK.top + heightOf(information);
  const subject = subjectStrips(texts, style);
  const subjectTop = Math.max(SUBJECT_TOP, informationBottom + style.lineHeight);
  return {
    boxes: [
      ...(image ? [image] : []),
      ...letterheadBoxes(texts, style, image),
      ...addressBoxes(texts, style),
      ...stacked(information, INFORMATION_BLOCK.top),
      ...stacked(subject, subjectTop),
      ...(marks ? markBoxes(style) : []),
    ],
    bottom: subjectTop + heightOf(subject) + style.lineHeight * 0.6,
  };
}

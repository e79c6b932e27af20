import type { DocumentText, InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { invoiceTexts } from '../texts/invoice-texts.ts';
import { element, type Page } from './boxes.ts';
import { addBoxes, placeRunning, placeTogether, space, startFlow, type Flow } from './flow.ts';
import { addFurniture, prepareFooter } from './footer.ts';
import { FOLLOWING_PAGE, MARGIN, TEXT_WIDTH } from './geometry.ts';
import { layoutLetter } from './letter.ts';
import { styleOf, type Style } from './style.ts';
import { textStripsWithRules } from './table.ts';
import { placeTable } from './table-flow.ts';
import { plainStrips } from './text.ts';
import { totalStrips } from './totals.ts';

function placeTexts(flow: Flow, texts: readonly DocumentText[], style: Style): void {
  for (const text of texts) {
    placeRunning(flow, textStripsWithRules(text, style));
    space(flow, style.lineHeight * 0.5);
  }
}

function placeNotes(flow: Flow, notes: readonly string[], style: Style): void {
  const { size, lineHeight } = style;
  for (const note of notes) {
    const setting = {
      element: element('paragraph'),
      x: MARGIN.left,
      width: TEXT_WIDTH,
      size,
      lineHeight,
      colour: style.colours.ink,
    };
    placeTogether(flow, plainStrips(note, 'regular', setting, style));
    space(flow, lineHeight * 0.35);
  }
}

/**
 * Places everything that an invoice shows on pages of A4 (DIN 5008 form B). Pure: measures with the faces, draws nothing.
 * @throws UnsupportedCharacterError for a character that the font lacks; `unsupportedCharacters` finds it beforehand.
 */
export function layoutPages(document: InvoiceDocument, faces: Style['faces']): Page[] {
  const style = styleOf(document, faces);
  const texts = invoiceTexts(document);
  const footer = prepareFooter(texts, style);
  const letter = layoutLetter(texts, style, { marks: document.template.foldMarks, logo: document.logo });
  const flow = startFlow(letter.bottom, FOLLOWING_PAGE.contentTop, footer.top);
  addBoxes(flow, letter.boxes);
  placeTexts(flow, texts.intro, style);
  placeTable(flow, texts, style, totalStrips(texts, style), document.template.carryForward);
  placeNotes(flow, texts.notes, style);
  space(flow, style.lineHeight * 0.5);
  placeTexts(flow, texts.closing, style);
  addFurniture(flow.pages, texts, style, footer);
  return flow.pages;
}

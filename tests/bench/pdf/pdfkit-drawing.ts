import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type PDFDocument from 'pdfkit';
import { fontFile } from '../../../electron/host/output/pdf/font/fonts.ts';

/** pdfkit wants fontkit's own objects to share parsed fonts between documents; its types know paths and bytes only. */
const fontkit = createRequire(import.meta.url)('fontkit') as { create(bytes: Uint8Array): unknown };
export const FONTS = {
  regular: fontkit.create(readFileSync(fontFile('regular'))) as string,
  bold: fontkit.create(readFileSync(fontFile('bold'))) as string,
  italic: fontkit.create(readFileSync(fontFile('italic'))) as string,
};
export type Font = keyof typeof FONTS;

export type Pdf = InstanceType<typeof PDFDocument>;

export interface Setting {
  font: Font;
  size: number;
  lineHeight: number;
  colour: string;
}

export function select(pdf: Pdf, setting: Setting): { lineGap: number } {
  pdf.font(setting.font).fontSize(setting.size).fillColor(setting.colour);
  return { lineGap: setting.lineHeight - pdf.currentLineHeight(false) };
}

/** pdfkit counts the space behind every word but a text's last. With one in all places and room for it, both wrap alike. */
function wrapping(pdf: Pdf, width: number, setting: Setting): { lineGap: number; width: number } {
  const selected = select(pdf, setting);
  return { ...selected, width: width + pdf.widthOfString(' ') };
}

/** Draws wrapped text and gives the height that it took. */
export function put(pdf: Pdf, text: string, x: number, y: number, width: number, setting: Setting): number {
  pdf.text(`${text} `, x, y, wrapping(pdf, width, setting));
  return pdf.y - y;
}

export function heightOf(pdf: Pdf, text: string, width: number, setting: Setting): number {
  return pdf.heightOfString(`${text} `, wrapping(pdf, width, setting));
}

export function putRight(pdf: Pdf, text: string, right: number, y: number, setting: Setting): void {
  select(pdf, setting);
  pdf.text(text, right - pdf.widthOfString(text), y, { lineBreak: false });
}

export function rule(pdf: Pdf, x1: number, x2: number, y: number, thickness: number, colour: string): void {
  pdf.moveTo(x1, y).lineTo(x2, y).lineWidth(thickness).stroke(colour);
}

/** Draws a text that needs one row. */
export function putLeft(pdf: Pdf, text: string, x: number, y: number, setting: Setting): void {
  select(pdf, setting);
  pdf.text(text, x, y, { lineBreak: false });
}

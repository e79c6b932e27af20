import { PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { FACES, type Faces } from '../font/face.ts';
import type { Picture } from '../picture/picture.ts';
import type { Page } from '../layout/boxes.ts';
import { A4 } from '../layout/geometry.ts';
import { deflated, embedFace } from './fonts.ts';
import { embedPicture } from './images.ts';
import { FONT_NAMES, LOGO_NAME, noGlyphs, pageOperators } from './operators.ts';

/** What the file says about itself, in its information dictionary and alike in XMP. */
export interface Metadata {
  title: string;
  author: string;
  /** BCP 47. */
  language: string;
  /** Also the date of change: a document is written once. */
  created: Date;
}

const PRODUCER = 'Kontor';

/** Two documents that differ in anything get different identifiers, the same document always the same (ISO 32000-1, 14.4). */
function fileIdentifier(contents: readonly string[], metadata: Metadata, logo: Picture | null): Uint8Array {
  const hash = createHash('sha256');
  for (const part of [
    ...contents,
    metadata.title,
    metadata.author,
    metadata.language,
    metadata.created.toISOString(),
  ]) {
    hash.update(part).update('\0');
  }
  if (logo) hash.update(logo.colours.bytes).update(logo.alpha?.bytes ?? '');
  return hash.digest().subarray(0, 16);
}

function setMetadata(pdf: PDFDocument, metadata: Metadata): void {
  pdf.setTitle(metadata.title, { showInWindowTitleBar: true });
  pdf.setAuthor(metadata.author);
  pdf.setLanguage(metadata.language);
  pdf.setProducer(PRODUCER);
  pdf.setCreator(PRODUCER);
  pdf.setCreationDate(metadata.created);
  pdf.setModificationDate(metadata.created);
}

/** Writes pages as a PDF/A-3b file. The same pages, metadata and logo give the same bytes, in any process. */
export async function drawPages(
  pages: readonly Page[],
  faces: Faces,
  metadata: Metadata,
  logo: Picture | null,
): Promise<Uint8Array> {
  const used = noGlyphs(faces);
  const contents = pages.map((page) => pageOperators(page, faces, used));

  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context } = pdf;
  const fonts: Record<string, PDFRef> = {};
  for (const face of FACES) {
    if (used[face].includes(1)) fonts[FONT_NAMES[face]] = embedFace(context, faces[face], used[face]);
  }
  const images = logo ? { XObject: { [LOGO_NAME]: embedPicture(context, logo) } } : {};
  const resources = context.register(context.obj({ Font: fonts, ...images }));
  for (const content of contents) {
    const { node } = pdf.addPage([A4.width, A4.height]);
    node.set(PDFName.of('Resources'), resources);
    node.set(PDFName.of('Contents'), deflated(context, Buffer.from(content, 'latin1')));
  }
  setMetadata(pdf, metadata);
  const identifier = PDFHexString.of(Buffer.from(fileIdentifier(contents, metadata, logo)).toString('hex'));
  context.trailerInfo.ID = context.obj([identifier, identifier]);
  pdf.convertToPDFA({ conformance: '3B' });
  return pdf.save({ addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity });
}

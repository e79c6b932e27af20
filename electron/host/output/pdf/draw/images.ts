import { PDFRawStream, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import type { Picture, PixelStream } from '../picture/picture.ts';

/** Embeds a picture, with what shines through it as its soft mask (ISO 32000-1, 8.9.5 and 11.6.5.3). */
export function embedPicture(context: PDFContext, { colours, alpha }: Picture): PDFRef {
  const mask = alpha && imageObject(context, alpha, {});
  return imageObject(context, colours, mask ? { SMask: mask } : {});
}

function imageObject(
  context: PDFContext,
  { width, height, colourSpace, filter, bytes }: PixelStream,
  entries: Record<string, PDFRef>,
): PDFRef {
  const dictionary = context.obj({
    ...{ Type: 'XObject', Subtype: 'Image', Width: width, Height: height },
    ...{ ColorSpace: colourSpace, BitsPerComponent: 8, Filter: filter, ...entries },
  });
  return context.register(PDFRawStream.of(dictionary, bytes));
}

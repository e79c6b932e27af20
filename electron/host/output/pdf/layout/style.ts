import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import type { InvoiceTemplate, Language } from '#shared/domain/template.ts';
import type { FaceMetrics, FaceName } from '../font/face.ts';

/** Everything that the parts of the layout share: measures in points, colours, the faces' metrics. */
export interface Style {
  faces: Readonly<Record<FaceName, FaceMetrics>>;
  language: Language;
  colours: InvoiceTemplate['colours'];
  /** Text size of the body and the distance of its baselines. */
  size: number;
  lineHeight: number;
  /** Information block and totals' side notes. */
  small: number;
  smallLineHeight: number;
  /** Footer, page numbers, sender line. */
  tiny: number;
  tinyLineHeight: number;
  heading: number;
  letterhead: number;
}

/** Share of a line's height above its baseline: centres x-height and ascenders of Source Sans 3. */
export const BASELINE = 0.74;

/** All sizes follow from the one size that the template sets. */
export function styleOf(document: InvoiceDocument, faces: Style['faces']): Style {
  const size = document.template.fontSize;
  return {
    faces,
    language: document.language,
    colours: document.template.colours,
    size,
    lineHeight: size * 1.32,
    small: size * 0.9,
    smallLineHeight: size * 0.9 * 1.34,
    tiny: size * 0.75,
    tinyLineHeight: size * 0.75 * 1.32,
    heading: size * 1.45,
    letterhead: size * 1.9,
  };
}

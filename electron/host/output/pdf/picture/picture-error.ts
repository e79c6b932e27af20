/** Why a picture cannot be printed; the sentences stand in `shared/text/rules.ts`. */
export const PICTURE_RULES = [
  'picture-format',
  'picture-svg',
  'picture-damaged',
  'picture-too-large',
  'picture-cmyk',
  'picture-jpeg-kind',
] as const;
export type PictureRule = (typeof PICTURE_RULES)[number];

/** Longest side in pixels: what is larger is refused before it is decoded. */
export const LARGEST_SIDE = 4000;

/** A picture that cannot be printed. */
export class PictureError extends Error {
  readonly rule: PictureRule;
  readonly parameters: Record<string, string | number>;
  constructor(rule: PictureRule, parameters: Record<string, string | number> = {}) {
    super(rule);
    this.name = 'PictureError';
    this.rule = rule;
    this.parameters = parameters;
  }
}

/**
 * Refuses a picture by its size alone.
 * @throws PictureError `picture-too-large`, `picture-damaged` without any pixel
 */
export function assertSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new PictureError('picture-damaged');
  if (width > LARGEST_SIDE || height > LARGEST_SIDE) {
    throw new PictureError('picture-too-large', { width, height, maximum: LARGEST_SIDE });
  }
}

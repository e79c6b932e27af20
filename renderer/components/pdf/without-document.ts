/** What pdf.js takes from the document of its window, for a thread that has none. */

interface CanvasEntry {
  canvas: OffscreenCanvas;
  context: OffscreenCanvasRenderingContext2D | null;
}

export class OffscreenCanvases {
  create(width: number, height: number): CanvasEntry {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }

  reset({ canvas }: CanvasEntry, width: number, height: number): void {
    Object.assign(canvas, { width, height });
  }

  destroy(entry: CanvasEntry): void {
    // Gives its memory back at once.
    this.reset(entry, 0, 0);
  }
}

const noFilter = (): string => 'none';

/** Filters of SVG; pdf.js computes by itself what it gets no filter for. */
export class NoFilters {
  addFilter = noFilter;
  addHCMFilter = noFilter;
  addAlphaFilter = noFilter;
  addLuminosityFilter = noFilter;
  addHighlightHCMFilter = noFilter;
  destroy = (): void => undefined;
}

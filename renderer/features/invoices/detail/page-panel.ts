import { useKept } from '../../../stores/workspace.ts';

/** Narrower the page cannot be read, wider it hides the editor. */
export const NARROWEST = 280;
export const WIDEST = 900;
const SHARE = 0.38;
/** Navigation, and an editor whose table has room for the titles of positions. */
const BESIDE = 880;

interface Panel {
  isShown: boolean;
  /** Null until somebody has changed it: as it suits the window. */
  width: number | null;
  /** Percent of the size on paper; null fits the width. */
  zoom: number | null;
}

function isPanel(value: unknown): value is Panel {
  const { isShown, width, zoom } = value as Partial<Panel>;
  const isWidth = width === null || (typeof width === 'number' && width >= NARROWEST && width <= WIDEST);
  const isZoom = zoom === null || (typeof zoom === 'number' && zoom >= 50 && zoom <= 300);
  return typeof isShown === 'boolean' && isWidth && isZoom;
}

const start: Panel = { isShown: true, width: null, zoom: null };

/** How the page stands beside the editor; the same for all invoices, also at the next start. */
export const pagePanel = useKept('page-panel', start, isPanel).value;

/** The nearest width that leaves both the page and the editor readable. */
export function boundedWidth(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

/** What the page takes of a window as long as nobody has decided otherwise. */
export function suitableWidth(windowWidth: number): number {
  return boundedWidth(Math.min(windowWidth * SHARE, windowWidth - BESIDE));
}

import { useKept } from '../../../stores/workspace.ts';

/** Narrower the page cannot be read, wider it hides the editor. */
export const NARROWEST = 280;
export const WIDEST = 900;

interface Panel {
  isShown: boolean;
  width: number;
  /** Percent of the size on paper; null fits the width. */
  zoom: number | null;
}

function isPanel(value: unknown): value is Panel {
  const { isShown, width, zoom } = value as Partial<Panel>;
  const isZoom = zoom === null || (typeof zoom === 'number' && zoom >= 50 && zoom <= 300);
  return typeof isShown === 'boolean' && typeof width === 'number' && width >= NARROWEST && width <= WIDEST && isZoom;
}

const start: Panel = { isShown: true, width: window.innerWidth >= 1600 ? 640 : 400, zoom: null };

/** How the page stands beside the editor; the same for all invoices, also at the next start. */
export const pagePanel = useKept('page-panel', start, isPanel).value;

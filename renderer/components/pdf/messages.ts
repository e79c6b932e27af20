/** What the window and its drawing thread say to each other; both are of one build, so nothing is checked. */

/** A page as somebody looks at it. */
export interface WantedPage {
  /** From 1. */
  number: number;
  /** Of the picture, in its own pixels. */
  width: number;
}

export interface PdfSize {
  pages: number;
  /** Height / width of the first page. */
  ratio: number;
}

/** What can be asked for. A document and a canvas go by the id of the request that brought them. */
export interface Questions {
  /** `first` is drawn before somebody asks for it. */
  open: { data: Uint8Array; first: WantedPage | null };
  close: { document: number };
  /** The thread draws on it from now on. */
  adopt: { canvas: OffscreenCanvas };
  release: { canvas: number };
  draw: { document: number; page: WantedPage; canvas: number };
  cancel: { drawing: number };
  print: { document: number; page: WantedPage };
}

/** Null for a page that nobody wants any more: it was cancelled, its document closed or its canvas released. */
export interface Answers {
  open: PdfSize;
  close: null;
  adopt: null;
  release: null;
  /** Height / width of the page. */
  draw: number | null;
  cancel: null;
  /** A PNG. */
  print: Blob | null;
}

export type Kind = keyof Questions;
export type DrawingRequest = { [K in Kind]: { id: number; kind: K } & Questions[K] }[Kind];
/** `error` is a text for the log: nothing in a PDF of ours is the user's to mend. */
export type DrawingReply = { id: number; result: Answers[Kind] } | { id: number; error: string };

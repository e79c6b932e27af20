import { openPdf, type PdfDocument } from './pdf-documents.ts';

/** Pixels of 210 mm with 250 to the inch: sharp enough for small print. */
const PAGE_WIDTH = 2067;

/** Only while something is printed: pages fill the paper, everything else is away. */
const RULES = `
  .print-pages { display: none; }
  @page { size: A4; margin: 0; }
  @media print {
    html, body { height: auto; margin: 0; overflow: visible; background: #fff; }
    body > :not(.print-pages) { display: none !important; }
    .print-pages { display: block; }
    .print-pages img { display: block; width: 210mm; height: 296.9mm; object-fit: contain; break-inside: avoid; }
    .print-pages img + img { break-before: page; }
  }
`;

let isPrinting = false;

/**
 * Prints a PDF through the system's dialog; the promise resolves when the dialog is closed. Chromium prints no PDF that a page
 * holds, so the pages are drawn and the window is printed. They are kept as compressed pictures: a hundred canvases of this
 * size would need more than two gigabytes.
 * @param title what the dialog proposes as a name
 */
export async function printPdf(content: Uint8Array, title: string): Promise<void> {
  // A second dialog would print the pages of the first one.
  if (isPrinting) return;
  isPrinting = true;
  const pages = document.createElement('div');
  pages.className = 'print-pages';
  try {
    const pdf = await openPdf(content);
    try {
      for (let number = 1; number <= pdf.pages; number += 1) pages.append(await drawPage(pdf, number));
    } finally {
      pdf.close();
    }
    await printElement(pages, title);
  } finally {
    for (const image of pages.querySelectorAll('img')) URL.revokeObjectURL(image.src);
    isPrinting = false;
  }
}

async function drawPage(pdf: PdfDocument, number: number): Promise<HTMLImageElement> {
  const picture = await pdf.print({ number, width: PAGE_WIDTH });
  if (picture === null) throw new Error(`page ${number} could not be drawn`);
  const image = new Image();
  image.alt = '';
  image.src = URL.createObjectURL(picture);
  await new Promise((resolve, reject) => {
    image.addEventListener('load', resolve, { once: true });
    image.addEventListener('error', () => reject(new Error(`page ${number} could not be shown`)), { once: true });
  });
  return image;
}

/** Puts the pages into the window for as long as the dialog of the system is open. */
async function printElement(pages: HTMLElement, title: string): Promise<void> {
  const { title: titleBefore, adoptedStyleSheets } = document;
  // A sheet of its own: rules for @page know no selector, and the policy forbids style elements without a nonce.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  document.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
  document.body.append(pages);
  document.title = title;
  try {
    await new Promise((resolve) => {
      // Comes while `print` waits for the dialog, or later where it does not wait.
      window.addEventListener('afterprint', resolve, { once: true });
      window.print();
    });
  } finally {
    document.title = titleBefore;
    pages.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  }
}

import { discountTexts } from './invoice-discounts.ts';
import { entryTexts } from './invoice-entries.ts';
import { figureTexts } from './invoice-figures.ts';
import { finaliseTexts } from './invoice-finalise.ts';
import { headerTexts } from './invoice-header.ts';
import { statusTexts } from './invoice-status.ts';
import { defineTexts } from './texts.ts';

const ownTexts = defineTexts({
  de: {
    title: 'Rechnungen',
    new: 'Neu',
    draft: 'Entwurf',
    created: 'Der Entwurf ist angelegt.',
    open: 'Öffnen',
    gone: 'Diese Rechnung gibt es nicht mehr.',
    toList: 'Zu den Rechnungen',
    dueOn: 'fällig am {date}',
    overview: 'Übersicht',
    documents: 'Dokumente ({count})',
    history: 'Verlauf',
    noFiles: 'Beim Finalisieren werden hier PDF und XRechnung abgelegt.',
    kilobytes: '{size} KB',
    download: 'Herunterladen',
    downloadFile: '{name} herunterladen',
    print: 'Drucken (Vorschau)',
    downloadXrechnung: 'XRechnung herunterladen',
    delete: 'Rechnung löschen',
    deleteTitle: 'Rechnung löschen?',
    deleteText: 'Der Entwurf wird endgültig gelöscht. Das lässt sich nicht rückgängig machen.',
    showPage: 'Seite daneben zeigen',
    page: 'Seite der Rechnung',
    pageWidth: 'Breite der Seite',
    pageNeedsTemplate: 'Bitte wählen Sie eine Vorlage. Ohne sie lässt sich die Rechnung nicht drucken.',
  },
  en: {
    title: 'Invoices',
    new: 'New',
    draft: 'Draft',
    created: 'The draft was created.',
    open: 'Open',
    gone: 'This invoice does not exist any more.',
    toList: 'To the invoices',
    dueOn: 'due on {date}',
    overview: 'Overview',
    documents: 'Documents ({count})',
    history: 'History',
    noFiles: 'PDF and XRechnung are stored here when the invoice becomes final.',
    kilobytes: '{size} KB',
    download: 'Download',
    downloadFile: 'Download {name}',
    print: 'Print (preview)',
    downloadXrechnung: 'Download XRechnung',
    delete: 'Delete invoice',
    deleteTitle: 'Delete this invoice?',
    deleteText: 'The draft is deleted for good. This cannot be undone.',
    showPage: 'Show the page beside',
    page: 'Page of the invoice',
    pageWidth: 'Width of the page',
    pageNeedsTemplate: 'Please choose a template. The invoice cannot be printed without one.',
  },
});

/** Texts of the feature invoices; each subject has a file of its own. */
export const invoiceTexts = {
  de: {
    ...ownTexts.de,
    ...headerTexts.de,
    ...entryTexts.de,
    ...discountTexts.de,
    ...figureTexts.de,
    ...finaliseTexts.de,
    ...statusTexts.de,
  },
  en: {
    ...ownTexts.en,
    ...headerTexts.en,
    ...entryTexts.en,
    ...discountTexts.en,
    ...figureTexts.en,
    ...finaliseTexts.en,
    ...statusTexts.en,
  },
};

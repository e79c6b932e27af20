import { app } from 'electron';
import type { Language } from '#shared/domain/template.ts';

/** German unless the system speaks another language. */
export function language(): Language {
  return app.getLocale().startsWith('de') ? 'de' : 'en';
}

/** What the system shows for us: menu and native dialogs. All else is text of the window. */
export function texts(): (typeof TEXTS)['de'] {
  return TEXTS[language()];
}

const TEXTS = {
  de: {
    menu: {
      file: 'Datei',
      newInvoice: 'Neue Rechnung',
      openOffice: 'Kontor-Datei öffnen …',
      recent: 'Zuletzt verwendet',
      clearRecent: 'Liste leeren',
      print: 'Drucken …',
      quit: 'Beenden',
      close: 'Fenster schließen',
      edit: 'Bearbeiten',
      undo: 'Rückgängig',
      redo: 'Wiederholen',
      cut: 'Ausschneiden',
      copy: 'Kopieren',
      paste: 'Einfügen',
      selectAll: 'Alles auswählen',
      search: 'Suchen',
      settings: 'Einstellungen …',
      view: 'Ansicht',
      togglePage: 'Seite ein- oder ausblenden',
      actualSize: 'Originalgröße',
      zoomIn: 'Vergrößern',
      zoomOut: 'Verkleinern',
      fullScreen: 'Vollbild',
      window: 'Fenster',
      minimise: 'Minimieren',
      help: 'Hilfe',
      keys: 'Tastenkürzel',
      showLog: 'Protokoll anzeigen',
      about: 'Über Kontor',
      hide: 'Kontor ausblenden',
      hideOthers: 'Andere ausblenden',
      showAll: 'Alle einblenden',
    },
    about: {
      title: 'Über Kontor',
      description: 'Rechnungen für kleine Büros, ganz auf Ihrem Rechner.',
      close: 'Schließen',
    },
    openOffice: { title: 'Kontor-Datei öffnen', kind: 'Kontor-Datei' },
    officeError: {
      message: 'Die Kontor-Datei konnte nicht geöffnet werden.',
      close: 'Schließen',
      showLog: 'Protokoll anzeigen',
    },
  },
  en: {
    menu: {
      file: 'File',
      newInvoice: 'New invoice',
      openOffice: 'Open Kontor file …',
      recent: 'Open recent',
      clearRecent: 'Clear list',
      print: 'Print …',
      quit: 'Quit',
      close: 'Close window',
      edit: 'Edit',
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      selectAll: 'Select all',
      search: 'Search',
      settings: 'Settings …',
      view: 'View',
      togglePage: 'Show or hide the page',
      actualSize: 'Actual size',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      fullScreen: 'Full screen',
      window: 'Window',
      minimise: 'Minimise',
      help: 'Help',
      keys: 'Keyboard shortcuts',
      showLog: 'Show log',
      about: 'About Kontor',
      hide: 'Hide Kontor',
      hideOthers: 'Hide others',
      showAll: 'Show all',
    },
    about: {
      title: 'About Kontor',
      description: 'Invoices for small offices, all on your own machine.',
      close: 'Close',
    },
    openOffice: { title: 'Open Kontor file', kind: 'Kontor file' },
    officeError: { message: 'The Kontor file could not be opened.', close: 'Close', showLog: 'Show log' },
  },
};

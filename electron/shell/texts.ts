import type { Language } from '#shared/domain/template.ts';

let language: Language = 'de';

/** The language of the window, so that menu and dialogs speak it too. */
export function setLanguage(chosen: Language): void {
  language = chosen;
}

/** What the system shows for us: menu and native dialogs. All else is text of the window. */
export function texts(): (typeof TEXTS)['de'] {
  return TEXTS[language];
}

const TEXTS = {
  de: {
    menu: {
      file: 'Datei',
      newInvoice: 'Neue Rechnung',
      newOffice: 'Neues Büro …',
      openOffice: 'Kontor-Datei öffnen …',
      recent: 'Zuletzt verwendet',
      noRecent: 'Noch keine',
      sample: 'Beispielbüro ansehen',
      closeOffice: 'Büro schließen',
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
    officeFile: { file: 'Kontor-Datei öffnen', place: 'Ordner für das neue Büro', kind: 'Kontor-Datei' },
    officeGone: {
      message: 'Kontor wurde unerwartet unterbrochen.',
      detail:
        'Alles Gespeicherte ist sicher. Was Sie gerade eingegeben haben, steht noch im Fenster; nach dem Neustart können Sie es speichern.',
      restart: 'Neu starten',
      quit: 'Beenden',
      showLog: 'Neu starten und Protokoll anzeigen',
    },
  },
  en: {
    menu: {
      file: 'File',
      newInvoice: 'New invoice',
      newOffice: 'New office …',
      openOffice: 'Open Kontor file …',
      recent: 'Open recent',
      noRecent: 'None yet',
      sample: 'Look at the sample office',
      closeOffice: 'Close office',
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
    officeFile: { file: 'Open Kontor file', place: 'Folder for the new office', kind: 'Kontor file' },
    officeGone: {
      message: 'Kontor was interrupted unexpectedly.',
      detail:
        'Everything that was saved is safe. What you have just entered still stands in the window; you can save it after the restart.',
      restart: 'Restart',
      quit: 'Quit',
      showLog: 'Restart and show the log',
    },
  },
};

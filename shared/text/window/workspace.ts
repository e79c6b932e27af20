import { defineTexts } from './texts.ts';

/** What is kept between two starts, the connection to the host, and printing. */
export const workspaceTexts = defineTexts({
  de: {
    restoredInput: 'Ihre Eingaben von {time} Uhr wurden wiederhergestellt.',
    restoredInputOn: 'Ihre Eingaben vom {date}, {time} Uhr, wurden wiederhergestellt.',
    discard: 'Verwerfen',
    lost: 'Die Verbindung zum Programm ist unterbrochen. Ihre Eingaben bleiben stehen; Kontor verbindet sich von selbst wieder.',
    'logged-out':
      'Kontor wurde neu gestartet und kennt dieses Fenster nicht mehr. Bitte öffnen Sie die neue Adresse von Kontor.',
    restored: 'Die Verbindung steht wieder. Was eben nicht gespeichert wurde, speichern Sie bitte noch einmal.',
    print: 'Drucken …',
  },
  en: {
    restoredInput: 'Your input of {time} was restored.',
    restoredInputOn: 'Your input of {date}, {time}, was restored.',
    discard: 'Discard',
    lost: 'The connection to the program is interrupted. Your input stays here; Kontor reconnects by itself.',
    'logged-out': 'Kontor was restarted and no longer knows this window. Please open the new address of Kontor.',
    restored: 'The connection is back. Please save again what was not saved just now.',
    print: 'Print …',
  },
});

import { defineTexts } from './texts.ts';

/** "Übersicht": what waits to be done. */
export const overviewTexts = defineTexts({
  de: {
    title: 'Übersicht',
    tasks: 'Offene Aufgaben',
    nothing: 'Es ist nichts zu tun: keine Erstattung offen, nichts überfällig, alles versendet.',
    'task-refund': 'Geld zurückzahlen',
    'task-refund-hint': 'Storniert, aber schon bezahlt. Die Aufgabe endet mit „Verrechnet“ in der Stornorechnung.',
    'task-overdue': 'Überfällig',
    'task-overdue-hint': 'Das Zahlungsziel ist vorbei.',
    'task-not-sent': 'Noch nicht versendet',
    'task-not-sent-hint': 'Final, aber noch nicht auf „Versendet“ gesetzt.',
    due: 'fällig am {date}',
    issued: 'vom {date}',
    more: 'und {count} weitere',
    toList: 'Zur Liste',
  },
  en: {
    title: 'Overview',
    tasks: 'Open tasks',
    nothing: 'There is nothing to do: no refund open, nothing overdue, everything sent.',
    'task-refund': 'Refund money',
    'task-refund-hint': 'Cancelled, but paid before. The task ends with "Settled" in the Stornorechnung.',
    'task-overdue': 'Overdue',
    'task-overdue-hint': 'The payment term is over.',
    'task-not-sent': 'Not sent yet',
    'task-not-sent-hint': 'Final, but not yet set to "Versendet" (sent).',
    due: 'due on {date}',
    issued: 'of {date}',
    more: 'and {count} more',
    toList: 'To the list',
  },
});

import { defineTexts } from './texts.ts';

/** "Übersicht": what waits to be done. */
export const overviewTexts = defineTexts({
  de: {
    title: 'Übersicht',
    tasks: 'Offene Aufgaben',
    nothing: 'Es ist nichts zu tun: keine Erstattung offen, nichts überfällig oder beanstandet, alles versendet.',
    draft: 'Entwurf',
    'task-refund': 'Geld zurückzahlen',
    'task-refund-hint': 'Storniert, aber schon bezahlt. Die Aufgabe endet mit „Verrechnet“ in der Stornorechnung.',
    'task-overdue': 'Überfällig',
    'task-overdue-hint': 'Das Zahlungsziel ist vorbei.',
    'task-disputed': 'Beanstandet',
    'task-disputed-hint': 'Der Kunde ist nicht einverstanden. Klären Sie es oder stornieren Sie die Rechnung.',
    'task-change-requested': 'Wartend auf Anpassung',
    'task-change-requested-hint': 'An diesen Entwürfen soll etwas geändert werden, bevor sie ausgestellt werden.',
    'task-not-sent': 'Noch nicht versendet',
    'task-not-sent-hint': 'Final, aber noch nicht auf „Versendet“ gesetzt.',
    due: 'fällig am {date}',
    issued: 'vom {date}',
    more: 'und {count} weitere',
    toList: 'Zur Liste',
    smallBusiness: 'Umsatz als Kleinunternehmer (§ 19 UStG)',
    received: '{year} eingenommen',
    ofLimit: '{amount} von {limit}',
    'small-within': 'Ihr Umsatz liegt unter beiden Grenzen.',
    'small-exceeded-next':
      '{year} liegt über {lower}. Ab dem 01.01.{next} gilt die Regelbesteuerung: Stellen Sie dann die Firma um und weisen Sie Umsatzsteuer aus.',
    'small-near':
      'Mit dem, was noch offen ist, nähern Sie sich {upper}. Ab dem Umsatz, der die Grenze überschreitet, gilt sofort die Regelbesteuerung.',
    'small-exceeded-before':
      '{before} lag über {lower}. Damit gilt {year} die Regelbesteuerung. Bitte prüfen Sie die Angaben zur Firma mit Ihrem Steuerberater.',
    'small-exceeded':
      '{year} liegt über {upper}. Ab dem Umsatz, der die Grenze überschritten hat, gilt die Regelbesteuerung. Bitte prüfen Sie die Angaben zur Firma mit Ihrem Steuerberater.',
    smallHint:
      'Gezählt werden die Zahlungen in Euro, die in Kontor eingetragen sind. {open} sind in Rechnung gestellt und noch offen.',
  },
  en: {
    title: 'Overview',
    tasks: 'Open tasks',
    nothing: 'There is nothing to do: no refund open, nothing overdue or objected to, everything sent.',
    draft: 'Draft',
    'task-refund': 'Refund money',
    'task-refund-hint': 'Cancelled, but paid before. The task ends with "Settled" in the Stornorechnung.',
    'task-overdue': 'Overdue',
    'task-overdue-hint': 'The payment term is over.',
    'task-disputed': 'Objected to',
    'task-disputed-hint': 'The customer does not agree. Settle it or cancel the invoice.',
    'task-change-requested': 'Waiting for changes',
    'task-change-requested-hint': 'Something shall be changed in these drafts before they are issued.',
    'task-not-sent': 'Not sent yet',
    'task-not-sent-hint': 'Final, but not yet set to "Versendet" (sent).',
    due: 'due on {date}',
    issued: 'of {date}',
    more: 'and {count} more',
    toList: 'To the list',
    smallBusiness: 'Revenue as a small business (§ 19 UStG)',
    received: 'Received in {year}',
    ofLimit: '{amount} of {limit}',
    'small-within': 'Your revenue is below both limits.',
    'small-exceeded-next':
      '{year} is above {lower}. From 01/01/{next} on regular taxation applies: change the company then, and show VAT.',
    'small-near':
      'With what is still open you come near to {upper}. From the supply that crosses the limit on, regular taxation applies at once.',
    'small-exceeded-before':
      '{before} was above {lower}. So regular taxation applies in {year}. Please check the company with your tax adviser.',
    'small-exceeded':
      '{year} is above {upper}. From the supply that crossed the limit on, regular taxation applies. Please check the company with your tax adviser.',
    smallHint: 'Payments in euro that are recorded in Kontor are counted. {open} is invoiced and still open.',
  },
});

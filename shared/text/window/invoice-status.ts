import { defineTexts } from './texts.ts';

/** "Versendet" and "Bezahlt": the buttons, their dialogs, and what was paid (A18, A19). */
export const statusTexts = defineTexts({
  de: {
    markSent: 'Auf „Versendet“ setzen',
    sentTitle: 'Rechnung versendet?',
    sentText:
      'Bitte bestätigen Sie, dass der Kunde die Rechnung bekommen hat. Danach lässt sie sich nur noch auf „Bezahlt“ setzen, senden, drucken und kopieren. Das lässt sich nicht rückgängig machen.',
    sentConfirm: 'Rechnung versendet',
    sentOn: 'versendet am {date}',
    markPaid: 'Auf „Bezahlt“ setzen',
    paidTitle: 'Zahlung erfassen',
    paidConfirm: 'Rechnung bezahlt',
    partConfirm: 'Teilzahlung erfassen',
    paymentDate: 'Zahlungsdatum',
    paymentAmount: 'Betrag',
    paymentOpen: 'Offen sind {amount}.',
    paymentSkonto: 'Bis {date} genügen {amount}: {skonto} sind Skonto.',
    'pays-full': 'Damit ist die Rechnung bezahlt. Das lässt sich nicht rückgängig machen.',
    'pays-full-final':
      'Damit wird die Rechnung auf „Versendet“ und auf „Bezahlt“ gesetzt. Das lässt sich nicht rückgängig machen.',
    'pays-with-skonto':
      '{kept} bleiben als Skonto ungezahlt. Damit ist die Rechnung bezahlt. Das lässt sich nicht rückgängig machen.',
    'pays-part': 'Danach sind noch {rest} offen. Die Zahlung lässt sich nicht mehr ändern; der Status bleibt.',
    'pays-nothing': 'Bitte geben Sie einen Betrag bis {amount} an.',
    payments: 'Zahlungen',
    paymentOf: 'erfasst von {who}',
    skontoKept: 'Skonto',
    stillOpen: 'Noch offen',
    openAmount: 'offen {amount}',
  },
  en: {
    markSent: 'Set to "Versendet" (sent)',
    sentTitle: 'Was the invoice sent?',
    sentText:
      'Please confirm that the customer has received the invoice. It can then only be set to "Bezahlt" (paid), sent, printed and copied. This cannot be undone.',
    sentConfirm: 'Invoice sent',
    sentOn: 'sent on {date}',
    markPaid: 'Set to "Bezahlt" (paid)',
    paidTitle: 'Record a payment',
    paidConfirm: 'Invoice paid',
    partConfirm: 'Record part payment',
    paymentDate: 'Date of payment',
    paymentAmount: 'Amount',
    paymentOpen: '{amount} are open.',
    paymentSkonto: 'Until {date} {amount} are enough: {skonto} are early payment discount.',
    'pays-full': 'The invoice is then paid. This cannot be undone.',
    'pays-full-final': 'The invoice is then set to "Versendet" (sent) and to "Bezahlt" (paid). This cannot be undone.',
    'pays-with-skonto':
      '{kept} stay unpaid as early payment discount. The invoice is then paid. This cannot be undone.',
    'pays-part': '{rest} are open afterwards. The payment cannot be changed any more; the status stays.',
    'pays-nothing': 'Please enter an amount of up to {amount}.',
    payments: 'Payments',
    paymentOf: 'recorded by {who}',
    skontoKept: 'Early payment discount',
    stillOpen: 'Still open',
    openAmount: '{amount} open',
  },
});

import { defineTexts } from './texts.ts';

/** "Änderungen anfragen" on a draft, "Beanstandet" on what went out (B2.7, B2.11, C4). */
export const flagTexts = defineTexts({
  de: {
    'flag-changeRequest': 'Änderungen anfragen',
    'flag-dispute': 'Beanstandet',
    'flagTitle-changeRequest': 'Änderungen anfragen',
    'flagTitle-dispute': 'Beanstandung erfassen',
    'flagText-changeRequest': 'Was soll geändert werden?',
    'flagText-dispute': 'Was beanstandet der Kunde?',
    'flagHint-changeRequest': 'Der Entwurf wartet auf die Anpassung und wird bis dahin nicht ausgestellt.',
    'flagHint-dispute': 'Der Status bleibt. Die Rechnung steht in der Liste „Beanstandet“, bis das geklärt ist.',
    'flagSet-changeRequest': 'Anpassung angefragt',
    'flagSet-dispute': 'Beanstandet',
    flagBy: '{who}, {when}',
    'flagDone-changeRequest': 'Anpassung erledigt',
    'flagDone-dispute': 'Beanstandung geklärt',
    flagEdit: 'Text ändern',
  },
  en: {
    'flag-changeRequest': 'Request changes',
    'flag-dispute': 'Objected to',
    'flagTitle-changeRequest': 'Request changes',
    'flagTitle-dispute': 'Record an objection',
    'flagText-changeRequest': 'What shall be changed?',
    'flagText-dispute': 'What does the customer object to?',
    'flagHint-changeRequest': 'The draft waits for the change and is not issued before.',
    'flagHint-dispute': 'The status stays. The invoice stands in the list "Objected to" until this is settled.',
    'flagSet-changeRequest': 'Change requested',
    'flagSet-dispute': 'Objected to',
    flagBy: '{who}, {when}',
    'flagDone-changeRequest': 'Change made',
    'flagDone-dispute': 'Objection settled',
    flagEdit: 'Change the text',
  },
});

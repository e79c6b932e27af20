import { defineTexts } from './texts.ts';

/** Texts of the editor of formatted texts. */
export const richTextTexts = defineTexts({
  de: {
    toolbar: 'Formatierung',
    bold: 'Fett',
    italic: 'Kursiv',
    underline: 'Unterstrichen',
    bulletList: 'Aufzählung',
    orderedList: 'Nummerierte Liste',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    placeholder: 'Platzhalter',
    placeholderOf: 'Platzhalter einfügen',
    noValue: 'noch leer',
    length: '{length} von {maximum} Zeichen',
    tooLong: 'Bitte kürzen Sie den Text um {surplus} Zeichen (höchstens {maximum}).',
    ctrl: 'Strg',
  },
  en: {
    toolbar: 'Formatting',
    bold: 'Bold',
    italic: 'Italic',
    underline: 'Underline',
    bulletList: 'Bullet list',
    orderedList: 'Numbered list',
    undo: 'Undo',
    redo: 'Redo',
    placeholder: 'Placeholder',
    placeholderOf: 'Insert a placeholder',
    noValue: 'still empty',
    length: '{length} of {maximum} characters',
    tooLong: 'Please shorten the text by {surplus} characters (at most {maximum}).',
    ctrl: 'Ctrl',
  },
});

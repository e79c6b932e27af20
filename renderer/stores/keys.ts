type Language = 'de' | 'en';

const NAMES = {
  de: {
    ...{ Mod: 'Strg', Shift: 'Umschalt', Enter: 'Eingabe', Escape: 'Esc', Alt: 'Alt' },
    ...{ ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' },
  },
  en: {
    ...{ Mod: 'Ctrl', Shift: 'Shift', Enter: 'Enter', Escape: 'Esc', Alt: 'Alt' },
    ...{ ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' },
  },
} as const satisfies Record<Language, Record<string, string>>;

const isMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac');

/** The key of an event as commands name it: 'n', '?', 'ArrowDown', 'Mod+K', 'Mod+Shift+P'. Null for modifiers alone and Alt. */
export function pressedKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'Dead', 'Unidentified'].includes(key)) return null;
  const isCharacter = [...key].length === 1;
  // AltGr types characters: Ctrl and Alt together.
  if (altKey && !(ctrlKey && isCharacter)) return null;
  if (altKey || (!ctrlKey && !metaKey)) return isCharacter || !shiftKey ? key : `Shift+${key}`;
  return `Mod+${shiftKey ? 'Shift+' : ''}${isCharacter ? key.toUpperCase() : key}`;
}

/** A key as people read it: "Strg+K", "N", "↓". */
export function keyLabel(key: string, language: Language): string {
  const names: Readonly<Record<string, string>> = NAMES[language];
  const parts = key === '+' ? [key] : key.split('+');
  const name = (part: string): string => {
    if (part === 'Mod' && isMac) return '⌘';
    return names[part] ?? part.toUpperCase();
  };
  return parts.map(name).join(isMac ? ' ' : '+');
}

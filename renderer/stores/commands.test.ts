// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defineComponent, h } from 'vue';
import { mountInWindow } from '../testing/mount.ts';
import {
  commands,
  keysOf,
  onWindowKey,
  recentFirst,
  runCommand,
  singleKeysEnabled,
  useCommands,
  withKey,
  type Command,
} from './commands.ts';
import { fuzzyScore } from './fuzzy.ts';
import { keyLabel, pressedKey } from './keys.ts';

const ran: string[] = [];
const command = (id: string, rest: Partial<Command> = {}): Command => ({
  ...{ id, title: 'common.save', group: 'window', run: () => ran.push(id) },
  ...rest,
});

/** A view with these commands, a field and a button. */
function show(...list: Command[]): VueWrapper {
  const view = defineComponent(() => {
    useCommands(list);
    return () => h('div', [h('input'), h('button'), h('div', { contenteditable: 'true' })]);
  });
  return mountInWindow(view);
}

function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => window.addEventListener('keydown', onWindowKey));
afterEach(() => {
  window.removeEventListener('keydown', onWindowKey);
  singleKeysEnabled.value = true;
  ran.length = 0;
});

describe('commands', () => {
  test('act by their keys while their view is there, and take the browser out of it', () => {
    const wrapper = show(command('a', { keys: ['n', 'Mod+N'] }));
    expect(press('n').defaultPrevented).toBe(true);
    press('n', { ctrlKey: true });
    press('N', { metaKey: true });
    expect(ran).toEqual(['a', 'a', 'a']);
    wrapper.unmount();
    expect(press('n').defaultPrevented).toBe(false);
    expect(ran).toHaveLength(3);
  });

  test('single keys do nothing in fields, combinations do', () => {
    show(command('a', { keys: ['n'] }), command('b', { keys: ['Mod+K'] }));
    for (const field of ['input', '[contenteditable]']) {
      const target = document.querySelector(field) ?? document.body;
      expect(press('n', {}, target).defaultPrevented).toBe(false);
      press('k', { ctrlKey: true }, target);
    }
    expect(ran).toEqual(['b', 'b']);
    press('n', {}, document.querySelector('button') ?? document.body);
    expect(ran).toEqual(['b', 'b', 'a']);
  });

  test('no key acts while a dialog is open', () => {
    show(command('a', { keys: ['n', 'Mod+K'] }));
    const overlay = document.createElement('div');
    overlay.className = 'v-overlay--active v-dialog';
    document.body.append(overlay);
    press('n');
    press('k', { ctrlKey: true });
    expect(ran).toEqual([]);
    overlay.className = 'v-overlay--active v-snackbar';
    press('n');
    expect(ran).toEqual(['a']);
  });

  test('characters can be switched off, arrows and combinations stay', () => {
    show(command('a', { keys: ['j', 'ArrowDown'] }), command('b', { keys: ['Mod+K', '?'] }));
    singleKeysEnabled.value = false;
    press('j');
    press('?');
    press('ArrowDown');
    press('k', { ctrlKey: true });
    expect(ran).toEqual(['a', 'b']);
    expect(commands.value.map(keysOf)).toEqual([['ArrowDown'], ['Mod+K']]);
  });

  test('a view takes over id and key of a wider one, and gives them back', () => {
    show(command('new', { keys: ['n'] }), command('other', { keys: ['o'] }));
    const view = show(
      command('new', { keys: ['n'], run: () => ran.push('of the view') }),
      command('mine', { keys: ['o'] }),
    );
    press('n');
    press('o');
    expect(ran).toEqual(['of the view', 'mine']);
    expect(commands.value.find(({ id }) => id === 'other')).toSatisfy((wider: Command) => keysOf(wider).length === 0);
    view.unmount();
    press('n');
    expect(ran.at(-1)).toBe('new');
  });

  test('what is not possible now is nowhere', () => {
    show(command('a', { keys: ['n'], isEnabled: () => false }));
    press('n');
    expect(runCommand('a')).toBe(false);
    expect(ran).toEqual([]);
    expect(withKey('Neu', 'a')).toBe('Neu');
  });

  test('what was done last comes first in the palette', () => {
    show(command('a'), command('b'), command('c', { keys: ['n'] }), command('key', { isKeyOnly: true }));
    runCommand('b');
    press('n');
    expect(recentFirst.value.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(withKey('Neu', 'c')).toBe('Neu (N)');
  });
});

describe('names of keys', () => {
  test.each([
    [{ key: 'n' }, 'n'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'ArrowDown' }, 'ArrowDown'],
    [{ key: 'k', ctrlKey: true }, 'Mod+K'],
    [{ key: 'P', metaKey: true, shiftKey: true }, 'Mod+Shift+P'],
    [{ key: 'Control', ctrlKey: true }, null],
    [{ key: 'ArrowDown', altKey: true }, null],
  ])('%j is %s', (init, name) => {
    expect(pressedKey(new KeyboardEvent('keydown', init))).toBe(name);
  });

  test('are those of the keyboard', () => {
    expect(keyLabel('Mod+Shift+P', 'de')).toBe('Strg+Umschalt+P');
    expect(keyLabel('Mod+K', 'en')).toBe('Ctrl+K');
    expect(keyLabel('n', 'de')).toBe('N');
  });
});

describe('fuzzy search', () => {
  test.each([
    ['Neue Rechnung', 'nrech'],
    ['Müller', 'Muller'],
    ['Müller', 'mueller'],
    ['Mueller', 'müller'],
    ['Straße', 'strasse'],
    ['Seite ein- und ausblenden', 'seite aus'],
  ])('%j fits %j', (name, typed) => expect(fuzzyScore(name, typed)).not.toBeNull());

  test('wants all letters in their order, and likes beginnings best', () => {
    expect(fuzzyScore('Kunden', 'nukde')).toBeNull();
    expect(fuzzyScore('Suchen', 'such') ?? 0).toBeGreaterThan(fuzzyScore('Befehle suchen', 'such') ?? 0);
    expect(fuzzyScore('Befehle suchen', 'such') ?? 0).toBeGreaterThan(fuzzyScore('Position buchen', 'such') ?? 0);
  });
});

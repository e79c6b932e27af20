import { computed, onBeforeUnmount, ref, shallowReactive, shallowRef, type ComputedRef } from 'vue';
import { i18n } from '../plugins/i18n.ts';
import { keyLabel, pressedKey } from './keys.ts';

/** Where a command stands in palette and key sheet. */
export const COMMAND_GROUPS = ['invoice', 'list', 'views', 'window'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that can be done by key, palette or menu. */
export interface Command {
  id: string;
  /** Key of its name in the window's texts. */
  title: string;
  /** As `pressedKey` names them: 'n', '?', 'ArrowDown', 'Mod+K'; Mod is Ctrl or Cmd. The first is the one that is shown. */
  keys?: readonly string[];
  run: () => unknown;
  /** Left out: always. */
  isEnabled?: () => boolean;
  group: CommandGroup;
  /** In the key sheet, but not in the palette: arrow keys. */
  isKeyOnly?: boolean;
}

/** Off: single characters are no keys (WCAG 2.1.4); the preference of whoever uses the window. */
export const singleKeysEnabled = ref(true);

const registered = shallowReactive<Command[]>([]);
/** Ids, the last one first. */
const recent = shallowRef<readonly string[]>([]);

/** Registers commands as long as the component lives. A later one with the same id takes the place of an earlier one. */
export function useCommands(commands: readonly Command[]): void {
  registered.push(...commands);
  onBeforeUnmount(() => {
    for (const command of commands) registered.splice(registered.indexOf(command), 1);
  });
}

/** What can be done now: of each id the command that was registered last. */
export const commands: ComputedRef<Command[]> = computed(() =>
  registered.filter(
    (command) => registered.findLast(({ id }) => id === command.id) === command && (command.isEnabled?.() ?? true),
  ),
);

/** The same for the palette: what was done last in front, then by group, the view's own before those of the window. */
export const recentFirst: ComputedRef<Command[]> = computed(() => {
  const rank = ({ id, group }: Command): number =>
    recent.value.includes(id) ? recent.value.indexOf(id) : recent.value.length + COMMAND_GROUPS.indexOf(group);
  return commands.value.filter(({ isKeyOnly }) => isKeyOnly !== true).sort((a, b) => rank(a) - rank(b));
});

/** The keys that run this command now: a view's command takes the key of a wider one. */
export function keysOf(command: Command): string[] {
  const owns = (key: string): boolean =>
    commands.value.findLast(({ keys }) => keys?.includes(key) === true) === command;
  return (command.keys ?? []).filter((key) => isActive(key) && owns(key));
}

/** Runs the command of this id; false when there is none now. */
export function runCommand(id: string): boolean {
  const command = commands.value.find((other) => other.id === id);
  if (!command) return false;
  if (command.isKeyOnly !== true) recent.value = [id, ...recent.value.filter((other) => other !== id)].slice(0, 5);
  command.run();
  return true;
}

/** A title with the key of a command behind it, for tooltips: "Neu (N)". */
export function withKey(title: string, id: string): string {
  const command = commands.value.find((other) => other.id === id);
  const [key] = command ? keysOf(command) : [];
  return key === undefined ? title : `${title} (${labelOf(key)})`;
}

/** How a key is called in the window's language. */
export function labelOf(key: string): string {
  return keyLabel(key, i18n.global.locale.value === 'en' ? 'en' : 'de');
}

/** Characters can be switched off, arrows and combinations cannot. */
function isActive(key: string): boolean {
  return singleKeysEnabled.value || [...key].length > 1;
}

const FIELDS = 'input, textarea, select, [contenteditable="true"], [role="textbox"]';
const OPEN_OVERLAY = '.v-overlay--active:not(.v-tooltip, .v-snackbar)';

/** A dialog or menu is open: what it holds must not be left behind unasked. */
export function isOverlayOpen(): boolean {
  return document.querySelector(OPEN_OVERLAY) !== null;
}

/** The one listener for all keys. Keys without Mod act outside fields only; none acts while a dialog or menu is open. */
export function onWindowKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const key = pressedKey(event);
  if (key === null || !isActive(key)) return;
  const command = commands.value.findLast(({ keys }) => keys?.includes(key) === true);
  if (!command) return;
  const target = event.target instanceof Element ? event.target : null;
  if (!key.startsWith('Mod+') && target?.closest(FIELDS)) return;
  if (isOverlayOpen()) return;
  event.preventDefault();
  runCommand(command.id);
}

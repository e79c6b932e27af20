import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { PreferencesRecord } from '#shared/contract/preferences.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '#shared/domain/preferences.ts';

/** A file that was open before. */
const Recent = z.object({
  path: z.string().min(1),
  lastOpenedAt: z.iso.datetime({ precision: 3 }),
  /** The user has read that the folder is risky. */
  acceptsRisk: z.boolean().catch(false),
});
export type Recent = z.infer<typeof Recent>;

/** What this machine remembers between two starts. */
export interface Remembered {
  preferences: Preferences;
  /** The file that was open last; null when the user closed it. */
  office: string | null;
  /** Newest first. */
  recent: Recent[];
}

export interface PreferencesFile {
  read: () => Remembered;
  /** Replaces parts, and writes them at once. */
  change: (changes: Partial<Remembered>) => void;
}

/**
 * `preferences.json` of this machine. What is damaged in it counts as not there, each field on its own; it is written whole
 * under another name first, so that a machine which stops in between leaves the old file.
 */
export function openPreferencesFile(file: string): PreferencesFile {
  let remembered = parse(read(file));
  return {
    read: () => remembered,
    change: (changes) => {
      remembered = { ...remembered, ...changes };
      write(file, { ...remembered.preferences, office: remembered.office, recent: remembered.recent });
    },
  };
}

function read(file: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null ? { ...content } : {};
  } catch {
    return {};
  }
}

function parse(stored: Record<string, unknown>): Remembered {
  const { language, theme, singleKeys, rowHeight, navigationCollapsed } = PreferencesRecord.shape;
  const initial = DEFAULT_PREFERENCES;
  const recent = Array.isArray(stored['recent']) ? stored['recent'] : [];
  return {
    preferences: {
      language: language.catch(initial.language).parse(stored['language']),
      theme: theme.catch(initial.theme).parse(stored['theme']),
      singleKeys: singleKeys.catch(initial.singleKeys).parse(stored['singleKeys']),
      rowHeight: rowHeight.catch(initial.rowHeight).parse(stored['rowHeight']),
      navigationCollapsed: navigationCollapsed.catch(initial.navigationCollapsed).parse(stored['navigationCollapsed']),
    },
    office: z.string().min(1).nullable().catch(null).parse(stored['office']),
    recent: recent.flatMap((entry) => Recent.safeParse(entry).data ?? []),
  };
}

function write(file: string, content: object): void {
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  writeFileSync(partial, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(partial, file);
}

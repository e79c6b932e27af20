import * as fontkit from '@cantoo/fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FACES, openFace, type FaceName, type Faces, type FontkitFont } from './face.ts';

// Not named require: the build puts a constant of that name into each chunk.
const load = createRequire(import.meta.url);

const FILES = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  bold: '700Bold/SourceSans3_700Bold.ttf',
  italic: '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/SourceSans3_700Bold_Italic.ttf',
} as const satisfies Record<FaceName, string>;

/** The TrueType file of a face of Source Sans 3 (SIL Open Font License), whose figures are tabular by default. */
export function fontFile(face: FaceName): string {
  return load.resolve(`@expo-google-fonts/source-sans-3/${FILES[face]}`);
}

let opened: Faces | null = null;

/** All faces, parsed at the first call (some 100 ms) and kept for the process. */
export function openFonts(): Faces {
  opened ??= Object.fromEntries(
    FACES.map((name) => {
      // A Buffer's slice would share its memory; the glyph table needs copies.
      const bytes = new Uint8Array(readFileSync(fontFile(name)));
      return [name, openFace(name, fontkit.create(bytes) as unknown as FontkitFont, bytes)];
    }),
  ) as unknown as Faces;
  return opened;
}

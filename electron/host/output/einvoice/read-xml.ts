/** What an element holds directly: its path of names from the root, and its text with entities resolved. */
export interface XmlLeaf {
  /** `Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount`. */
  path: string;
  text: string;
}

const MARKUP = /<(\/?)([A-Za-z_][\w:.-]*)([^<>]*?)(\/?)>|([^<]+)|</g;
const DECLARATION = /^<\?xml [^<>?]*\?>/;
const ENTITIES: Partial<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads the leaf elements of a document in order. For files that Kontor wrote itself (no comments, sections, instructions
 * or document types): it shares no code with the writer, so that it can prove what was written.
 * @throws Error when elements are not closed in order or anything else than elements and texts turns up
 */
export function readLeaves(xml: string): XmlLeaf[] {
  const leaves: XmlLeaf[] = [];
  const open: string[] = [];
  let text = '';
  let leaf = false;
  for (const [whole, closing, name, , empty, characters] of xml.replace(DECLARATION, '').matchAll(MARKUP)) {
    if (characters !== undefined) text += characters;
    else if (name === undefined) throw new Error(`unexpected markup after ${open.join('/')}: ${whole}`);
    else if (closing === '/') {
      const path = open.join('/');
      if (open.pop() !== name) throw new Error(`${path} is closed by ${name}`);
      if (leaf) leaves.push({ path, text: resolveEntities(text) });
      leaf = false;
    } else {
      text = '';
      leaf = empty === '';
      if (leaf) open.push(name);
      else leaves.push({ path: [...open, name].join('/'), text: '' });
    }
  }
  if (open.length > 0) throw new Error(`${open.join('/')} is not closed`);
  return leaves;
}

function resolveEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9A-Fa-f]+)|(\w+));/g,
    (reference, code: string | undefined, name: string | undefined) => {
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
      const character = ENTITIES[name ?? ''];
      if (character === undefined) throw new Error(`unknown entity ${reference}`);
      return character;
    },
  );
}

/** Elements that are taken out with all they hold. */
const TAKEN_OUT = new Set([
  ...[
    'script',
    'style',
    'iframe',
    'noscript',
    'noembed',
    'noframes',
    'textarea',
    'title',
    'xmp',
    'object',
    'svg',
    'math',
  ],
]);
/** What the reading of foreign HTML asks for, and the name that it is kept under. */
const KEPT: Readonly<Record<string, string>> = {
  style: 'data-css',
  'data-placeholder': 'data-placeholder',
  'data-pm-slice': 'data-pm-slice',
};
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * Foreign HTML without scripts, styles, comments and attributes, before the browser parses it: even in a document that is
 * never shown, each style attribute and event handler would be reported against the content security policy. `style` is
 * kept as `data-css`. Nothing rests on this for safety: what slips through lands in that document, where nothing runs.
 */
export function quietHtml(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start === -1) break;
    parts.push(html.slice(at, start));
    const tag = readTag(html, start);
    parts.push(tag.text);
    at = tag.end;
  }
  parts.push(html.slice(at));
  return parts.join('');
}

interface Tag {
  text: string;
  /** Where the text after it begins. */
  end: number;
}

function readTag(html: string, start: number): Tag {
  const after = (found: number, length: number): number => (found === -1 ? html.length : found + length);
  if (html.startsWith('<!--', start)) return { text: '', end: after(html.indexOf('-->', start + 4), 3) };
  const next = html.charAt(start + 1);
  if (next === '!' || next === '?') return { text: '', end: after(html.indexOf('>', start), 1) };
  if (!/[a-z/]/i.test(next)) return { text: '&lt;', end: start + 1 };
  const end = tagEnd(html, start);
  const [, slash = '', found = '', attributes = ''] = /^<(\/?)([^\s/>]*)([^]*)$/.exec(html.slice(start, end)) ?? [];
  const name = found.toLowerCase();
  if (!/^[a-z][a-z\d:-]*$/.test(name)) return { text: '', end };
  if (slash === '/') return { text: `</${name}>`, end };
  if (!TAKEN_OUT.has(name)) return { text: `<${name}${keptOf(attributes)}>`, end };
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = end;
  const close = closing.exec(html);
  return { text: '', end: close === null ? html.length : tagEnd(html, close.index) };
}

/** Past the `>` that ends a tag; one within the quotes of a value does not. */
function tagEnd(html: string, start: number): number {
  let isValue = false;
  for (let index = start; index < html.length; index += 1) {
    const character = html.charAt(index);
    if (character === '>') return index + 1;
    if (isValue && (character === '"' || character === "'")) {
      index = html.indexOf(character, index + 1);
      if (index === -1) return html.length;
    }
    if (character.trim() !== '') isValue = character === '=';
  }
  return html.length;
}

function keptOf(attributes: string): string {
  return [...attributes.matchAll(ATTRIBUTE)]
    .map(([, name = '', double, single, bare]) => {
      const kept = Object.hasOwn(KEPT, name.toLowerCase()) ? KEPT[name.toLowerCase()] : undefined;
      const value = (double ?? single ?? bare ?? '').replaceAll('"', '&quot;');
      return kept === undefined ? '' : ` ${kept}="${value}"`;
    })
    .join('');
}

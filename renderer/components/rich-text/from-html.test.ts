// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { richTextToPlain, validateRichText, type RichText } from '#shared/domain/rich-text.ts';
import { richTextFromHtml } from './from-html.ts';
import { quietHtml } from './quiet-html.ts';

function bodyOf(html: string): HTMLElement {
  return new DOMParser().parseFromString(`<body>${quietHtml(html)}</body>`, 'text/html').body;
}

function read(html: string): RichText {
  return richTextFromHtml(bodyOf(html));
}

/** Short: `**bold**`, `_italic_`, `~underline~`, `/` a break, `• item`, `1. item`, paragraphs in a list. */
function short({ blocks }: RichText): string[] {
  return blocks.flatMap((block) => {
    const line = (inlines: typeof block extends never ? never : RichTextInlines): string =>
      inlines
        .map((inline) => {
          if (inline.type === 'break') return '/';
          let text = inline.type === 'text' ? inline.text : `{${inline.name}}`;
          if (inline.underline) text = `~${text}~`;
          if (inline.italic) text = `_${text}_`;
          return inline.bold ? `**${text}**` : text;
        })
        .join('');
    if (block.type === 'paragraph') return [line(block.inlines)];
    return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${line(item)}`);
  });
}
type RichTextInlines = Extract<RichText['blocks'][number], { type: 'paragraph' }>['inlines'];

describe('foreign HTML', () => {
  test.each([
    ['paragraphs and breaks', '<p>eins</p><div>zwei<br>drei</div>vier', ['eins', 'zwei/drei', 'vier']],
    ['styles', '<p><b>a</b><em>b</em><u>c</u><strong><i>d</i></strong></p>', ['**a**_b_~c~**_d_**']],
    [
      'styles by CSS',
      '<span style="font-weight:700">a</span><span style="font-style: italic">b</span><span style="text-decoration-line: underline">c</span>',
      ['**a**_b_~c~'],
    ],
    ['what Google wraps everything in', '<b style="font-weight:normal"><p>a <b>b</b></p></b>', ['a **b**']],
    ['headings', '<h1>Titel</h1><p>Text</p>', ['**Titel**', 'Text']],
    ['links', '<p>siehe <a href="https://example.com" onclick="x()">dort</a></p>', ['siehe dort']],
    ['images', '<p>a<img src="https://example.com/a.png" onerror="x()">b</p>', ['ab']],
    [
      'scripts and styles',
      'a<script>x()</script><style>p{}</style><template>t</template><noscript>n</noscript>b',
      ['ab'],
    ],
    ['frames and forms', 'a<iframe>f</iframe><svg><text>s</text></svg><select><option>o</option></select>', ['a']],
    ['what is hidden', 'a<span style="display:none">b</span>', ['a']],
    ['comments', 'a<!-- b -->c', ['ac']],
    ['lists', '<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>', ['• a', '• b', '1. c']],
    ['two lists', '<ol><li>a</li></ol><ol><li>b</li></ol>', ['1. a', '1. b']],
    ['nested lists', '<ul><li>a<ol><li>b</li></ol></li><li><p>c</p></li></ul>', ['• a', '• b', '• c']],
    [
      'tables',
      '<table><tr><th>Artikel</th><th>Preis</th></tr><tr><td><p>Räumen</p></td><td>120 €</td></tr></table>',
      ['**Artikel** Preis', 'Räumen 120 €'].map((line) => line.replaceAll('**', '')),
    ],
    ['spaces as a browser shows them', '<p>  a \n  b  </p>\n\n<p> </p>', ['a b']],
    ['text that is formatted already', '<pre>a\n  b</pre>', ['a/b']],
    ['entities', '<p>&lt;b&gt; &amp; &#128105;</p>', ['<b> & 👩']],
    ['placeholders in braces', '<p><b>bis {dueDate}</b></p>', ['**bis ****{dueDate}**']],
    ['right to left', '<p dir="rtl">שלום</p>', ['שלום']],
    [
      'lists of Word',
      `<p class="MsoListParagraph" style="margin-left:36pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span
        style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span><![endif]>Anfahrt<o:p></o:p></p>
       <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>Räumen</p>
       <p class="MsoNormal"><o:p>&nbsp;</o:p></p>
       <p class="MsoListParagraph" style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">1.</span>Erstens</p>`,
      ['• Anfahrt', '• Räumen', '1. Erstens'],
    ],
  ])('%s', (_, html, expected) => {
    expect(short(read(html))).toEqual(expected);
  });

  test('whatever it is, gives text of the schema and keeps its words', () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'ul',
      'ol',
      'li',
      'table',
      'tr',
      'td',
      'b',
      'h1',
      'span',
      'script',
      'br',
      'pre',
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom('Wort', ' ', 'a{dueDate}', '&amp;', '\n'),
        fc
          .tuple(tag, fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(tree, (html) => {
        const body = bodyOf(html);
        const text = richTextFromHtml(body);
        expect(validateRichText(text)).toEqual([]);
        const words = (value: string): string => value.replaceAll(/[\s\d.-]+/g, '');
        expect(words(richTextToPlain(text))).toBe(words(body.textContent ?? ''));
      }),
      { numRuns: 300 },
    );
  });
});

describe('HTML made quiet', () => {
  test.each([
    ['<p onclick="x()" style="color: red" class=a>b</p>', '<p data-css="color: red">b</p>'],
    [`<p title=">" style='font: "a"'>b</p>`, '<p data-css="font: &quot;a&quot;">b</p>'],
    ['<span data-placeholder=dueDate data-x>b</span>', '<span data-placeholder="dueDate">b</span>'],
    ['<SCRIPT src=a>1 < 2</p></Script >b', 'b'],
    ['<style>p{}</style><svg onload=x()><p>a</p></svg>b', 'b'],
    ['<!--[if gte mso 9]><style>a</style><![endif]-->b<!DOCTYPE html><?xml?>', 'b'],
    ['1 < 2 & 3', '1 &lt; 2 & 3'],
    ['<o:p>a</o:p><img/onerror=x()>', '<o:p>a</o:p><img>'],
    ['a<b onclick="', 'a<b>'],
    ['a<!-- b', 'a'],
    ['a<script>b', 'a'],
    ['<a"onclick=x()>b</a>', 'b</a>'],
    ['a<', 'a&lt;'],
  ])('%s', (html, expected) => {
    expect(quietHtml(html)).toBe(expected);
  });

  test('is done at once, however the HTML is made', () => {
    const start = performance.now();
    for (const part of ['<', '<a "', "<a '", '<!--', '<script>', '</', '<a =', '<a b=', '<p style="">', '<!']) {
      quietHtml(part.repeat(50_000));
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

import type { Inline, RichText } from '#shared/domain/rich-text.ts';
import type { FaceName } from '../font/face.ts';
import type { Run } from '../metrics/wrap.ts';
import type { Element, Strip } from './boxes.ts';
import { element } from './boxes.ts';
import type { Style } from './style.ts';
import { leftAligned, textStrips, type Setting } from './text.ts';

function faceOf(style: { bold?: boolean | undefined; italic?: boolean | undefined }): FaceName {
  if (style.bold) return style.italic ? 'boldItalic' : 'bold';
  return style.italic ? 'italic' : 'regular';
}

/** Runs between the forced breaks of a block. */
function linesOf(inlines: readonly Inline[]): Run[][] {
  let line: Run[] = [];
  const lines = [line];
  for (const inline of inlines) {
    if (inline.type === 'break') {
      line = [];
      lines.push(line);
    } else {
      // Placeholders are replaced before a document is made; one that was forgotten shows its name instead of vanishing.
      const text = inline.type === 'text' ? inline.text : `{${inline.name}}`;
      line.push({ text, face: faceOf(inline), underline: inline.underline === true });
    }
  }
  return lines;
}

function blockStrips(inlines: readonly Inline[], setting: Setting, style: Style): Strip[] {
  return linesOf(inlines).flatMap((runs) => textStrips(runs, setting, style));
}

/** Rich text as strips: paragraphs and list items follow each other at a third of a line's distance. */
export function richTextStrips(content: RichText, setting: Setting, style: Style, parent: Element | null): Strip[] {
  const strips: Strip[] = [];
  const gap = setting.lineHeight / 3;
  for (const block of content.blocks) {
    if (strips.length > 0) strips.push({ height: gap, boxes: [] });
    if (block.type === 'paragraph') {
      strips.push(...blockStrips(block.inlines, { ...setting, element: element('paragraph', parent) }, style));
      continue;
    }
    const markWidth = style.faces.regular.width(block.ordered ? `${block.items.length}. ` : '• ', setting.size);
    const indent = markWidth + setting.size * 0.4;
    for (const [index, item] of block.items.entries()) {
      const own = { ...setting, element: element('paragraph', parent) };
      const inner = { ...own, x: setting.x + indent, width: setting.width - indent };
      const [first, ...others] = blockStrips(item, inner, style);
      if (!first) continue;
      first.boxes.unshift(leftAligned(block.ordered ? `${index + 1}.` : '•', 'regular', own, style, 0));
      strips.push(first, ...others);
    }
  }
  return strips;
}

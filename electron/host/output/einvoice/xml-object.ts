import { create } from 'xmlbuilder2';

/** An element as xmlbuilder2 takes it in its object form; undefined children are left out. */
export type XmlContent = string | XmlElement | XmlContent[] | undefined;
export interface XmlElement {
  [name: string]: XmlContent;
}

/**
 * A text as element content; undefined when it is empty, so that no empty element is written (PEPPOL-EN16931-R008).
 * xmlbuilder2 resolves entities in its input and writes what looks like an entity as it is: without this double escape a
 * text that holds "&lt;" or "&#65;" would come out as another one.
 */
export function text(value: string): string | undefined {
  return value === '' ? undefined : value.replaceAll('&', '&amp;amp;');
}

/** A text with attributes; undefined when the text is empty. The attributes are codes and need no escape. */
export function textWith(attributes: Record<`@${string}`, string>, value: string): XmlContent {
  const content = text(value);
  return content === undefined ? undefined : { ...attributes, '#': content };
}

/** An element with children; undefined when it would be empty. */
export function element(children: XmlElement): XmlElement | undefined {
  return Object.values(children).every((child) => child === undefined || (Array.isArray(child) && child.length === 0))
    ? undefined
    : children;
}

/** Writes a document in UTF-8 with its declaration, indented (a fifth more bytes): auditors read these files too. */
export function serialise(root: XmlElement): string {
  return `${create({ version: '1.0', encoding: 'UTF-8' }, root).end({ prettyPrint: true })}\n`;
}

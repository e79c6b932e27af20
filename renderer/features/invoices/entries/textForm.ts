import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import { richTextToPlain, type RichText } from '#shared/domain/rich-text.ts';
import type { TextEntry } from '../types.ts';
import type { Comparison } from '../useDraftForm.ts';

/** What the dialog of a text holds (A6.5). */
export interface TextForm {
  content: RichText | null;
}

/** How two states of a text are compared; a new one overwrites nothing and has none. */
export function textComparison(entry: TextEntry | null, label: () => string): Comparison<TextForm> | null {
  if (entry === null) return null;
  return {
    startOf: (newer) => {
      const text = findText(newer, entry.id);
      return text && { content: text.content };
    },
    views: () => ({
      content: { label: label(), show: (content) => (content === null ? '' : richTextToPlain(content)) },
    }),
  };
}

/** A text of this invoice; null when it is gone. */
export function findText({ entries }: InvoiceDetail, id: number): TextEntry | null {
  return entries.find((entry): entry is TextEntry => entry.kind === 'text' && entry.id === id) ?? null;
}

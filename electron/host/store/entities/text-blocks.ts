import { EntitySchema } from 'typeorm';
import { recordColumns, type RecordColumns } from './record-columns.ts';

/** "Textbausteine" (E3). Rows as SQLite stores them. */
export interface TextBlockRow extends RecordColumns {
  code: string;
  name: string;
  /** JSON: a list of document types. */
  documentTypes: string;
  /** JSON: rich text. */
  content: string;
  /** The same without formatting. */
  contentText: string;
  forEmail: number;
}

export const TextBlockEntity = new EntitySchema<TextBlockRow>({
  name: 'TextBlock',
  tableName: 'text_block',
  columns: {
    ...recordColumns,
    code: { type: 'text' },
    name: { type: 'text' },
    documentTypes: { type: 'text', name: 'document_types' },
    content: { type: 'text' },
    contentText: { type: 'text', name: 'content_text' },
    forEmail: { type: 'integer', name: 'for_email' },
  },
});

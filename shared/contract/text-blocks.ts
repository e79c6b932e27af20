import * as z from 'zod';
import { DOCUMENT_TYPES } from '#shared/domain/document-types.ts';
import { isEmptyRichText } from '#shared/domain/rich-text.ts';
import { id, line, requestId, revision, richText, richTextInput, rule } from './fields.ts';
import { call } from './rpc.ts';

const documentType = z.enum(DOCUMENT_TYPES);

/** A text that is written once and copied into documents (E3). */
export const TextBlockInput = z.strictObject({
  /** "Kürzel": one of a kind, whatever its case ("DE-EINL"). */
  code: line(30, { required: true }),
  name: line(100, { required: true }),
  documentTypes: z
    .array(documentType)
    .max(DOCUMENT_TYPES.length)
    .refine((types) => types.length > 0, rule('required')),
  content: richTextInput.refine((content) => !isEmptyRichText(content), rule('required')),
  /** "Für E-Mails verwendbar". */
  forEmail: z.boolean().default(false),
});
export type TextBlockInput = z.infer<typeof TextBlockInput>;

const stored = { id, revision, code: z.string(), name: z.string(), documentTypes: z.array(documentType) };

export const TextBlock = z.strictObject({ ...stored, content: richText, forEmail: z.boolean() });
export type TextBlock = z.infer<typeof TextBlock>;

/** A row of the list: the beginning of the text instead of the text. */
export const TextBlockRow = z.strictObject({ ...stored, forEmail: z.boolean(), beginning: z.string() });
export type TextBlockRow = z.infer<typeof TextBlockRow>;

export const textBlockCalls = {
  'textBlocks.create': call('Creates a Textbaustein.', TextBlockInput.extend({ requestId }), TextBlock),
  'textBlocks.get': call('One Textbaustein with its text.', z.strictObject({ id }), TextBlock),
  'textBlocks.list': call(
    'Textbausteine by Kürzel; search looks into the name, codePart into the Kürzel.',
    z.strictObject({
      search: line(200).default(''),
      /** "Im Kürzel enthalten". */
      codePart: line(30).default(''),
      documentType: documentType.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
      page: z.int().min(1).max(1_000_000).default(1),
    }),
    z.strictObject({ rows: z.array(TextBlockRow), count: z.int() }),
  ),
  'textBlocks.update': call(
    'Replaces fields of a Textbaustein; texts that were copied from it stay as they are.',
    TextBlockInput.extend({ forEmail: z.boolean() }).partial().extend({ id, expectedRevision: revision }),
    TextBlock,
  ),
  'textBlocks.delete': call(
    'Deletes a Textbaustein; texts that were copied from it stay.',
    z.strictObject({ id, expectedRevision: revision }),
    z.strictObject({ id }),
  ),
};

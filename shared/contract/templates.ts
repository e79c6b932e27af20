import * as z from 'zod';
import { LANGUAGES, TEMPLATE_COLUMNS, TEMPLATE_LABELS } from '#shared/domain/template.ts';
import { call } from './rpc.ts';
import { id, line, revision, rule } from './fields.ts';

const colour = z.string().refine((text) => /^#[0-9a-f]{6}$/.test(text), rule('colour'));
const labels = z.strictObject(
  Object.fromEntries(TEMPLATE_LABELS.map((name) => [name, line(200, { required: true })])) as Record<
    (typeof TEMPLATE_LABELS)[number],
    z.ZodString
  >,
);

/** "Vorlage" as data: what `shared/domain/template.ts` describes, validated wherever it enters. */
export const InvoiceTemplate = z.strictObject({
  version: z.literal(1),
  kind: z.literal('invoice'),
  font: z.literal('source-sans-3'),
  fontSize: z.number().min(8).max(12).multipleOf(0.5),
  colours: z.strictObject({ ink: colour, quiet: colour, accent: colour, line: colour }),
  columns: z
    .array(z.enum(TEMPLATE_COLUMNS))
    .min(2)
    .refine((columns) => new Set(columns).size === columns.length, rule('column-twice'))
    .refine((columns) => columns.includes('description') && columns.includes('lineNet'), rule('column-missing')),
  foldMarks: z.boolean(),
  carryForward: z.boolean(),
  labels: z.strictObject(
    Object.fromEntries(LANGUAGES.map((name) => [name, labels])) as Record<(typeof LANGUAGES)[number], typeof labels>,
  ),
});

export const TemplateRecord = z.strictObject({ id, revision, name: line(100), template: InvoiceTemplate });
export type TemplateRecord = z.infer<typeof TemplateRecord>;

export const templateCalls = {
  'templates.list': call(
    'The invoice templates ("Vorlagen"); the default one is preset on new drafts.',
    z.strictObject({}),
    z.strictObject({ templates: z.array(TemplateRecord), defaultId: id }),
  ),
};

import { CallError, type FieldProblem } from '#shared/contract/errors.ts';
import type { TextBlock, TextBlockInput, TextBlockRow as ListRow } from '#shared/contract/text-blocks.ts';
import { DOCUMENT_TYPES, type DocumentType } from '#shared/domain/document-types.ts';
import { richTextToPlain, type RichText } from '#shared/domain/rich-text.ts';
import type { JournalAction } from '#shared/text/journal/actions.ts';
import { appendJournal, changesBetween } from '../journal/service.ts';
import { assertRevision, findRecord, stamp, type Change } from '../records/change.ts';
import type { Given } from '../records/given.ts';
import { flag } from '../store/convert.ts';
import { TextBlockEntity, type TextBlockRow } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';
import { codeIsTaken, findTextBlocks, type TextBlockQuery } from './repository.ts';

/** Characters of the text that a list shows. */
const BEGINNING = 200;

type SharedFields = Omit<ListRow, 'beginning'>;

function toSharedFields({ id, revision, code, name, documentTypes, forEmail }: TextBlockRow): SharedFields {
  return {
    ...{ id, revision, code, name, forEmail: flag.from(forEmail) },
    documentTypes: JSON.parse(documentTypes) as DocumentType[],
  };
}

function toTextBlock(row: TextBlockRow): TextBlock {
  return { ...toSharedFields(row), content: JSON.parse(row.content) as RichText };
}

function toListRow(row: TextBlockRow): ListRow {
  // Cut between characters, not within one.
  const beginning = Array.from(row.contentText.slice(0, 2 * BEGINNING)).slice(0, BEGINNING);
  return { ...toSharedFields(row), beginning: beginning.join('').replaceAll(/\s+/g, ' ') };
}

/** The plain text stands beside the formatted one, for lists and search. */
function fromFields({ documentTypes, content, forEmail, ...fields }: Given<TextBlockInput>): Partial<TextBlockRow> {
  return {
    ...fields,
    ...(documentTypes && {
      documentTypes: JSON.stringify(DOCUMENT_TYPES.filter((type) => documentTypes.includes(type))),
    }),
    ...(content && { content: JSON.stringify(content), contentText: richTextToPlain(content) }),
    ...(forEmail !== undefined && { forEmail: flag.to(forEmail) }),
  };
}

/**
 * One Textbaustein.
 * @throws CallError `not-found`
 */
export async function getTextBlock(reader: Reader, id: number): Promise<TextBlock> {
  return toTextBlock(await findRecord(reader, TextBlockEntity, 'textBlock', id));
}

/** A page of Textbausteine by Kürzel, and how many there are. */
export async function listTextBlocks(
  reader: Reader,
  query: TextBlockQuery,
): Promise<{ rows: ListRow[]; count: number }> {
  const [rows, count] = await findTextBlocks(reader, query);
  return { rows: rows.map(toListRow), count };
}

/**
 * Creates a Textbaustein and returns its id.
 * @throws CallError `already-exists` when the Kürzel is taken
 */
export async function createTextBlock(writer: Writer, change: Change, input: TextBlockInput): Promise<number> {
  await assertCodeIsFree(writer, input.code, null);
  const row = { ...fromFields(input), ...stamp(change, 1) } as Omit<TextBlockRow, 'id'>;
  const { identifiers } = await writer.insert(TextBlockEntity, row);
  const id = (identifiers[0] as { id: number }).id;
  await record(writer, change, 'textBlock.created', id, null, toTextBlock({ ...row, id }));
  return id;
}

/**
 * Replaces the given fields of a Textbaustein. Texts that were copied from it stay as they are (A6.6).
 * @throws CallError `not-found`, `stale`, `already-exists`
 */
export async function updateTextBlock(
  writer: Writer,
  change: Change,
  id: number,
  expectedRevision: number,
  fields: Given<TextBlockInput>,
): Promise<TextBlock> {
  const row = await findRecord(writer, TextBlockEntity, 'textBlock', id);
  assertRevision('textBlock', row, expectedRevision);
  if (fields.code !== undefined) await assertCodeIsFree(writer, fields.code, id);
  const next: TextBlockRow = { ...row, ...fromFields(fields), ...stamp(change, row.revision + 1) };
  await writer.update(TextBlockEntity, { id }, next);
  await record(writer, change, 'textBlock.updated', id, toTextBlock(row), toTextBlock(next));
  return toTextBlock(next);
}

/**
 * Deletes a Textbaustein; texts that were copied from it stay.
 * @throws CallError `not-found`, `stale`
 */
export async function deleteTextBlock(
  writer: Writer,
  change: Change,
  id: number,
  expectedRevision: number,
): Promise<void> {
  const row = await findRecord(writer, TextBlockEntity, 'textBlock', id);
  assertRevision('textBlock', row, expectedRevision);
  await writer.delete(TextBlockEntity, { id });
  await record(writer, change, 'textBlock.deleted', id, toTextBlock(row), null);
}

async function record(
  writer: Writer,
  change: Change,
  action: JournalAction,
  recordId: number,
  before: TextBlock | null,
  after: TextBlock | null,
): Promise<void> {
  const changes = changesBetween(before, after);
  await appendJournal(writer, { ...change, action, record: 'textBlock', recordId, changes });
}

async function assertCodeIsFree(reader: Reader, code: string, exceptId: number | null): Promise<void> {
  if (!(await codeIsTaken(reader, code, exceptId))) return;
  const problems: FieldProblem[] = [{ field: 'code', rule: 'code-taken', parameters: { code } }];
  throw new CallError('already-exists', `the Kürzel ${code} is taken`, problems);
}

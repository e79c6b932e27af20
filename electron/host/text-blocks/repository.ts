import type { DocumentType } from '#shared/domain/document-types.ts';
import { idsOfHits, IS_HIT } from '../records/search.ts';
import { TextBlockEntity, type TextBlockRow } from '../store/entities/index.ts';
import type { Reader } from '../store/open.ts';

export interface TextBlockQuery {
  /** "contains" in the name. */
  search: string;
  /** "contains" in the Kürzel. */
  codePart: string;
  documentType: DocumentType | null;
  limit: number;
  page: number;
}

/** The rows of one page by Kürzel, and how many the filter leaves. */
export async function findTextBlocks(reader: Reader, query: TextBlockQuery): Promise<[TextBlockRow[], number]> {
  const select = reader.createQueryBuilder(TextBlockEntity, 'block').orderBy({ code: 'ASC', id: 'ASC' });
  if (query.search !== '') {
    const hits = await idsOfHits(reader, { table: 'text_block', columns: ['name'] }, query.search);
    select.andWhere(IS_HIT, { ids: JSON.stringify(hits) });
  }
  if (query.codePart !== '') select.andWhere('instr(lower(code), lower(:codePart))', query);
  if (query.documentType !== null) {
    select.andWhere('EXISTS (SELECT 1 FROM json_each(document_types) WHERE value = :documentType)', query);
  }
  return select
    .limit(query.limit)
    .offset((query.page - 1) * query.limit)
    .getManyAndCount();
}

/** Whether another Textbaustein has this Kürzel, whatever its case. */
export async function codeIsTaken(reader: Reader, code: string, exceptId: number | null): Promise<boolean> {
  // The column compares without case.
  const owner = await reader.findOneBy(TextBlockEntity, { code });
  return owner !== null && owner.id !== exceptId;
}

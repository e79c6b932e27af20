import { InvoiceTemplate, type TemplateRecord } from '#shared/contract/templates.ts';
import { findRecord } from '../records/change.ts';
import { OfficeEntity, TemplateEntity, type TemplateRow } from '../store/entities/index.ts';
import type { Reader } from '../store/open.ts';

/** All templates, and the one that new drafts start with. */
export async function listTemplates(reader: Reader): Promise<{ templates: TemplateRecord[]; defaultId: number }> {
  const templates = (await reader.find(TemplateEntity, { order: { id: 'ASC' } })).map(toRecord);
  return { templates, defaultId: await defaultTemplateId(reader) };
}

/** Id of the template that new drafts start with. */
export async function defaultTemplateId(reader: Reader): Promise<number> {
  return (await reader.findOneByOrFail(OfficeEntity, { id: 1 })).defaultTemplateId;
}

/**
 * One template, with the day of its last change.
 * @throws CallError `not-found`
 */
export async function getTemplate(reader: Reader, id: number): Promise<TemplateRecord & { changedAt: string }> {
  const row = await findRecord(reader, TemplateEntity, 'template', id);
  return { ...toRecord(row), changedAt: row.changedAt };
}

/** Validated when read, too: a file may come from another version. */
function toRecord({ id, revision, name, data }: TemplateRow): TemplateRecord {
  return { id, revision, name, template: InvoiceTemplate.parse(JSON.parse(data)) };
}

import type { Instant } from '#shared/domain/amounts.ts';
import type { InvoiceDocument } from '#shared/domain/invoice-document.ts';
import { PLACEHOLDER_NAMES, type PlaceholderName } from '#shared/domain/placeholders.ts';
import type { Reader } from '../store/open.ts';
import { buildDocument } from './document.ts';
import { placeholderValues } from './placeholder-values.ts';
import { loadSnapshot } from './repository.ts';
import { loadSourcesToCheck } from './sources.ts';

/**
 * What each placeholder stands for in one invoice as it is now, '' where there is no value: for the editor of texts (A6.7).
 * @throws CallError `not-found`
 */
export async function invoicePlaceholders(
  reader: Reader,
  id: number,
  at: Instant,
): Promise<{ name: PlaceholderName; value: string }[]> {
  const snapshot = await loadSnapshot(reader, id);
  const document =
    snapshot === null
      ? buildDocument(await loadSourcesToCheck(reader, id), null, at).document
      : (JSON.parse(snapshot) as InvoiceDocument);
  const values = placeholderValues(document);
  return PLACEHOLDER_NAMES.map((name) => ({ name, value: values[name] }));
}

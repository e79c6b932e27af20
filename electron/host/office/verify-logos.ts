import { sha256 } from '../journal/hash.ts';
import type { Reader } from '../store/open.ts';
import type { Damage } from './damages.ts';

interface NamedLogo {
  hash: string;
  /** Null: only the company has it. */
  invoice: number | null;
}

/** The company's logo and every one that a final invoice was printed with, each once; an office has few. */
const LOGOS = `
  SELECT hash, max(invoice) AS invoice FROM (
    SELECT logo_hash AS hash, invoice_id AS invoice FROM invoice_snapshot WHERE logo_hash IS NOT NULL
    UNION ALL SELECT logo_hash, NULL FROM company WHERE logo_hash IS NOT NULL)
  GROUP BY hash`;

/** Logos whose bytes are gone or are not what their hash was made of (F2.1); named with the newest invoice that has it. */
export async function verifyLogos(reader: Reader): Promise<Damage[]> {
  const damages: Damage[] = [];
  for (const { hash, invoice } of await reader.query<NamedLogo[]>(LOGOS)) {
    const [file] = await reader.query<{ content: Uint8Array }[]>('SELECT content FROM stored_file WHERE hash = ?', [
      hash,
    ]);
    if (file && sha256(file.content) === hash) continue;
    damages.push({
      rule: file ? 'file-hash' : 'file-missing',
      record: invoice === null ? 'company' : 'invoice',
      recordId: invoice ?? 1,
      detail: 'logo',
    });
  }
  return damages;
}

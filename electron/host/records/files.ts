import { sha256 } from '../journal/hash.ts';
import { StoredFileEntity } from '../store/entities/index.ts';
import type { Reader, Writer } from '../store/open.ts';

/** Stores bytes once, whoever has them, and returns their hash. */
export async function storeFile(writer: Writer, content: Uint8Array): Promise<string> {
  const hash = sha256(content);
  if (!(await writer.existsBy(StoredFileEntity, { hash }))) {
    await writer.insert(StoredFileEntity, { hash, size: content.byteLength, content: Buffer.from(content) });
  }
  return hash;
}

/** Bytes of a stored file. */
export async function loadStoredFile(reader: Reader, hash: string): Promise<Uint8Array<ArrayBuffer>> {
  const { content } = await reader.findOneByOrFail(StoredFileEntity, { hash });
  return new Uint8Array(content);
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "Textbausteine" (E3). The Kürzel is one of a kind whatever its case; content_text is the text without formatting. */
const TEXT_BLOCK = `CREATE TABLE text_block (id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0), changed_at TEXT NOT NULL CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
  changed_by TEXT NOT NULL, code TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (code <> ''), name TEXT NOT NULL CHECK (name <> ''),
  document_types TEXT NOT NULL CHECK (json_valid(document_types) AND json_array_length(document_types) > 0),
  content TEXT NOT NULL CHECK (json_valid(content)), content_text TEXT NOT NULL, for_email INTEGER NOT NULL CHECK (for_email IN (0, 1))) STRICT`;

export class TextBlocks1700000000006 implements MigrationInterface {
  readonly name = 'TextBlocks1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TEXT_BLOCK);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only; a backup is made before each');
  }
}

import type { Store } from '../../../electron/host/store/open.ts';

/** Does what only another program can: changes rows without triggers, foreign keys and checks, and puts the triggers back. */
export async function tamper(store: Store, statements: string[]): Promise<void> {
  await store.write(async (writer) => {
    const triggers = await writer.query<{ name: string; sql: string }[]>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
    );
    await writer.query('PRAGMA ignore_check_constraints = ON');
    await writer.query('PRAGMA defer_foreign_keys = ON');
    for (const { name } of triggers) await writer.query(`DROP TRIGGER "${name}"`);
    for (const statement of statements) await writer.query(statement);
    for (const { sql } of triggers) await writer.query(sql);
  });
}

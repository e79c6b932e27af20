import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the official rules and cases are: `KONTOR_EINVOICE`, else beside the project. They are never copied into it. */
export const EINVOICE_FOLDER = resolve(
  process.env['KONTOR_EINVOICE'] ?? resolve(import.meta.dirname, '../../../shared/einvoice'),
);

/** One remark of the official rules; `fatal` and `error` reject the file. */
export interface OfficialFinding {
  step: 'xml' | 'scenario' | 'xsd' | 'en16931' | 'xrechnung';
  severity: 'fatal' | 'error' | 'warning' | 'information';
  id: string;
  message: string;
  location: string;
}

interface OfficialValidator {
  validate: (xml: string | Uint8Array) => OfficialFinding[];
}

const MODULE = resolve(EINVOICE_FOLDER, 'validator/validate-xrechnung.mjs');

/** For `describe.skipIf`: `npm test` says "skipped: official rules not found" in one line, and fails if they are required. */
export const rulesAreAbsent = !existsSync(MODULE);

if (rulesAreAbsent && (process.env['KONTOR_REQUIRE'] ?? '').split(',').includes('rules')) {
  throw new Error('official rules not found');
}

let loaded: Promise<OfficialValidator> | undefined;

/** What the official rules (schema, EN 16931, XRechnung) find in a file. The first call takes about a second. */
export async function officialFindings(xml: string | Uint8Array): Promise<OfficialFinding[]> {
  loaded ??= import(pathToFileURL(MODULE).href).then((module: { createValidator: () => Promise<OfficialValidator> }) =>
    module.createValidator(),
  );
  return (await loaded).validate(xml);
}

/** Whether a finding rejects the file. */
export function rejects({ severity }: OfficialFinding): boolean {
  return severity === 'fatal' || severity === 'error';
}

/** The findings for which the official rules reject a file, as one line each: [] means accepted. */
export async function officialErrors(xml: string | Uint8Array): Promise<string[]> {
  return (await officialFindings(xml)).filter(rejects).map(({ id, message }) => `${id}: ${message}`);
}

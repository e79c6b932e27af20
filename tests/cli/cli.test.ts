import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { officeContract } from '#shared/contract/index.ts';
import { testFolder } from '../builders/office.ts';
import { jsonLines, runKontor, startKontor } from './run-kontor.ts';

const customer = JSON.stringify({ requestId: 'cli-customer-1', kind: 'business', name: 'Hofladen' });

describe('kontor', () => {
  test('answers one call with its input as text, from a file and from standard input', async () => {
    const data = testFolder();
    const created = await runKontor(['--data', data, 'call', 'customers.create', customer]);
    expect(created).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(created.stdout)).toMatchObject({ id: 1, number: '10001', name: 'Hofladen' });
    writeFileSync(join(data, 'input.json'), '{"id":1}');
    for (const [argument, input] of [
      [`@${join(data, 'input.json')}`, ''],
      ['-', '{"id":1}'],
      ['{"id":1}', ''],
    ] as const) {
      const { code, stdout } = await runKontor(['--data', data, 'call', 'customers.get', argument], { input });
      expect({ code, stdout }).toEqual({ code: 0, stdout: created.stdout });
    }
  });

  test('ends with 1 and the error as JSON when a call is refused, with 2 and the usage when it is misused', async () => {
    const data = testFolder();
    const refused = await runKontor(['--data', data, 'call', 'customers.get', '{"id":7}']);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toBe('');
    expect(JSON.parse(refused.stderr)).toMatchObject({ code: 'not-found', details: { record: 'customer', id: 7 } });
    const misuses = [
      [],
      ['fly'],
      ['call'],
      ['--wings', 'call'],
      ['--data', data, 'call', 'customers.get', '{'],
      ['verify', '--invoices', 'x'],
      ['verify', '--anchor', '12'],
    ];
    for (const args of misuses) {
      const { code, stdout, stderr } = await runKontor(args);
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
      expect(stderr).toContain('usage: kontor');
    }
    expect(await runKontor(['--help'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('looks only where there is an office: a mistyped folder stays empty', async () => {
    const data = testFolder();
    expect(await runKontor(['--data', data, 'verify'])).toMatchObject({ code: 2, stdout: '' });
    expect((await runKontor(['--data', data, 'call', 'foo.bar'])).code).toBe(1);
    expect(readdirSync(data)).toEqual([]);
  });

  test('batch answers line by line and in order, refusals and broken lines too', async () => {
    const data = testFolder();
    const lines = [
      `{"call":"customers.create","input":${customer}}`,
      '{"call":"nothing"}',
      '{broken',
      '',
      '{"call":"customers.get","input":{"id":1}}',
    ];
    const { code, stdout } = await runKontor(['--data', data, 'batch'], { input: lines.join('\n') });
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([
      { ok: true, data: { id: 1 } },
      { ok: false, code: 'unknown-call' },
      { ok: false, code: 'invalid-input', details: [{ rule: 'json' }] },
      { ok: true, data: { name: 'Hofladen' } },
    ]);
  });

  test('describe tells every call with a sentence and both schemas', async () => {
    const { code, stdout } = await runKontor(['describe']);
    const calls = JSON.parse(stdout) as Record<string, { summary: string; input: object; output: object }>;
    expect(code).toBe(0);
    expect(Object.keys(calls)).toEqual(Object.keys(officeContract));
    for (const { summary, input, output } of Object.values(calls)) {
      expect(summary).toMatch(/^[A-Z][^\n]{10,160}[.]$/);
      expect([input, output]).toMatchObject([{ type: 'object' }, { type: 'object' }]);
    }
  });

  test('refuses an office that another process has open, and says who', async () => {
    const data = testFolder();
    const holder = startKontor(['--data', data, 'batch']);
    const opened = new Promise((resolve) => holder.stdout?.once('data', resolve));
    holder.stdin?.write('{"call":"company.get"}\n');
    await opened;
    const { code, stderr } = await runKontor(['--data', data, 'call', 'company.get']);
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({
      code: 'office-in-use',
      details: { since: expect.any(String) as string },
    });
    const gone = new Promise((resolve) => holder.once('close', resolve));
    holder.kill('SIGKILL');
    await gone;
    expect((await runKontor(['--data', data, 'call', 'company.get'])).code).toBe(0);
  });

  test('starts itself again on its own Node when it is started on an older one', async () => {
    const candidates = execFileSync('which', ['-a', 'node'], { encoding: 'utf8' }).trim().split('\n');
    const major = (node: string) =>
      Number(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1).split('.')[0]);
    const node = candidates.find((candidate) => major(candidate) < 24) ?? process.execPath;
    const refused = await runKontor(['call', 'nothing', '{}', '--data', testFolder()], { node });
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stderr)).toMatchObject({ code: 'unknown-call' });
  });
});

describe('kontor demo', () => {
  test('makes twelve invoices, finalises eleven, writes their files, and the office is sound', async () => {
    const [data, out] = [testFolder(), join(testFolder(), 'out')];
    const { code, stdout, stderr } = await runKontor(['--data', data, 'demo', '--out', out]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(14);
    expect(lines[1]).toMatch(/^RE-2026-0001 +Hofladen Behrens GbR +591,00 € +0,00 € +591,00 € +\d+$/);
    expect(lines.at(-1)).toMatch(/^12 invoices, 11 final,/);
    for (let index = 1; index <= 11; index += 1) {
      const name = join(out, `RE-2026-${String(index).padStart(4, '0')}`);
      expect(readFileSync(`${name}.pdf`).subarray(0, 8).toString()).toBe('%PDF-1.7');
      expect(readFileSync(`${name}.xml`, 'utf8')).toContain('xrechnung_3.0');
    }
    const verified = await runKontor(['--data', data, 'verify']);
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.stdout).toMatch(
      /^anchor: \d+:[0-9a-f]{64}\nsound: 11 invoices, 22 files, \d+ journal entries, 0 damages\n$/,
    );

    const files = join(out, 'replies');
    const { stdout: reply } = await runKontor(['--data', data, '--files', files, 'call', 'invoices.pdf', '{"id":2}']);
    const { content } = JSON.parse(reply) as { content: { $file: string } };
    expect(readFileSync(content.$file).equals(readFileSync(join(out, 'RE-2026-0002.pdf')))).toBe(true);
    expect((await runKontor(['--data', data, 'demo', '--out', out])).code).toBe(2);
  });
});

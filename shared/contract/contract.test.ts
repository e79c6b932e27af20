import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { bytes } from './bytes.ts';
import { CallError } from './errors.ts';
import { richTextInput } from './fields.ts';
import { contract, officeContract } from './index.ts';
import { problemsOf } from './problems.ts';
import { describeCall } from './describe.ts';
import { call, connect, serve, type Contract, type Handlers } from './rpc.ts';

const CALLS = Object.entries(contract);

describe('every call', () => {
  test.each(CALLS)('%s has a summary of one line and a schema both ways', (_, entry) => {
    const { summary, input, output } = describeCall(entry);
    expect(summary).toMatch(/^[A-Z][^\n]{10,120}\.$/);
    expect(input).toMatchObject({ type: 'object', additionalProperties: false });
    expect(output).toMatchObject({ type: 'object', additionalProperties: false });
  });

  test.each(CALLS)('%s takes no unknown field and travels as JSON', (_, entry) => {
    for (const schema of [describeCall(entry).input, describeCall(entry).output]) {
      expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    }
    const refused = entry.input.safeParse({ surplus: 1 });
    expect(refused.error && problemsOf(refused.error)).toContainEqual({
      ...{ field: 'surplus', rule: 'unknown-field', parameters: { name: 'surplus' } },
    });
  });

  const READING =
    /\.(?:get|list|summary|explain|placeholders|check|pdf|xrechnung|verify|logo|testInvoice|preview(?:Cancel)?|people|part|tasks|revenue|report)$/;
  const CREATING = /\.(?:create|add|addMany|copy|export)$/;
  /** What makes a record of its own, beside all others. */
  const NEW = /\.(?:create|copy|export)$/;
  /** What the window keeps is no record: it has neither id nor revision. */
  const KEPT = /^workspace\./;

  /** Fields that the call cannot do without. */
  function required(name: string): string[] {
    const entry = contract[name as keyof typeof contract];
    return (describeCall(entry).input as { required?: string[] }).required ?? [];
  }

  test('a call that reads asks for neither revision nor request id', () => {
    const reading = Object.keys(officeContract).filter((name) => READING.test(name) && !KEPT.test(name));
    expect(reading.length).toBeGreaterThan(10);
    for (const name of reading)
      expect([name, required(name)]).toEqual([name, required(name).filter((field) => field === 'id')]);
  });

  test('a call that changes a record needs the expected revision, one that makes something a request id', () => {
    const changing = Object.keys(officeContract).filter((name) => !READING.test(name) && !KEPT.test(name));
    expect(changing.length).toBeGreaterThan(10);
    for (const name of changing) {
      const fields = required(name);
      if (CREATING.test(name) || name === 'invoices.finalise') expect([name, ...fields]).toContain('requestId');
      if (!NEW.test(name)) expect([name, ...fields]).toContain('expectedRevision');
    }
  });

  test('what does not travel is refused when the call is described', () => {
    const describing = (output: z.ZodType) => () => describeCall(call('A test.', z.strictObject({}), output));
    expect(describing(z.strictObject({ at: z.date() }))).toThrow();
    expect(describing(z.strictObject({ amount: z.bigint() }))).toThrow();
    expect(describing(z.strictObject({ at: z.string().transform((text) => new Date(text)) }))).not.toThrow();
  });
});

describe('problems', () => {
  const schema = z.strictObject({
    count: z.int().positive(),
    names: z.array(z.string().min(1)).min(1).max(2),
    kind: z.enum(['a', 'b']),
    choice: z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('x') }),
      z.strictObject({ of: z.literal('y') }),
    ]),
    text: richTextInput,
    flag: z.boolean().optional(),
  });
  const sound = { count: 1, names: ['a'], kind: 'a', choice: { of: 'x' }, text: 'a' };

  test.each([
    [{ count: undefined }, 'count', 'required', { expected: 'number' }],
    [{ count: '1' }, 'count', 'type', { expected: 'number' }],
    [{ count: null }, 'count', 'type', { expected: 'number' }],
    [{ count: 1.5 }, 'count', 'type', { expected: 'int' }],
    [{ count: 0 }, 'count', 'too-small', { minimum: 1 }],
    [{ count: 2 ** 60 }, 'count', 'too-large', { maximum: Number.MAX_SAFE_INTEGER }],
    [{ names: [] }, 'names', 'too-few', { minimum: 1 }],
    [{ names: ['a', 'b', 'c'] }, 'names', 'too-many', { maximum: 2 }],
    [{ names: ['a', ''] }, 'names.1', 'required', { minimum: 1 }],
    [{ names: {} }, 'names', 'type', { expected: 'array' }],
    [{ kind: 'c' }, 'kind', 'choice', { choices: 'a, b' }],
    [{ choice: { of: 'z' } }, 'choice.of', 'choice', { choices: 'x, y' }],
    [{ choice: {} }, 'choice.of', 'choice', { choices: 'x, y' }],
    [{ choice: null }, 'choice', 'type', { expected: 'object' }],
    [{ text: 5 }, 'text', 'type', { expected: 'string' }],
    [{ text: undefined }, 'text', 'required', { expected: 'string' }],
    [{ text: { v: 2, blocks: [] } }, 'text.v', 'choice', { choices: '1' }],
    [{ text: { v: 1, blocks: [], html: '' } }, 'text.html', 'unknown-field', { name: 'html' }],
    [{ text: 'x'.repeat(50_001) }, 'text', 'too-long', { maximum: 50_000 }],
    [{ flag: 'yes' }, 'flag', 'type', { expected: 'boolean' }],
    [{ other: 1 }, 'other', 'unknown-field', { name: 'other' }],
  ])('%j: %s is refused as %s', (change, field, rule, parameters) => {
    expect(schema.safeParse(sound).success).toBe(true);
    const { error } = schema.safeParse({ ...sound, ...change });
    expect(error && problemsOf(error)).toEqual([{ field, rule, parameters }]);
  });
});

describe('bytes', () => {
  const content = new Uint8Array([0, 1, 127, 128, 255]);

  test('arrive the same from memory and as base64', () => {
    expect(bytes.parse(content)).toEqual(content);
    expect(bytes.parse(Buffer.from(content).toString('base64'))).toEqual(content);
    expect(bytes.parse(new Uint8Array())).toEqual(new Uint8Array());
    expect(bytes.parse('')).toEqual(new Uint8Array());
  });

  test('a small Buffer leaves the memory that it shares with others behind', () => {
    const pooled = Buffer.from('some text');
    expect(pooled.buffer.byteLength).toBeGreaterThan(pooled.byteLength);
    const own = bytes.parse(pooled);
    expect([own.buffer.byteLength, own.constructor]).toEqual([9, Uint8Array]);
    expect(Buffer.from(own).toString()).toBe('some text');
    pooled.fill(0);
    expect(Buffer.from(own).toString()).toBe('some text');
  });

  test.each([[5], [null], [[1, 2]], ['no base64!'], [{ 0: 1 }]])('%j is refused', (value) => {
    expect(bytes.safeParse(value).success).toBe(false);
  });

  test('are described as base64 text', () => {
    const { output } = describeCall(call('A test.', z.strictObject({}), z.strictObject({ content: bytes })));
    expect(output).toMatchObject({ properties: { content: { type: 'string', contentEncoding: 'base64' } } });
  });
});

describe('serve and connect', () => {
  const calls = {
    double: call('Doubles.', z.strictObject({ value: z.int() }), z.strictObject({ value: z.int() })),
    file: call('Sends back.', z.strictObject({ content: bytes }), z.strictObject({ content: bytes })),
  } satisfies Contract;
  const handlers: Handlers<typeof calls> = {
    double: async ({ value }) => ({ value: value * 2 }),
    file: async ({ content }) => ({ content }),
  };

  function serving(changed: Partial<Handlers<typeof calls>>, translate?: (error: unknown) => unknown) {
    const logged: [string, unknown][] = [];
    const log = (name: string, error: unknown): void => void logged.push([name, error]);
    const dispatch = serve(calls, { ...handlers, ...changed }, { log, ...(translate && { translate }) });
    return { dispatch, logged };
  }

  test('a call goes there and back, also over JSON', async () => {
    const { dispatch, logged } = serving({});
    const api = connect(calls, dispatch);
    expect(await api.double({ value: 21 })).toEqual({ value: 42 });
    expect(await api.file({ content: Buffer.from('abc') })).toEqual({ content: new Uint8Array([97, 98, 99]) });
    expect(await dispatch('file', { content: 'YWJj' })).toEqual({
      ok: true,
      data: { content: new Uint8Array([97, 98, 99]) },
    });
    expect(logged).toEqual([]);
  });

  test('the caller refuses wrong input itself, with code and field', async () => {
    let sent = 0;
    const api = connect(calls, async () => {
      sent += 1;
      return { ok: true, data: { value: 1 } };
    });
    await expect(api.double({ value: '1' as never })).rejects.toMatchObject({
      ...{ name: 'CallError', code: 'invalid-input', details: [{ field: 'value', rule: 'type' }] },
    });
    expect(sent).toBe(0);
  });

  test('a refusal is thrown at the caller with code, message and details', async () => {
    const { dispatch, logged } = serving({
      double: () => Promise.reject(new CallError('not-found', 'gone', { record: 'invoice', id: 3 })),
    });
    const reply = await dispatch('double', { value: 1 });
    expect(reply).toEqual({ ok: false, code: 'not-found', message: 'gone', details: { record: 'invoice', id: 3 } });
    await expect(connect(calls, dispatch).double({ value: 1 })).rejects.toMatchObject({
      code: 'not-found',
      details: { id: 3 },
    });
    expect(logged).toEqual([]);
  });

  test.each(['triple', '', 'constructor', '__proto__', 'toString'])('there is no call "%s"', async (name) => {
    const { dispatch } = serving({});
    expect(await dispatch(name, {})).toMatchObject({ ok: false, code: 'unknown-call', details: { name } });
  });

  test('an error without a code becomes internal, tells nothing, and is logged with call and stack', async () => {
    const { dispatch, logged } = serving({ double: () => Promise.reject(new TypeError('secret path')) });
    const reply = await dispatch('double', { value: 1 });
    expect(reply).toEqual({ ok: false, code: 'internal', message: 'internal error, see the log', details: null });
    expect(logged).toHaveLength(1);
    expect(logged[0]?.[0]).toBe('double');
    expect((logged[0]?.[1] as Error).stack).toContain('TypeError: secret path');
  });

  test('a handler that throws at once is no exception', async () => {
    const { dispatch, logged } = serving({
      double: () => {
        throw new Error('at once');
      },
    });
    expect(await dispatch('double', { value: 1 })).toMatchObject({ ok: false, code: 'internal' });
    expect(logged).toHaveLength(1);
  });

  test('output that breaks its schema becomes internal and is logged', async () => {
    const { dispatch, logged } = serving({ double: async () => ({ value: 1.5 }) });
    expect(await dispatch('double', { value: 1 })).toMatchObject({ ok: false, code: 'internal' });
    expect(logged[0]?.[1]).toBeInstanceOf(z.core.$ZodError);
  });

  test('errors of lower layers get the code that the host gives them', async () => {
    const { dispatch, logged } = serving({ double: () => Promise.reject(new RangeError('full')) }, (error) =>
      error instanceof RangeError ? new CallError('disk-full', error.message) : error,
    );
    expect(await dispatch('double', { value: 1 })).toMatchObject({ ok: false, code: 'disk-full', message: 'full' });
    expect(logged).toEqual([]);
  });
});

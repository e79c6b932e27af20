import type * as z from 'zod';
import { CallError, type ErrorCode } from './errors.ts';
import { problemsOf } from './problems.ts';

/** One call of the contract: what it does, what goes in, what comes out. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  summary: string;
  input: I;
  output: O;
}

/** One line of the contract. The summary is one English sentence for `kontor describe`. */
export function call<I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O): Call<I, O> {
  return { summary, input, output };
}

export type Contract = Record<string, Call>;
/** The host's side: one async function per call, input parsed, output checked on its way out. */
export type Handlers<C extends Contract> = {
  [N in keyof C]: (input: z.output<C[N]['input']>) => Promise<z.output<C[N]['output']>>;
};
/** The caller's side. */
export type Api<C extends Contract> = {
  [N in keyof C]: (input: z.input<C[N]['input']>) => Promise<z.output<C[N]['output']>>;
};
export type Refusal = { ok: false; code: ErrorCode; message: string; details: unknown };
export type Reply = { ok: true; data: unknown } | Refusal;
/** Answers one call by name. Never rejects. */
export type Dispatch = (name: string, input: unknown) => Promise<Reply>;

export interface ServeOptions {
  /** Gives errors of lower layers, which know no contract, their code. */
  translate?: (error: unknown) => unknown;
  /** Takes what became `internal`. */
  log: (name: string, error: unknown) => void;
}

/**
 * Turns handlers into a dispatch: parses the input, runs the handler, checks the output and puts every outcome into the
 * envelope. An error without a code becomes `internal` and goes to `log` with its call and stack.
 */
export function serve<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  { translate = (error) => error, log }: ServeOptions,
): Dispatch {
  return async (name, input) => {
    const entry = Object.hasOwn(contract, name) ? contract[name] : undefined;
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (!entry || !handler) return refusal('unknown-call', `there is no call "${name}"`, { name });
    try {
      const parsed = entry.input.safeParse(input);
      if (!parsed.success) {
        const problems = problemsOf(parsed.error);
        const summary = problems.map(({ field, rule }) => `${field || '(input)'}: ${rule}`).join(', ');
        return refusal('invalid-input', `invalid input for ${name}: ${summary}`, problems);
      }
      return { ok: true, data: entry.output.parse(await handler(parsed.data as never)) };
    } catch (thrown) {
      const error = translate(thrown);
      if (error instanceof CallError) return refusal(error.code, error.message, error.details);
      log(name, error);
      return refusal('internal', 'internal error, see the log', null);
    }
  };
}

function refusal(code: ErrorCode, message: string, details: unknown): Refusal {
  return { ok: false, code, message, details };
}

/** The caller's side of the contract over any transport. A refusal is thrown as `CallError`. */
export function connect<C extends Contract>(contract: C, send: Dispatch): Api<C> {
  const calls = Object.entries(contract).map(([name, entry]) => [
    name,
    async (input: unknown) => {
      const parsed = entry.input.safeParse(input);
      if (!parsed.success) throw new CallError('invalid-input', `invalid input for ${name}`, problemsOf(parsed.error));
      const reply = await send(name, parsed.data);
      if (!reply.ok) throw new CallError(reply.code, reply.message, reply.details);
      return entry.output.parse(reply.data);
    },
  ]);
  return Object.fromEntries(calls) as Api<C>;
}

import type { companyCalls } from '#shared/contract/company.ts';
import { CallError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/rpc.ts';
import type { HostContext } from '../context.ts';
import { beginChange } from '../records/change.ts';
import { given } from '../records/given.ts';
import { inspectForeignPicture } from '../workers/pictures.ts';
import { getCompany, getLogo, setLogo, updateCompany } from './service.ts';
import { testInvoice } from './test-invoice.ts';

export function companyHandlers(context: HostContext): Handlers<typeof companyCalls> {
  const { store, clock, emit } = context;
  return {
    'company.get': () => store.read(getCompany),
    'company.update': async ({ expectedRevision, ...fields }) => {
      const company = await store.write(async (writer) =>
        updateCompany(writer, await beginChange(writer, clock), expectedRevision, given(fields)),
      );
      emit({ topic: 'settings.changed', id: null });
      return company;
    },
    'company.setLogo': async ({ expectedRevision, content }) => {
      const picture = content && { content, facts: await readableFacts(content) };
      const company = await store.write(async (writer) =>
        setLogo(writer, await beginChange(writer, clock), expectedRevision, picture),
      );
      emit({ topic: 'settings.changed', id: null });
      return company;
    },
    'company.logo': () => store.read(async (reader) => ({ logo: await getLogo(reader) })),
    'company.testInvoice': () => testInvoice(context),
  };
}

/**
 * What a picture is, read in a thread of its own outside the gate.
 * @throws CallError `invalid-input` when it cannot be printed
 */
async function readableFacts(content: Uint8Array) {
  const reply = await inspectForeignPicture(content);
  if ('facts' in reply) return reply.facts;
  const problem = { field: 'content', ...reply.refused };
  throw new CallError('invalid-input', `the logo is refused: ${problem.rule}`, [problem]);
}

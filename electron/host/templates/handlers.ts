import type { Handlers } from '#shared/contract/rpc.ts';
import type { templateCalls } from '#shared/contract/templates.ts';
import type { HostContext } from '../context.ts';
import { listTemplates } from './service.ts';

export function templateHandlers({ store }: HostContext): Handlers<typeof templateCalls> {
  return { 'templates.list': () => store.read(listTemplates) };
}

import { protocol } from 'electron';
import { join } from 'node:path';
import { pageResponse, textResponse, type PageResponse } from '../pages.ts';
import { isOwn, SCHEME } from './origin.ts';

const ROOT = join(import.meta.dirname, '../renderer');

/** Must run before Electron is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Answers `app://kontor/…` from the built window and from nowhere else. */
export function serveWindowFiles(): void {
  protocol.handle(SCHEME, async (request) => {
    const { status, headers, body } = await pageFor(request);
    return new Response(body, { status, headers });
  });
}

async function pageFor({ url, method }: Request): Promise<PageResponse> {
  if (!isOwn(url)) return textResponse(404, 'Not found');
  if (method !== 'GET' && method !== 'HEAD') return textResponse(405, 'Method not allowed');
  return pageResponse(new URL(url).pathname, { root: ROOT, connect: '' });
}

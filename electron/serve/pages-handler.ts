import type { IncomingMessage, ServerResponse } from 'node:http';
import { pageResponse, textResponse, type PageResponse } from '../pages.ts';
import type { Gatekeeper } from './gatekeeper.ts';

/** A code is 32 characters; whatever sends more is not our page. */
const MAXIMUM_CODE_BYTES = 1024;

/** Answers requests for the window's files and the exchange of the code at `/session`. Never rejects. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  gatekeeper: Gatekeeper,
  root: string,
): Promise<void> {
  const { status, headers, body } = await pageFor(request, gatekeeper, root);
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function pageFor(request: IncomingMessage, gatekeeper: Gatekeeper, root: string): Promise<PageResponse> {
  const pathname = gatekeeper.pathOf(request);
  if (pathname === null || !gatekeeper.isOurHost(request)) return textResponse(403, 'Forbidden');
  if (pathname === '/session') return sessionResponse(request, gatekeeper);
  if (request.method !== 'GET' && request.method !== 'HEAD') return textResponse(405, 'Method not allowed');
  return pageResponse(pathname, { root, connect: gatekeeper.socketOrigin });
}

/** GET tells whether the browser is logged in, POST exchanges the code of the printed address for the cookie. */
async function sessionResponse(request: IncomingMessage, gatekeeper: Gatekeeper): Promise<PageResponse> {
  if (request.method === 'GET') {
    return gatekeeper.isLoggedIn(request) ? textResponse(200, 'OK') : textResponse(401, 'Unauthorized');
  }
  if (request.method !== 'POST') return textResponse(405, 'Method not allowed');
  if (!gatekeeper.isOurPage(request)) return textResponse(403, 'Forbidden');
  const code = await readText(request);
  const cookie = code === null ? null : gatekeeper.logIn(code);
  if (cookie === null) return textResponse(403, 'Forbidden');
  const { status, headers, body } = textResponse(200, 'OK');
  return { status, headers: { ...headers, 'set-cookie': cookie }, body };
}

/** Null when the body is too long or breaks off. */
async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAXIMUM_CODE_BYTES) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}

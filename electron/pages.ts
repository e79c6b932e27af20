import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

/** What the built window consists of; a file of another kind is not served. */
const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
};

/** In `index.html` in place of the nonce that each response gets anew. */
const NONCE = '__NONCE__';

export interface PageResponse {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | string;
}

export interface PageOptions {
  /** Folder of the built window. */
  root: string;
  /** Where the window may connect to besides its own files, as a CSP source; '' is nowhere. */
  connect: string;
}

/**
 * One file of the built window with its security headers; the same for `app://` and for http://127.0.0.1. Never rejects.
 * @param pathname of the address, still percent-encoded
 */
export async function pageResponse(pathname: string, { root, connect }: PageOptions): Promise<PageResponse> {
  const path = pathInside(root, pathname === '/' ? '/index.html' : pathname);
  if (path === null) return textResponse(403, 'Forbidden');
  const type = CONTENT_TYPES[extname(path)];
  if (type === undefined) return textResponse(404, 'Not found');
  try {
    const content = await readFile(path);
    if (extname(path) === '.html') return documentResponse(content.toString('utf8'), type, connect);
    // Vite puts a hash of the content into the names of what lies in assets.
    const cache = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return { status: 200, headers: { ...baseHeaders(type), 'cache-control': cache }, body: new Uint8Array(content) };
  } catch {
    return textResponse(404, 'Not found');
  }
}

/** A short answer without a file. */
export function textResponse(status: number, text: string): PageResponse {
  const headers = { ...baseHeaders('text/plain; charset=utf-8'), 'cache-control': 'no-store' };
  return { status, headers, body: text };
}

/** Null when the path leaves the folder, however it is written. */
function pathInside(root: string, pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    if (decoded.includes('\0')) return null;
    const path = resolve(root, `.${decoded}`);
    return path.startsWith(resolve(root) + sep) ? path : null;
  } catch {
    return null;
  }
}

function documentResponse(html: string, type: string, connect: string): PageResponse {
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    ...baseHeaders(type),
    'content-security-policy': contentSecurityPolicy(nonce, connect),
    'cache-control': 'no-store',
  };
  return { status: 200, headers, body: html.replaceAll(NONCE, nonce) };
}

/**
 * Everything from the own files only; no evaluated and no inline script. Vuetify writes its theme into a style element,
 * which the nonce allows; pictures come as data or blob out of documents.
 */
function contentSecurityPolicy(nonce: string, connect: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${connect}`.trimEnd(),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function baseHeaders(type: string): Record<string, string> {
  return {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  };
}

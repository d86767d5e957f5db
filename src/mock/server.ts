import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { setClient } from './client.js';
import type { RequestHandler } from './handler.js';

/** Where the server listens, and what it serves besides. */
export interface ServerOptions {
  /** Default: 0, any free one. */
  readonly port?: number;
  /** Default: `127.0.0.1`, so that nobody else on the network reaches it. */
  readonly host?: string;
  /** More names that the server may be called by, besides `localhost` and the address that it listens on. */
  readonly hosts?: readonly string[];
  /** A folder whose files are served to what the handler does not answer. */
  readonly static?: string;
  /** Sent with every answer, such as a content security policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server that listens, until it is closed. */
export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Ends open connections too. Resolves also when it is closed already. */
  close(): Promise<void>;
}

/**
 * A small HTTP server for tests and for a demo without service worker. Not meant for the internet:
 * whoever calls it by another name, as a page does whose name was bound to this machine, gets nothing.
 */
export async function startServer(
  handler: RequestHandler,
  { port = 0, host = '127.0.0.1', hosts = [], static: folder, headers = {} }: ServerOptions = {},
): Promise<RunningServer> {
  const names = new Set([host, 'localhost', '127.0.0.1', '[::1]', ...hosts].map(lowerCase));
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing)
      .then((response) => send(response, outgoing, headers))
      .catch(() => outgoing.destroy());
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response> {
    const request = toRequest(incoming, outgoing);
    if (!request) return new Response('Bad Request', { status: 400 });
    if (!isCalled(incoming.headers.host, names))
      return new Response('Misdirected Request', { status: 421 });
    return (
      (await handler(request)) ??
      (folder === undefined ? undefined : await serveFile(folder, request)) ??
      new Response('Not Found', { status: 404 })
    );
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const lowerCase = (name: string): string => name.toLowerCase();

/** Whether a request calls the server by one of its names, whatever the port. */
const isCalled = (host: string | undefined, names: ReadonlySet<string>): boolean =>
  names.has(lowerCase(host ?? '').replace(/:[0-9]*$/, ''));

/** `undefined` where the address or a header cannot be one. */
function toRequest(incoming: IncomingMessage, outgoing: ServerResponse): Request | undefined {
  const gone = new AbortController();
  outgoing.once('close', () => outgoing.writableFinished || gone.abort());
  try {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers))
      for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
    const { method = 'GET' } = incoming;
    const request = new Request(new URL(incoming.url ?? '/', 'http://localhost'), {
      method,
      headers,
      signal: gone.signal,
      ...(method !== 'GET' &&
        method !== 'HEAD' && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
    } as RequestInit);
    return setClient(request, incoming.socket.remoteAddress ?? 'unknown');
  } catch {
    return undefined;
  }
}

async function send(
  response: Response,
  outgoing: ServerResponse,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  // A network error, as from a fault: the connection just ends.
  if (response.type === 'error') return void outgoing.destroy();
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    ...headers,
    ...(response.status !== 204 && { 'content-length': body.length }),
  });
  outgoing.end(outgoing.req.method === 'HEAD' ? undefined : body);
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The file of `folder` that a request names, or `undefined`; nothing outside the folder is read. */
async function serveFile(folder: string, request: Request): Promise<Response | undefined> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const file = await find(folder, new URL(request.url).pathname);
  if (!file) return undefined;
  return new Response(await readFile(file), {
    headers: {
      'content-type': contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
}

async function find(folder: string, pathname: string): Promise<string | undefined> {
  try {
    const path = decodeURIComponent(pathname);
    // Nothing that is hidden: no `.git`, no `.env`.
    if (path.split('/').some((segment) => segment.startsWith('.'))) return undefined;
    const root = await realpath(folder);
    // Links are followed before the place is judged, so that none leads out.
    const named = await realpath(join(root, path));
    const file = (await stat(named)).isDirectory()
      ? await realpath(join(named, 'index.html'))
      : named;
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    // No such file, or a path that is none, such as one with a null byte.
    return undefined;
  }
}

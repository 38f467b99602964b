/** Serves a built site the way a plain web server would: under its base path, 404.html for what is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { Failure } from './command.ts';

interface ServeRequest {
  readonly folder: string;
  /** Begins and ends with a slash. */
  readonly base: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Whether another port may be taken when this one is in use. */
  readonly mayMove: boolean;
  /** Pages that only this preview has, by address below the base. */
  readonly extra?: ReadonlyMap<string, string> | undefined;
}

export interface Served {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** How many ports are tried before giving up. */
const TRIES = 20;

function send(response: ServerResponse, page: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  response.end(page);
}

function handler({ folder, base, extra }: ServeRequest) {
  const page404 = join(folder, '404.html');
  const missing = (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    response.end(existsSync(page404) ? readFileSync(page404) : '404');
  };
  // Compressed copies where there are some, as in a packed site.
  const files = sirv(folder, { dev: true, etag: true, gzip: true, dotfiles: false, onNoMatch: missing });
  return (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '/';
    if (url === '/' && base !== '/') return response.writeHead(302, { location: base }).end();
    if (!url.startsWith(base)) return missing(request, response);
    const page = extra?.get(url.slice(base.length));
    if (page !== undefined) return send(response, page);
    request.url = url.slice(base.length - 1);
    return files(request, response);
  };
}

function listen(server: Server, port: number, host: string): Promise<number | 'in-use'> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('in-use');
      else if (error.code === 'EACCES') reject(new Failure(`没有权限使用端口 ${port}，请用 --port 换一个。`));
      else reject(new Failure(`无法在 ${host}:${port} 打开网站：${error.message}`));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function closer(server: Server) {
  return () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

/** Starts serving; fails with a message for people when the port is taken. */
export async function serve(request: ServeRequest): Promise<Served> {
  const tries = request.mayMove ? TRIES : 1;
  for (let port = request.port; port < request.port + tries && port <= 65_535; port += 1) {
    const server = createServer(handler(request));
    const taken = await listen(server, port, request.host);
    if (taken !== 'in-use') return { port: taken, close: closer(server) };
  }
  throw new Failure(`端口 ${request.port} 已被占用。请关闭占用它的程序，或用 --port 换一个。`);
}

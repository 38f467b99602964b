/** A server in front of a site that can fall silent or into trouble, and remembers what it was asked for. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Mood = 'well' | 'silent' | 'broken';

export interface FickleServer {
  readonly origin: string;
  mood: Mood;
  /** Paths asked for, in order. */
  asked: string[];
  readonly close: () => Promise<void>;
}

function pass(from: IncomingMessage, to: ServerResponse, origin: string): void {
  const { accept, ...headers } = from.headers;
  const onward = request(
    origin + from.url,
    { headers: { ...headers, ...(accept && { accept }) } },
    (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    },
  );
  onward.on('error', () => to.destroy());
  onward.end();
}

/** Opens it at a free port of this machine; `origin` is the server behind. */
export async function openFickleServer(origin: () => string): Promise<FickleServer> {
  const state = { mood: 'well' as Mood, asked: [] as string[] };
  const server = createServer((from, to) => {
    state.asked.push(from.url ?? '');
    if (state.mood === 'well') pass(from, to, origin());
    else if (state.mood === 'broken') to.writeHead(503).end('503');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () => new Promise<void>((done) => (server.close(() => done()), server.closeAllConnections()));
  return Object.assign(state, {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close,
  });
}

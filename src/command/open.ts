/** What `start` and `serve` share: serve a built folder and say where, until Ctrl+C. */
import { networkInterfaces } from 'node:os';
import { portOf } from './command.ts';
import { texts } from './options.ts';
import { serve } from './server.ts';

const DEFAULT_PORT = 4321;

/** The options of a command that opens the site. */
export const OPEN_OPTIONS = texts('port', 'host');

/** Their part of the help text. */
export const OPEN_HELP = `  --port <端口>       默认 ${DEFAULT_PORT}；被占用时自动换下一个
  --host <地址>       默认 localhost；0.0.0.0 让同一网络里的手机也能打开`;

function addresses(host: string, port: number, base: string): string[] {
  if (host !== '0.0.0.0' && host !== '::')
    return [`http://${host.includes(':') ? `[${host}]` : host}:${port}${base}`];
  const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const own = others.filter((one) => one.family === 'IPv4' && !one.internal).map((one) => one.address);
  return ['localhost', ...own].map((name) => `http://${name}:${port}${base}`);
}

/** Serves a folder until the process is told to end. */
export async function openSite(
  site: {
    readonly folder: string;
    readonly base: string;
    /** A page of this preview alone: its address below the base, what it is called, its HTML. */
    readonly first?: readonly [path: string, name: string, html: string] | undefined;
  },
  values: { port?: string | undefined; host?: string | undefined },
): Promise<void> {
  const given = portOf(values.port);
  const host = values.host ?? 'localhost';
  const port = given ?? DEFAULT_PORT;
  const extra = new Map(site.first ? [[site.first[0], site.first[2]]] : []);
  const served = await serve({ ...site, host, port, mayMove: given === undefined, extra });
  if (port !== 0 && served.port !== port) console.log(`端口 ${port} 已被占用，改用 ${served.port}。`);
  console.log(`网站已在 ${addresses(host, served.port, site.base).join(' 、 ')} 打开，按 Ctrl+C 停止`);
  if (site.first)
    console.log(
      `${site.first[1]}：${addresses(host, served.port, site.base + site.first[0])[0]}（只在本机有）`,
    );
  await untilStopped();
  await served.close();
  console.log('已停止。');
}

/** Resolves when the process is asked to end (Ctrl+C). */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}

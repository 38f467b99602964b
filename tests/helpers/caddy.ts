/** A real Caddy: over a site with the configuration that is shipped, and as the https front of another server. */
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { USUAL_ROOT } from '../../src/release/hosting/table.ts';
import { type Daemon, freePort, readableFolder, startDaemon, unpack } from './daemon.ts';

async function start(folder: string, port: number, text: string): Promise<Daemon> {
  const config = join(folder, 'Caddyfile');
  const own = `{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n\tstorage file_system ${folder}/store\n}\n`;
  writeFileSync(config, own + text);
  const args = ['run', '--adapter', 'caddyfile', '--config', config];
  const env = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  return startDaemon({ program: 'caddy', folder, port, args, env });
}

/** Starts Caddy over a built site as its archive is unpacked. */
export async function runCaddy(built: string): Promise<Daemon> {
  const folder = readableFolder('caddy');
  unpack(built, folder);
  const config = join(folder, 'unpacked/config/Caddyfile');
  writeFileSync(config, readFileSync(config, 'utf8').replaceAll(USUAL_ROOT, join(folder, 'unpacked/site')));
  const port = await freePort();
  return start(folder, port, `http://:${port} {\n\tbind 127.0.0.1\n\timport ${config}\n}\n`);
}

const answersAt = (secure: string) =>
  new Promise<boolean>((resolve) => {
    get(secure, { rejectUnauthorized: false }, (response) => void (response.resume(), resolve(true))).on(
      'error',
      () => resolve(false),
    );
  });

export interface Front extends Daemon {
  /** `https://localhost:<port>` */
  readonly secure: string;
  /** What vouches for its certificate. */
  readonly ca: string;
}

/** Puts an https front before a server that knows nothing of it, as portals do. */
export async function runFront(behind: string): Promise<Front> {
  const folder = readableFolder('front');
  const [port, plain] = [await freePort(), await freePort()];
  const text = `https://localhost:${port} {\n\ttls internal\n\treverse_proxy ${behind.replace('http://', '')}\n}\nhttp://127.0.0.1:${plain} {\n\trespond ok\n}\n`;
  const daemon = await start(folder, plain, text);
  const secure = `https://localhost:${port}`;
  // The certificate is made after the port is opened.
  while (!(await answersAt(secure))) await after(20);
  const ca = readFileSync(join(folder, 'store/pki/authorities/local/root.crt'), 'utf8');
  return { ...daemon, secure, ca };
}

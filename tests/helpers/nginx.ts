/** A real nginx, unprivileged, on a free port, with the configuration that is shipped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { requireProgram } from '../../src/command/programs.ts';
import { contentsOf } from '../../src/release/pack.ts';
import { assemble, type Manifest } from '../../src/release/assemble.ts';
import { USUAL_ROOT } from '../../src/release/hosting/table.ts';

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
/** Debian brings the module in a package of its own. */
export const hasBrotli = existsSync(BROTLI);

export interface Running {
  readonly origin: string;
  readonly manifest: Manifest;
  readonly stop: () => Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** A whole configuration around the shipped one. */
const around = (folder: string, port: number) => `
${hasBrotli ? `load_module ${BROTLI};` : ''}
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  ${TEMPORARY.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    include ${folder}/unpacked/config/nginx.conf;
  }
}
`;

/** What the technician does: unpacks the archive, writes the folder into the one line. */
function unpack(built: string, folder: string): Manifest {
  const assembled = assemble(built);
  for (const [name, bytes] of contentsOf(assembled)) {
    const file = join(folder, 'unpacked', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const config = join(folder, 'unpacked/config/nginx.conf');
  const text = readFileSync(config, 'utf8').replaceAll(USUAL_ROOT, join(folder, 'unpacked/site'));
  writeFileSync(config, hasBrotli ? text.replace('# brotli_static on;', 'brotli_static on;') : text);
  return assembled.manifest;
}

async function answers(origin: string, child: ChildProcess, log: string): Promise<void> {
  while (child.exitCode === null) {
    const up = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (up) return;
    await after(20);
  }
  throw new Error(`nginx ended: ${existsSync(log) ? readFileSync(log, 'utf8') : child.exitCode}`);
}

/** Starts nginx over a built site as its archive is unpacked. */
export async function runNginx(built: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'open-office-nginx-'));
  // Started as root, nginx reads as somebody else.
  chmodSync(folder, 0o755);
  const manifest = unpack(built, folder);
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), around(folder, port));
  const args = ['-e', join(folder, 'error.log'), '-p', folder, '-c', join(folder, 'nginx.conf')];
  const child = spawn(requireProgram('nginx'), args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  await answers(origin, child, join(folder, 'error.log'));
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, manifest, stop };
}

/** A real nginx, unprivileged, on a free port, with the configuration that is shipped. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { USUAL_ROOT } from '../../src/release/hosting/table.ts';
import type { ReleaseManifest } from '../../src/release/assemble.ts';
import { type Daemon, freePort, readableFolder, startDaemon, unpack } from './daemon.ts';

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
/** Debian brings the module in a package of its own. */
export const hasBrotli = existsSync(BROTLI);

export interface Running extends Daemon {
  readonly manifest: ReleaseManifest;
}

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** A whole configuration around the shipped one. */
const around = (folder: string, port: number, config: string) => `
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
    include ${config};
  }
}
`;

/** Starts nginx with the configuration of an unpacked archive, whose one line is given the folder of the site. */
async function start(folder: string, root: string): Promise<Daemon> {
  const config = join(folder, 'unpacked/config/nginx.conf');
  const text = readFileSync(config, 'utf8').replaceAll(USUAL_ROOT, root);
  writeFileSync(config, hasBrotli ? text.replace('# brotli_static on;', 'brotli_static on;') : text);
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), around(folder, port, config));
  const args = ['-e', join(folder, 'error.log'), '-p', folder, '-c', join(folder, 'nginx.conf')];
  return startDaemon({ program: 'nginx', folder, port, args });
}

/** Starts nginx over a built site as its archive is unpacked. */
export async function runNginx(built: string): Promise<Running> {
  const folder = readableFolder('nginx');
  const manifest = unpack(built, folder);
  return { ...(await start(folder, join(folder, 'unpacked/site'))), manifest };
}

/** Starts nginx over a folder that releases are published to; the configuration is that of one archive, once and for all. */
export async function runNginxOver(place: string, built: string): Promise<Daemon> {
  const folder = readableFolder('nginx');
  unpack(built, folder);
  return start(folder, join(place, 'current'));
}

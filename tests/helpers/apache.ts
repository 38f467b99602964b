/** A real Apache, unprivileged, on a free port, over a site with the `.htaccess` that is shipped. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Daemon, freePort, readableFolder, startDaemon, unpack } from './daemon.ts';

const MODULES = '/usr/lib/apache2/modules';
const USUAL = [
  'mpm_event',
  'authz_core',
  'alias',
  'dir',
  'mime',
  'autoindex',
  'filter',
  'headers',
  'deflate',
];

export interface Wishes {
  /** Modules beside the usual ones. */
  readonly modules?: readonly string[];
  /** Whether the server would list folders. */
  readonly lists?: boolean;
}

const around = (folder: string, port: number, base: string, { modules = [], lists = false }: Wishes) => `
ServerRoot ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
${[...USUAL, ...modules].map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
TypesConfig /dev/null
Listen 127.0.0.1:${port}
ServerName www.example.gov.cn
${process.getuid?.() === 0 ? 'User nobody\nGroup nogroup' : ''}
DocumentRoot ${base === '/' ? `${folder}/unpacked/site` : `${folder}/portal`}
${base === '/' ? '' : `Alias ${base.slice(0, -1)} ${folder}/unpacked/site`}
<Directory ${folder}/portal>
  Require all granted
</Directory>
<Directory ${folder}/unpacked/site>
  AllowOverride FileInfo Indexes
  Options FollowSymLinks${lists ? ' Indexes' : ''}
  Require all granted
</Directory>
`;

/** Starts Apache over a built site as its archive is unpacked, below the path that it was built for. */
export async function runApache(built: string, wishes: Wishes = {}): Promise<Daemon> {
  const folder = readableFolder('apache');
  const { base } = unpack(built, folder);
  mkdirSync(join(folder, 'portal'));
  const port = await freePort();
  const config = join(folder, 'apache.conf');
  writeFileSync(config, around(folder, port, base, wishes));
  return startDaemon({ program: 'apache2', folder, port, args: ['-f', config, '-DFOREGROUND'] });
}

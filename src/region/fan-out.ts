/** Builds the cities of a region on this machine, some at a time; a city that has not changed is not built again. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { filesBelow, programHash } from '../build/stamp.ts';
import { PROGRAM } from '../command/command.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { buildInstant } from '../build/settings.ts';
import type { Manifest } from '../schemas/manifest.ts';
import type { Region, RegionCity } from '../schemas/region.ts';

interface Wanted {
  /** Only a part of the cities, of how many. */
  readonly share?: { readonly part: number; readonly of: number } | undefined;
  /** False where others have built them. */
  readonly build: boolean;
  readonly jobs: number;
  readonly env: NodeJS.ProcessEnv;
  readonly root: string;
}

interface Cities {
  /** Where the manifest of each built city lies with its shards, by code. */
  readonly folders: ReadonlyMap<string, string>;
  /** The codes of those that could not be built. */
  readonly failed: readonly string[];
}

interface Task {
  readonly city: RegionCity;
  /** The folder of its content. */
  readonly content: string;
  /** Where what a region takes of it is kept, by everything that it is made of. */
  readonly kept: string;
}

const contentOf = ({ folder }: RegionCity, region: string): string | undefined => {
  const root = folder === undefined ? undefined : resolve(region, folder);
  return [root, root && join(root, 'content')].find((one) => one && existsSync(join(one, 'site.json')));
};

/** A digest of a city's content, by the program, the day and the address that it is built for. */
function inputsOf(content: string, program: string, { address = '' }: RegionCity): string {
  const hash = createHash('sha256').update(`${program}\0${address}\0`);
  for (const file of filesBelow(content))
    hash
      .update(`${relative(content, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex').slice(0, 32);
}

const programAndDay = (env: NodeJS.ProcessEnv): string =>
  createHash('sha256')
    .update(programHash())
    .update(dateInShanghai(buildInstant(env)))
    .digest('hex');

/** The environment of a city's build: its own address. */
function environment({ address }: RegionCity, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { SITE_URL: _, BASE_PATH: __, ...rest } = env;
  if (!address) return rest;
  const { origin, pathname } = new URL(address);
  return { ...rest, SITE_URL: origin, BASE_PATH: pathname };
}

/** Runs one build in a process of its own; what it says is told only when it fails. */
function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string | undefined> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...process.execArgv, join(PROGRAM, 'scripts/build.ts'), ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (said = `${said}${part.toString()}`.slice(-2000)));
    child.on('error', (error) => done(error.message));
    child.on('exit', (code) => done(code === 0 ? undefined : said));
  });
}

/** Keeps of a built city what a region takes, whole or not at all; the pages go. */
function keep(built: string, kept: string): void {
  const { finder, search } = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as Manifest;
  const fresh = `${kept}.new`;
  rmSync(fresh, { recursive: true, force: true });
  for (const path of ['manifest.json', finder.townships.path, finder.villages.path, search.instant.path]) {
    mkdirSync(dirname(join(fresh, path)), { recursive: true });
    cpSync(join(built, path), join(fresh, path));
  }
  // What the city was before is needed no more.
  for (const name of readdirSync(dirname(kept)))
    if (name !== basename(fresh)) rmSync(join(dirname(kept), name), { recursive: true, force: true });
  renameSync(fresh, kept);
}

async function buildOne({ city, content, kept }: Task, { env, root }: Wanted): Promise<boolean> {
  const own = existsSync(join(dirname(content), 'astro.config.mjs'));
  // A city's own repository shows its site; of a mere content folder only the manifest is wanted.
  const out = own ? join(dirname(content), 'dist') : join(root, '.cache', `region-city-${city.code}`);
  const start = performance.now();
  const said = await run(['--content', content, '--out', out], environment(city, env));
  if (said === undefined) keep(out, kept);
  if (!own) rmSync(out, { recursive: true, force: true });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    said === undefined
      ? `  ✓ ${city.code} ${city.name}，${seconds} 秒`
      : `  ✗ ${city.code} ${city.name} 没有生成：\n${said.trim()}`,
  );
  return said === undefined;
}

/** Builds the cities whose folder holds content, some at a time. What failed stops nobody. */
export async function buildCities(
  region: Region,
  folder: string,
  cache: string,
  wanted: Wanted,
): Promise<Cities> {
  const program = programAndDay(wanted.env);
  const { share, jobs } = wanted;
  const tasks = region.cities.flatMap((city, at): Task[] => {
    const content = contentOf(city, folder);
    if (!content || (share && at % share.of !== share.part - 1)) return [];
    return [{ city, content, kept: join(cache, 'built', city.code, inputsOf(content, program, city)) }];
  });
  const due = wanted.build ? tasks.filter(({ kept }) => !existsSync(join(kept, 'manifest.json'))) : [];
  console.log(`${tasks.length} 个市在这台机器上生成，${tasks.length - due.length} 个没有变。`);
  const failed: string[] = [];
  const queue = [...due];
  const work = async () => {
    for (let task = queue.shift(); task; task = queue.shift())
      if (!(await buildOne(task, wanted))) failed.push(task.city.code);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, due.length) }, work));
  return { failed, folders: new Map(tasks.map(({ city, kept }) => [city.code, kept])) };
}

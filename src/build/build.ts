import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'astro';
import { Failure, ROOT } from '../command/command.ts';
import type { ContentFolders } from '../command/content.ts';
import { finishSite } from './finish.ts';
import { lending, openBuild, type OpenBuild, readBuild } from './open.ts';
import { isKept, keptFolder } from './renderer/place.ts';
import { replay } from './renderer/replay.ts';
import { CALLER } from './settings.ts';
import { type BuildRecord, countPages, hashInputs, readRecord, writeRecord } from './stamp.ts';
import { replaceFolder } from './swap.ts';

interface BuildRequest extends ContentFolders {
  /** Absolute path of the folder to make. */
  readonly out: string;
  /** The site's path, instead of the one in the environment or the content. */
  readonly base?: string;
}

const inside = (folder: string, path: string) => !relative(folder, path).startsWith('..');

/** Refuses to replace a folder that is not a built site: a slip in `--out` must not cost anyone their files. */
function guard({ content, out }: BuildRequest): void {
  const own = inside(out, ROOT) || inside(out, content) || inside(content, out);
  const foreign = existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, '404.html'));
  if (own || foreign)
    throw new Failure(`${out} 不是本程序生成的网站，不能覆盖。请用 --out 指定另一个文件夹。`);
}

/** The content of a request, checked, with the settings of its build; undefined when it has errors, which were told. */
function open(request: BuildRequest): OpenBuild | undefined {
  guard(request);
  const env = request.base ? { ...CALLER, BASE_PATH: request.base } : CALLER;
  return readBuild(ROOT, request, env, console.log);
}

/** Renders with what Astro has compiled before of the same program; false where there is none that serves. */
async function renderAgain(folder: string, opened: OpenBuild): Promise<boolean> {
  const kept = keptFolder(opened);
  if (!isKept(kept)) return false;
  console.log('生成页面（程序没有变，用上次编译好的）……');
  openBuild(ROOT, {}, opened.say);
  try {
    await replay(folder, kept, opened);
  } catch {
    // Kept things are never trusted: what is wrong with the content, Astro tells when it compiles anew.
    for (const one of [kept, folder]) rmSync(one, { recursive: true, force: true });
    return false;
  }
  await finishSite(folder, opened);
  return true;
}

/** Has Astro make the site, as `astro build` makes it. It resolves packages from there, so the folder lies within the project. */
async function compile(folder: string): Promise<void> {
  console.log('生成页面……');
  await build({ root: ROOT, outDir: folder + sep, logLevel: 'error', mode: 'production' });
}

async function generate(folder: string, opened: OpenBuild): Promise<number> {
  const start = performance.now();
  try {
    await lending(opened, async () => (await renderAgain(folder, opened)) || compile(folder));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`\n${reason}\n\n生成失败，原有网站没有改动。`);
  }
  const pages = countPages(folder);
  if (pages === 0) throw new Failure('\n没有生成任何页面，原有网站没有改动。');
  console.log(`生成了 ${pages} 页，${((performance.now() - start) / 1000).toFixed(1)} 秒`);
  return pages;
}

async function make(request: BuildRequest, opened: OpenBuild): Promise<BuildRecord> {
  const { settings, catalogue } = opened;
  const inputs = hashInputs(request, settings);
  const workshop = join(ROOT, '.cache', `building-${process.pid}`);
  const pages = await replaceFolder(request.out, workshop, () => generate(workshop, opened));
  const quarantined = catalogue.quarantined.size;
  const record = { inputs, base: settings.base, site: settings.site, pages, quarantined };
  writeRecord(request.out, record);
  return record;
}

/** Checks the content and builds the site; undefined when the content has errors, which were reported. */
export async function buildSite(request: BuildRequest): Promise<BuildRecord | undefined> {
  const opened = open(request);
  return opened && make(request, opened);
}

/** A finished build and the content that it was made of. */
export interface Built {
  readonly record: BuildRecord;
  readonly opened: OpenBuild;
}

/** Like `buildSite`, but does nothing when the folder already holds what a build would make. */
export async function buildIfNeeded(request: BuildRequest): Promise<Built | undefined> {
  const opened = open(request);
  if (!opened) return undefined;
  const record = readRecord(request.out);
  if (record?.inputs !== hashInputs(request, opened.settings))
    return { record: await make(request, opened), opened };
  console.log(`网站没有变化，沿用 ${relative(ROOT, request.out) || request.out} 里的 ${record.pages} 页。`);
  return { record, opened };
}

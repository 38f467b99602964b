import { rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Failure, ROOT } from '../command/command.ts';
import type { ContentFolders } from '../command/folders.ts';
import { type Apart, compileApart, compileOnly } from './compile.ts';
import { finishSite } from './finish.ts';
import { holdLock } from './lock.ts';
import { lending, openBuild, type OpenBuild, openToCompile, readBuild } from './open.ts';
import { learnAhead } from './renderer/ahead.ts';
import { making } from './renderer/making.ts';
import { isKept, keptFolder } from './renderer/place.ts';
import { recorded } from './renderer/recorded.ts';
import { replay } from './renderer/replay.ts';
import { putAway, spareFor } from './renderer/spare.ts';
import { CALLER } from './settings.ts';
import { type BuildRecord, countPages, hashInputs, readRecord, recordName, writeRecord } from './stamp.ts';
import { notOurs, replaceFolder, requireReplaceable } from './swap.ts';

interface BuildRequest extends ContentFolders {
  /** Absolute path of the folder to make. */
  readonly out: string;
  /** The site's path, instead of the one in the environment or the content. */
  readonly base?: string;
}

const inside = (folder: string, path: string) => !relative(folder, path).startsWith('..');

/** Refuses to replace what the site is made from; see `requireReplaceable`. */
function guard({ content, out }: BuildRequest): void {
  const own = inside(out, ROOT) || inside(out, content) || inside(content, out);
  if (own) throw notOurs(out);
  requireReplaceable(out);
}

const environmentOf = ({ base }: BuildRequest): NodeJS.ProcessEnv =>
  base ? { ...CALLER, BASE_PATH: base } : CALLER;

/** The content of a request, checked, with the settings of its build, and what was begun meanwhile. */
interface Opened {
  readonly opened: OpenBuild;
  readonly ahead: Apart | undefined;
}

/** Begins to compile for some content before it is checked; undefined where what is kept serves, or nothing can be. */
function compileAhead(request: BuildRequest): Apart | undefined {
  const env = environmentOf(request);
  const build = openToCompile(ROOT, request, env);
  return build && !isKept(keptFolder(build)) ? compileOnly(request, env) : undefined;
}

/** Opens a build; undefined when its content has errors, which were told. */
function open(request: BuildRequest): Opened | undefined {
  guard(request);
  const ahead = compileAhead(request);
  const opened = readBuild(ROOT, request, environmentOf(request), console.log);
  if (!opened) ahead?.stop();
  return opened && { opened, ahead };
}

/** Pages as they were made of what Astro had compiled before. */
interface Rendered {
  readonly pages: number;
  /** The files that it has in common with the site whose place it takes. */
  readonly shared: ReadonlySet<string>;
  /** What is left to do once the site lies in its place. */
  readonly afterwards: () => void;
}

/** Renders with what is compiled at `kept`, or will be while the search learns; undefined where that does not serve. */
async function renderAgain(
  folder: string,
  out: string,
  kept: string,
  { opened, ahead }: Opened,
): Promise<Rendered | undefined> {
  openBuild(ROOT, {}, opened.say, 'production');
  const content = recorded(opened);
  const program = `${basename(kept)} ${opened.now.toISOString()}`;
  const again = making({ root: ROOT, out, folder, program }, content);
  try {
    if (ahead) await learnAhead(content.running, again);
    await ahead?.done;
    await replay(folder, kept, opened, content, again);
  } catch {
    // Kept things are never trusted: what is wrong with the content, Astro tells when it compiles anew.
    for (const one of [kept, folder]) rmSync(one, { recursive: true, force: true });
    return undefined;
  }
  const facts = await finishSite(folder, opened, again);
  return { pages: facts.size, shared: again.shared(), afterwards: () => again.keepAll(facts) };
}

/** Renders the pages with what is compiled of the program; where that does not serve, Astro makes the site. */
async function render(folder: string, request: BuildRequest, begun: Opened): Promise<Rendered | undefined> {
  const { opened, ahead } = begun;
  const kept = keptFolder(opened);
  const known = !ahead && isKept(kept);
  console.log(known ? '生成页面（程序没有变，用上次编译好的）……' : '生成页面……');
  if (ahead || known) {
    const rendered = await lending(opened, () => renderAgain(folder, request.out, kept, begun));
    if (rendered) return rendered;
    console.log('编译好的不能用，从头生成……');
  }
  const whole = { folder, content: request, env: environmentOf(request), compileOnly: false };
  const { error } = await compileApart(whole).done;
  if (error !== undefined) throw new Error(error);
  return undefined;
}

async function generate(folder: string, request: BuildRequest, begun: Opened) {
  const start = performance.now();
  let rendered: Rendered | undefined;
  try {
    rendered = await render(folder, request, begun);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`\n${reason}\n\n生成失败，原有网站没有改动。`);
  }
  const pages = rendered?.pages ?? countPages(folder);
  if (pages === 0) throw new Failure('\n没有生成任何页面，原有网站没有改动。');
  console.log(`生成了 ${pages} 页，${((performance.now() - start) / 1000).toFixed(1)} 秒`);
  return { pages, shared: rendered?.shared ?? new Set<string>(), afterwards: rendered?.afterwards };
}

async function make(request: BuildRequest, begun: Opened): Promise<BuildRecord> {
  const { settings, catalogue } = begun.opened;
  const { out } = request;
  const inputs = hashInputs(begun.opened, request);
  const workshop = join(ROOT, '.cache', `building-${process.pid}`);
  const { pages, afterwards } = await replaceFolder(
    out,
    workshop,
    () => generate(workshop, request, begun),
    (old, { shared }) => putAway(old, spareFor(ROOT, out), shared),
  );
  afterwards?.();
  const quarantined = catalogue.quarantined.size;
  const record = { inputs, base: settings.base, site: settings.site, pages, quarantined };
  writeRecord(out, record);
  return record;
}

/** Does what reads the content and makes a site while nobody else makes one in the same folder. */
async function alone<T>(out: string, act: () => Promise<T>): Promise<T> {
  const release = await holdLock(ROOT, console.log, recordName(out));
  try {
    return await act();
  } finally {
    release();
  }
}

/** Checks the content and builds the site; undefined when the content has errors, which were reported. */
export function buildSite(request: BuildRequest): Promise<BuildRecord | undefined> {
  return alone(request.out, async () => {
    const begun = open(request);
    return begun && make(request, begun);
  });
}

/** A finished build and the content that it was made of. */
export interface Built {
  readonly record: BuildRecord;
  readonly opened: OpenBuild;
}

/** Like `buildSite`, but does nothing when the folder already holds what a build would make. */
export function buildIfNeeded(request: BuildRequest): Promise<Built | undefined> {
  return alone(request.out, async () => {
    const begun = open(request);
    if (!begun) return undefined;
    const { opened, ahead } = begun;
    const record = readRecord(request.out);
    if (record?.inputs !== hashInputs(opened, request)) return { record: await make(request, begun), opened };
    ahead?.stop();
    console.log(`网站没有变化，沿用 ${relative(ROOT, request.out) || request.out} 里的 ${record.pages} 页。`);
    return { record, opened };
  });
}

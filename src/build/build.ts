import { existsSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Failure, ROOT } from '../command/command.ts';
import { begin, type Begun, type BuildRequest, compile, NOT_FOUND, WORKSHOP } from './begin.ts';
import { finishSite } from './finish.ts';
import { holdLock } from './lock.ts';
import { lending, openBuild, type OpenBuild } from './open.ts';
import { making } from './renderer/making.ts';
import { isKept, keptFolder } from './renderer/place.ts';
import { recorded } from './renderer/recorded.ts';
import { replay } from './renderer/replay.ts';
import { putAway, spareFor } from './renderer/spare.ts';
import { type BuildRecord, countPages, hashInputs, readRecord, recordName, writeRecord } from './stamp.ts';
import { replaceFolder } from './swap.ts';

/** Pages as they were made of what Astro had compiled before. */
interface Rendered {
  readonly pages: number;
  /** What is left to do once the site lies in its place. */
  readonly afterwards: () => void;
}

/** Renders with what Astro has compiled before of the same program; undefined where there is none that serves. */
async function renderAgain(folder: string, out: string, opened: OpenBuild): Promise<Rendered | undefined> {
  const kept = keptFolder(opened);
  if (!isKept(kept)) return undefined;
  openBuild(ROOT, {}, opened.say);
  const content = recorded(opened);
  const program = `${basename(kept)} ${opened.now.toISOString()}`;
  const again = making({ root: ROOT, out, folder, program }, content);
  try {
    await replay(folder, kept, opened, content, again);
  } catch {
    // Kept things are never trusted: what is wrong with the content, Astro tells when it compiles anew.
    for (const one of [kept, folder]) rmSync(one, { recursive: true, force: true });
    return undefined;
  }
  const facts = await finishSite(folder, opened, again);
  return { pages: facts.size, afterwards: () => again.keepAll(facts) };
}

/** Renders the pages; has the program compiled first where what is kept of it does not serve. */
async function render(request: BuildRequest, { opened, ahead }: Begun): Promise<Rendered | undefined> {
  const renderKept = () => lending(opened, () => renderAgain(WORKSHOP, request.out, opened));
  const kept = !ahead && isKept(keptFolder(opened));
  console.log(kept ? '生成页面（程序没有变，用上次编译好的）……' : '生成页面……');
  const again = kept ? await renderKept() : undefined;
  if (again) return again;
  await (ahead ?? compile(request, true)).done;
  if (!isKept(keptFolder(opened))) {
    // It was made whole; unless the process that compiles has read something else than was read here.
    if (existsSync(join(WORKSHOP, NOT_FOUND))) return undefined;
    throw new Error('内容或者日期在生成的时候变了，请再运行一次。');
  }
  rmSync(WORKSHOP, { recursive: true, force: true });
  const first = await renderKept();
  if (!first) await compile(request, false).done;
  return first;
}

async function generate(request: BuildRequest, begun: Begun) {
  const start = performance.now();
  let rendered: Rendered | undefined;
  try {
    rendered = await render(request, begun);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`\n${reason}\n\n生成失败，原有网站没有改动。`);
  }
  const pages = rendered?.pages ?? countPages(WORKSHOP);
  if (pages === 0) throw new Failure('\n没有生成任何页面，原有网站没有改动。');
  console.log(`生成了 ${pages} 页，${((performance.now() - start) / 1000).toFixed(1)} 秒`);
  return { pages, afterwards: rendered?.afterwards };
}

async function make(request: BuildRequest, begun: Begun): Promise<BuildRecord> {
  const { settings, catalogue } = begun.opened;
  const { out } = request;
  const inputs = hashInputs(request, settings);
  const { pages, afterwards } = await replaceFolder(
    out,
    WORKSHOP,
    () => generate(request, begun),
    (old) => putAway(old, out, spareFor(ROOT, out)),
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
    const begun = await begin(request);
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
    const begun = await begin(request);
    if (!begun) return undefined;
    const { opened } = begun;
    const record = readRecord(request.out);
    if (record?.inputs !== hashInputs(request, opened.settings))
      return { record: await make(request, begun), opened };
    console.log(`网站没有变化，沿用 ${relative(ROOT, request.out) || request.out} 里的 ${record.pages} 页。`);
    return { record, opened };
  });
}

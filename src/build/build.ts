import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'astro';
import type { Catalogue } from '../catalogue/types.ts';
import { isKept } from '../domain/offline.ts';
import { type ShareCard, shareCards } from '../views/share-cards.ts';
import { Failure, ROOT } from '../command/command.ts';
import { type ContentFolders, loadChecked } from '../command/content.ts';
import { indexFullText } from './full-text.ts';
import { writeCountyLists } from './offline/lists.ts';
import { writeWorker } from './offline/worker.ts';
import { writeRelease } from '../release/about.ts';
import { sealPages } from './seal.ts';
import { drawSharePictures } from './share/draw.ts';
import { writeForSearchEngines } from './sitemap.ts';
import { CALLER, inlineConfig, publishSettings, settingsOf, type Settings } from './settings.ts';
import { type BuildRecord, countPages, hashInputs, readRecord, writeRecord } from './stamp.ts';
import { replaceFolder } from './swap.ts';
import { dropUnused } from './unused.ts';

export interface BuildRequest extends ContentFolders {
  /** Absolute path of the folder to make. */
  readonly out: string;
  /** The site's path, instead of the one in the environment or the content. */
  readonly base?: string;
  /** Links name the file of a folder too, for hosts that do not look for it. */
  readonly explicitIndex?: boolean | undefined;
}

const settingsFor = ({ base, explicitIndex = false }: BuildRequest, { site }: Catalogue): Settings => ({
  ...settingsOf(site, base ? { ...CALLER, BASE_PATH: base } : CALLER),
  explicitIndex,
});

const inside = (folder: string, path: string) => !relative(folder, path).startsWith('..');

/** Refuses to replace a folder that is not a built site: a slip in `--out` must not cost anyone their files. */
function guard({ content, out }: BuildRequest): void {
  const own = inside(out, ROOT) || inside(out, content) || inside(content, out);
  const foreign = existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, '404.html'));
  if (own || foreign)
    throw new Failure(`${out} 不是本程序生成的网站，不能覆盖。请用 --out 指定另一个文件夹。`);
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} 秒`;

/** Has Astro make the pages. It resolves its own packages from there, so the folder lies within the project. */
async function generate(folder: string, settings: Settings, catalogue: Catalogue): Promise<number> {
  const start = performance.now();
  process.stdout.write('生成页面……');
  try {
    await build({ ...inlineConfig(settings), outDir: folder + sep, logLevel: 'error', mode: 'production' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`\n${reason}\n\n生成失败，原有网站没有改动。`);
  }
  const pages = countPages(folder);
  if (pages === 0) throw new Failure('\n没有生成任何页面，原有网站没有改动。');
  sealPages(folder);
  dropUnused(folder);
  writeForSearchEngines(folder, settings.site && settings.site + settings.base);
  await keepOnPhones(folder, settings.base, isKept(catalogue.site));
  console.log(` ${pages} 页，${seconds(start)}`);
  if (settings.site) await draw(folder, shareCards(catalogue));
  await index(folder);
  return pages;
}

/** What readers' phones keep for when there is no signal, or the order to forget it. */
async function keepOnPhones(folder: string, base: string, kept: boolean): Promise<void> {
  if (kept) writeCountyLists(folder);
  await writeWorker(folder, base, kept);
}

/** Draws what chats show of a page. Only where the site's own address is known: they ask for it in full. */
async function draw(folder: string, cards: readonly ShareCard[]): Promise<void> {
  const start = performance.now();
  process.stdout.write('画分享图片……');
  const missing = await drawSharePictures(folder, cards);
  const lacking = missing.length > 0 ? `，字体里没有“${missing.join('')}”，画成“〓”` : '';
  console.log(` ${cards.length} 张，${seconds(start)}${lacking}`);
}

/** Prepares the full-text search over the finished pages. */
async function index(folder: string): Promise<void> {
  const start = performance.now();
  process.stdout.write('编制全文搜索……');
  const pages = await indexFullText(folder);
  console.log(` ${pages} 页，${seconds(start)}`);
}

async function make(request: BuildRequest, catalogue: Catalogue): Promise<BuildRecord> {
  const settings = settingsFor(request, catalogue);
  const inputs = hashInputs(request, settings);
  publishSettings(settings, request, process.env);
  const workshop = join(ROOT, '.cache', `building-${process.pid}`);
  const pages = await replaceFolder(request.out, workshop, async () => {
    const made = await generate(workshop, settings, catalogue);
    writeRelease(workshop, settings, { ...request, pages: made, catalogue });
    return made;
  });
  const quarantined = catalogue.quarantined.size;
  const record = { inputs, base: settings.base, site: settings.site, pages, quarantined };
  writeRecord(request.out, record);
  return record;
}

/** Checks the content and builds the site; undefined when the content has errors, which were reported. */
export async function buildSite(request: BuildRequest): Promise<BuildRecord | undefined> {
  guard(request);
  const catalogue = loadChecked(request);
  return catalogue && make(request, catalogue);
}

/** Like `buildSite`, but does nothing when the folder already holds what a build would make. */
export async function buildIfNeeded(request: BuildRequest): Promise<BuildRecord | undefined> {
  guard(request);
  const catalogue = loadChecked(request);
  if (!catalogue) return undefined;
  const record = readRecord(request.out);
  if (record?.inputs !== hashInputs(request, settingsFor(request, catalogue)))
    return make(request, catalogue);
  console.log(`网站没有变化，沿用 ${relative(ROOT, request.out) || request.out} 里的 ${record.pages} 页。`);
  return record;
}

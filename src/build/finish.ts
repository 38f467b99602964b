/** What is done to the pages once Astro has written them: sealed, listed, kept for offline use, drawn and indexed. */
import { hash } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROGRAM } from '../command/command.ts';
import { isKept } from '../domain/offline.ts';
import { writeRelease } from '../release/about.ts';
import { writeManifest } from '../release/manifest.ts';
import { shareCards } from '../views/share-cards.ts';
import type { SiteFacts } from './facts.ts';
import { writeCountyLists } from './offline/lists.ts';
import { writeWorker } from './offline/worker.ts';
import type { OpenBuild } from './open.ts';
import { finishPages } from './pages.ts';
import type { Making } from './renderer/making.ts';
import { fullTextParts } from './search/full-text.ts';
import type { PageText } from './search/page-text.ts';
import { writeForSearchEngines } from './sitemap.ts';
import { dropUnused } from './unused.ts';

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} 秒`;

/** Makes a folder of fresh pages the finished site. */
export async function finishSite(folder: string, build: OpenBuild, making?: Making): Promise<SiteFacts> {
  const { settings, catalogue } = build;
  addPublic(folder);
  const facts = finishPages(folder, settings, making?.finished);
  dropUnused(folder, facts);
  writeForSearchEngines(folder, settings.site && settings.site + settings.base, facts);
  if (isKept(catalogue.site)) writeCountyLists(folder, facts);
  await writeWorker(folder, settings.base, isKept(catalogue.site) ? facts : undefined);
  if (settings.site) await draw(folder, build);
  await index(folder, build, facts, making);
  const built = { contents: build.contents, pages: facts.size, catalogue };
  // These tell the instant, and stand for the whole: by it releases follow each other.
  const release = { ...settings, now: settings.builtFor ?? settings.now };
  writeRelease(folder, release, built);
  writeManifest(folder, release, built);
  return facts;
}

/** The program's own icon and what else lies beside the pages, where the project brings none of that name. */
const addPublic = (folder: string) =>
  cpSync(join(PROGRAM, 'public'), folder, { recursive: true, force: false });

/** Draws what chats show of a page. Only where the site's own address is known: they ask for it in full. */
async function draw(folder: string, { catalogue, say }: OpenBuild): Promise<void> {
  const start = performance.now();
  const { drawSharePictures } = await import('./share/draw.ts');
  const cards = shareCards(catalogue);
  const missing = await drawSharePictures(folder, cards);
  const lacking = missing.length > 0 ? `，字体里没有“${missing.join('')}”，画成“〓”` : '';
  say(`画分享图片…… ${cards.length} 张，${seconds(start)}${lacking}`);
}

/** Prepares the full-text search over the finished pages, as far as they have changed. */
async function index(folder: string, { say }: OpenBuild, facts: SiteFacts, making?: Making): Promise<void> {
  const start = performance.now();
  const written = new Set<PageText>();
  const searched = [...facts.values()].flatMap((one) => one.searched ?? []);
  for (const { pages, inputs, folder: own, files, write } of fullTextParts(searched)) {
    const digest = hash('sha256', JSON.stringify(inputs(folder)));
    if (making?.takesStep(own, digest)) continue;
    for (const [name, content] of files()) put(folder, `${own}/${name}`, content, making);
    making?.clears(own);
    await write?.(folder);
    for (const page of pages) written.add(page);
  }
  if (written.size > 0) say(`编制全文搜索…… ${written.size} 页，${seconds(start)}`);
}

/** Writes a file of a step, unless it comes as it is from an earlier build. */
function put(folder: string, file: string, content: string, making?: Making): void {
  if (making?.has(file, content)) return;
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

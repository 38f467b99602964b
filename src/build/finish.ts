/** What is done to the pages once Astro has written them: sealed, listed, kept for offline use, drawn and indexed. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../command/command.ts';
import { isKept } from '../domain/offline.ts';
import { writeRelease } from '../release/about.ts';
import { writeManifest } from '../release/manifest.ts';
import { shareCards } from '../views/share-cards.ts';
import { writeCountyLists } from './offline/lists.ts';
import { writeWorker } from './offline/worker.ts';
import type { OpenBuild } from './open.ts';
import { sealPages } from './seal.ts';
import { indexFullText } from './search/full-text.ts';
import { drawSharePictures } from './share/draw.ts';
import { writeForSearchEngines } from './sitemap.ts';
import { countPages } from './stamp.ts';
import { writeTwins } from './twins/write.ts';
import { dropUnused } from './unused.ts';

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} 秒`;

/** Makes a folder of fresh pages the finished site. */
export async function finishSite(folder: string, build: OpenBuild): Promise<void> {
  const { settings, catalogue } = build;
  addPublic(folder);
  sealPages(folder);
  dropUnused(folder);
  writeTwins(folder, settings);
  writeForSearchEngines(folder, settings.site && settings.site + settings.base);
  await keepOnPhones(folder, settings.base, isKept(catalogue.site));
  if (settings.site) await draw(folder, build);
  await index(folder, build);
  const built = { content: build.folder, pages: countPages(folder), catalogue };
  writeRelease(folder, settings, built);
  writeManifest(folder, settings, built);
}

/** The program's own icon and what else lies beside the pages, where the project brings none of that name. */
const addPublic = (folder: string) =>
  cpSync(join(PROGRAM, 'public'), folder, { recursive: true, force: false });

/** What readers' phones keep for when there is no signal, or the order to forget it. */
async function keepOnPhones(folder: string, base: string, kept: boolean): Promise<void> {
  if (kept) writeCountyLists(folder);
  await writeWorker(folder, base, kept);
}

/** Draws what chats show of a page. Only where the site's own address is known: they ask for it in full. */
async function draw(folder: string, { catalogue, say }: OpenBuild): Promise<void> {
  const start = performance.now();
  const cards = shareCards(catalogue);
  const missing = await drawSharePictures(folder, cards);
  const lacking = missing.length > 0 ? `，字体里没有“${missing.join('')}”，画成“〓”` : '';
  say(`画分享图片…… ${cards.length} 张，${seconds(start)}${lacking}`);
}

/** Prepares the full-text search over the finished pages. */
async function index(folder: string, { say }: OpenBuild): Promise<void> {
  const start = performance.now();
  const pages = await indexFullText(folder);
  say(`编制全文搜索…… ${pages} 页，${seconds(start)}`);
}

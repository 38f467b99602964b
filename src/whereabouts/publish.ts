/** The fast lane: whereabouts into a built site without building it anew. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { remembered } from '../build/remember.ts';
import { type OfficeWhereabouts, loadWhereabouts } from '../catalogue/load-whereabouts.ts';
import { isFolder } from '../catalogue/read-folder.ts';
import { fingerprint } from '../catalogue/revision.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { isError, type Problem } from '../domain/problems.ts';
import type { DisclosureFile } from '../exports/disclosure.ts';
import { whereaboutsFile, type WhereaboutsStamp } from '../exports/whereabouts.ts';
import type { Manifest } from '../schemas/manifest.ts';
import type { Site } from '../schemas/site.ts';
import { Failure, toType } from '../command/command.ts';
import { inOwn, ownOf, type ContentFolders } from '../command/folders.ts';
import { replaceFile, sweep } from '../command/aside.ts';
import { saidBy, textOf } from './texts.ts';
import { DISCLOSURE_FILE, refreshDisclosure } from './disclosure.ts';
import { pruneFiles } from './prune.ts';

export interface PublishRequest extends ContentFolders {
  /** The built site. */
  readonly out: string;
  /** Whether past entries are taken out of the sources too. */
  readonly prune: boolean;
}

export interface PublishedWhereabouts {
  readonly offices: number;
  /** The offices whose file was written anew. */
  readonly written: readonly string[];
  /** The offices whose whereabouts have errors; what was published of them before stays, day by day, until its days are over. */
  readonly refused: readonly string[];
  /** The source files that past entries were taken out of. */
  readonly pruned: readonly string[];
  readonly problems: readonly Problem[];
}

/** Publishes the whereabouts of every office that has no errors, each file whole or not at all. */
export function publish(request: PublishRequest, now: Date): PublishedWhereabouts {
  const { content, whereabouts, out } = request;
  const own = { ...ownOf(request), out };
  const folder = join(out, 'data', 'whereabouts');
  if (!isFolder(folder))
    throw new Failure(
      `${out} 里没有 data/whereabouts/，不是生成好的网站。请先运行 ${toType('build', own)}。`,
    );
  const today = dateInShanghai(now);
  const { site, offices, problems } = loadWhereabouts(content, today, whereabouts, remembered(content));
  if (site) requireOwnSite(own, site.city);
  const disclosed = saidBy<DisclosureFile>(join(out, DISCLOSURE_FILE), own);
  sweep(join(out, 'data'));
  sweep(folder, { below: true });
  if (site === undefined) return { ...NOTHING, offices: offices.length, problems: inOwn(problems, request) };
  const stamp = { now, licence: site.contentLicence, digest: fingerprint };
  const written = offices.filter((office) => write(folder, office, stamp));
  const refused = offices.filter((office) => office.source === undefined);
  for (const { id } of refused) fade(join(folder, `${id}.json`), today);
  const sources = offices.flatMap(({ source }) => source ?? []);
  if (disclosed) refreshDisclosure(out, disclosed, sources, now);
  return {
    offices: offices.length,
    written: written.map(({ id }) => id),
    refused: refused.map(({ id }) => id),
    pruned: request.prune ? pruneFiles(content, offices, today) : [],
    problems: inOwn([...problems, ...offices.flatMap((office) => office.problems)], request),
  };
}

const NOTHING = { written: [], refused: [], pruned: [] };

/** Refuses the built site of another city; one made before sites had a manifest does not say whose it is. */
function requireOwnSite(
  of: Pick<PublishRequest, 'content' | 'whereabouts' | 'out'>,
  own: Site['city'],
): void {
  const { out } = of;
  const city = saidBy<Pick<Manifest, 'city'>>(join(out, 'manifest.json'), of)?.city;
  if (city && city.code !== own.code)
    throw new Failure(
      `${out} 是${city.name}（${city.code}）的网站，这里的内容是${own.name}（${own.code}）的，什么都没有写。请用 --out 写本市的网站，或者用 --content 写${city.name}的内容。`,
    );
}

/** Whether everything went out. */
export const isComplete = ({ problems }: PublishedWhereabouts): boolean => !problems.some(isError);

/** Writes an office's file if it says something else than the one that is there. */
function write(folder: string, { id, source }: OfficeWhereabouts, stamp: WhereaboutsStamp): boolean {
  if (!source) return false;
  const file = join(folder, `${id}.json`);
  const text = whereaboutsFile(source, stamp);
  const old = textOf(file);
  if (old !== undefined && said(old) === said(text)) return false;
  replaceFile(file, text);
  return true;
}

interface Standing {
  readonly entries: readonly { readonly date: string }[];
  readonly restDays: readonly string[];
}

/** What a published file says; undefined where there is none, or where it is damaged. */
function standingIn(file: string): Standing | undefined {
  try {
    return saidBy<Standing>(file);
  } catch {
    return undefined;
  }
}

/** Takes the days that are over out of a file that cannot be written anew: nothing piles up because of an error, and nothing damaged stays. */
function fade(file: string, today: string): void {
  const data = standingIn(file);
  if (!data) return rmSync(file, { force: true });
  const entries = data.entries.filter(({ date }) => date >= today);
  const restDays = data.restDays.filter((date) => date >= today);
  if (entries.length < data.entries.length || restDays.length < data.restDays.length)
    replaceFile(file, `${JSON.stringify({ ...data, entries, restDays }, null, 1)}\n`);
}

/** What a file says, without when it was made. */
const said = (text: string) => text.replace(/^ "asOf": .*\n/gm, '');

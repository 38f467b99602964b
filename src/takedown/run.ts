/** Taking an item down everywhere: content, the built site, archives, lists for caches. Planned first, then done or not at all. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../catalogue/load.ts';
import { isFolder } from '../catalogue/read-folder.ts';
import { newProblems } from '../domain/disclosure/compare.ts';
import { isError, type Problem } from '../domain/problems.ts';
import type { WithdrawalReason } from '../schemas/withdrawn.ts';
import { writeAll } from '../build/write-all.ts';
import { Failure } from '../command/command.ts';
import { draftsOf } from '../gate/working-copy.ts';
import { RELEASE_FILE } from '../release/about.ts';
import { withCopy } from './apply.ts';
import type { TakedownItem } from './item.ts';
import { addressOf, LIST, listWith } from './list.ts';
import { planOf, planOfCorrected } from './plan-item.ts';
import type { TakedownPlan } from './plan.ts';
import { filesHolding } from './search.ts';
import { tracesOf, withSums } from './traces.ts';

export interface TakedownOrder {
  readonly item: TakedownItem;
  readonly content: string;
  /** The folder of whereabouts where it is another. */
  readonly whereabouts?: string | undefined;
  /** The built site; it may be absent. */
  readonly out: string;
  /** A folder of archives. */
  readonly packs?: string | undefined;
  /** Further words that must be found nowhere. */
  readonly texts: readonly string[];
  /** The file was put right by hand and stays; only what was made of it before goes. */
  readonly corrected?: boolean | undefined;
  readonly reason: WithdrawalReason;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** What would be done, and where the words stand now. */
export interface Outlook extends TakedownPlan {
  readonly changes: ReadonlyMap<string, string | undefined>;
  /** Files of the content that the plan does not touch and that hold the words all the same. */
  readonly elsewhere: readonly string[];
  /** Files of the built site that hold the words. */
  readonly published: readonly string[];
  /** Archives that hold the words or the files. */
  readonly archives: readonly string[];
  /** Files and folders that builds left beside the content and that hold the words: all can be made again. */
  readonly traces: readonly string[];
  /** What `withdrawn.json` will name. */
  readonly addresses: readonly string[];
}

const isBuilt = (out: string) => existsSync(join(out, '404.html'));
const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Works out everything without changing anything. */
export function lookAhead(request: TakedownOrder): Outlook {
  const { item, content, whereabouts = content, out, packs, texts, reason, today } = request;
  const planFor = request.corrected ? planOfCorrected : planOf;
  const plan = planFor(item, { content, whereabouts }, texts);
  const published = isBuilt(out) ? filesHolding(out, plan.needles) : [];
  const listed = {
    held: [...plan.gone, ...plan.stale],
    mentions: [...plan.mentions, ...published.map(addressOf)],
  };
  const list = listWith(textOf(join(content, LIST)), listed, { on: today, reason });
  const touched = new Set([...plan.deletes, ...plan.writes.keys(), LIST]);
  // An archive of a site always holds the files of whereabouts, whatever they say.
  const kept = item.kind === 'whereabouts' ? plan.stale.filter((one) => one.endsWith('.json')) : [];
  const inPacks = [...plan.needles, ...[...plan.gone, ...kept].map((one) => one.slice(1))];
  return {
    ...plan,
    changes: new Map([
      ...plan.deletes.map((file) => [file, undefined] as const),
      ...plan.writes,
      [LIST, list],
    ]),
    elsewhere: filesHolding(content, plan.needles).filter((file) => !touched.has(file)),
    published,
    archives: packs !== undefined && isFolder(packs) ? withSums(packs, filesHolding(packs, inPacks)) : [],
    traces: tracesOf({ content, out, whereabouts }, inPacks),
    addresses: [...new Set([...listed.held, ...listed.mentions])],
  };
}

interface Rehearsed {
  /** False where the content would have errors that it has not now, or more than single offices: nothing may be changed. */
  readonly holds: boolean;
  /** Its errors; where it holds, of offices that were in error before and are set aside. */
  readonly problems: readonly Problem[];
}

interface Outcome extends Rehearsed {
  /** Where the words stand in the content and in the built site still. */
  readonly left: { readonly content: readonly string[]; readonly site: readonly string[] };
  readonly rebuilt: boolean;
}

/** What names withdrawn addresses, and nothing of what stood there. */
const NAMING = ['data/withdrawn.json', RELEASE_FILE];

/** True for the one kind of file that may stand in a folder of its own. */
export const isWhereabouts = (file: string) => file.endsWith('/whereabouts.json');

/** Does what was planned: checks the content as it will be, builds the site anew, then changes the content, all or nothing. */
export async function carryOut(request: TakedownOrder, outlook: Outlook): Promise<Outcome> {
  const { content, out, packs } = request;
  const rehearsed = await rehearse(request, outlook);
  if (!rehearsed.holds) return { ...rehearsed, left: { content: [], site: [] }, rebuilt: false };
  writeAll(
    draftsOf(
      request,
      [...outlook.changes].map(([path, after]) => ({ path, after })),
    ),
  );
  const archives = outlook.archives.map((name) => join(packs ?? '', name));
  for (const path of [...archives, ...outlook.traces]) rmSync(path, { recursive: true, force: true });
  const built = isBuilt(out);
  return {
    ...rehearsed,
    left: {
      content: filesHolding(content, outlook.needles).filter((file) => file !== LIST),
      site: built ? filesHolding(out, outlook.needles).filter((file) => !NAMING.includes(file)) : [],
    },
    rebuilt: built,
  };
}

/** The content, its offices with errors set aside, and the errors. */
function loadAside(content: string, { today }: TakedownOrder, whereabouts: string | undefined) {
  const loaded = loadContent(content, { today, whereabouts, sparing: true, quarantine: true });
  const { catalogue, leftOut, problems } = loaded;
  return { catalogue, problems: problems.filter((one) => isError(one) && !leftOut.includes(one.file)) };
}

/**
 * Makes the change in copies, checks them, and builds the site from them where there is one. Somebody's error elsewhere
 * must not keep up what is to go: an office that has one already is set aside.
 */
async function rehearse(request: TakedownOrder, { changes }: Outlook): Promise<Rehearsed> {
  const { content, whereabouts, out } = request;
  const build = async (copy: string, other?: string): Promise<Rehearsed> => {
    const { catalogue, problems } = loadAside(copy, request, other);
    const before = problems.length > 0 ? loadAside(content, request, whereabouts).problems : [];
    if (!catalogue || newProblems(before, problems).length > 0) return { holds: false, problems };
    if (!isBuilt(out)) return { holds: true, problems };
    const quarantine = problems.length > 0;
    // Late: a rehearsal builds nothing.
    const { buildSite } = await import('../build/build.ts');
    const copyOf = { content, whereabouts };
    const record = await buildSite({ content: copy, whereabouts: other, out, copyOf, quarantine });
    if (!record) throw new Failure('网站没有生成，什么也没有改。');
    return { holds: true, problems };
  };
  if (whereabouts === undefined) return withCopy(content, changes, (copy) => build(copy));
  const [own, theirs] = [false, true].map(
    (there) => new Map([...changes].filter(([file]) => isWhereabouts(file) === there)),
  );
  return withCopy(content, own ?? changes, (copy) =>
    withCopy(whereabouts, theirs ?? changes, (other) => build(copy, other)),
  );
}

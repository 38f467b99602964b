/** A build or preview as it begins: its content read and checked, its settings decided. */
import { resolve } from 'node:path';
import { type Running, workFrom } from '../catalogue/current.ts';
import { groupContents } from '../catalogue/contents.ts';
import { NATIONAL } from '../catalogue/national.ts';
import { readToCompile } from '../catalogue/read-to-compile.ts';
import { Failure } from '../command/command.ts';
import { loadChecked } from '../command/content.ts';
import { ownOf, type ContentFolders } from '../command/folders.ts';
import { dateInShanghai } from '../domain/dates.ts';
import type { History } from '../domain/history.ts';
import { readHistory } from '../release/history/read.ts';
import type { Site } from '../schemas/site.ts';
import type { OwnParts } from './own-parts.ts';
import { CALLER, type Settings, settingsOf } from './settings.ts';

export interface OpenOfficeOptions extends OwnParts {
  /** The content folder, from the project's root; `content` by default. */
  readonly content?: string | undefined;
  /** The folder of whereabouts, where they do not stand in the content (design §3). */
  readonly whereabouts?: string | undefined;
  /** Sets offices with errors aside instead of stopping at them. */
  readonly quarantine?: boolean | undefined;
  /** Links name the file of a folder too, for hosts that do not look for it. */
  readonly explicitIndex?: boolean | undefined;
  /** The instant to build for (ISO 8601); else `SOURCE_DATE_EPOCH`, else the clock. */
  readonly now?: string | undefined;
}

export interface OpenBuild extends Running {
  /** When the files began to be read, in milliseconds: what is written later may not be in it. */
  readonly readSince: number;
  /** The folder of whereabouts, an absolute path, where they do not stand in the content. */
  readonly whereabouts?: string | undefined;
  /** The project's folder, an absolute path. */
  readonly root: string;
  readonly settings: Settings;
  /** Set where Astro is only to compile: what it has compiled is kept and renders the pages afterwards. */
  readonly compileOnly?: true;
  /** Tells what is being done, a line each. */
  readonly say: (text: string) => void;
}

const slots = globalThis as { [handed]?: OpenBuild; [asked]?: OpenOfficeOptions };
const handed = Symbol.for('open-office.handed');
const asked = Symbol.for('open-office.asked');

/** Lets the options of a command stand for those of the configuration, as often as the content is read from now on. */
export function insteadOfConfigured(options: OpenOfficeOptions): void {
  slots[asked] = options;
}

/** Lends a build that a command has opened to the integration, which then opens none of its own. */
export async function lending<T>(build: OpenBuild, act: () => Promise<T>): Promise<T> {
  slots[handed] = build;
  try {
    return await act();
  } finally {
    delete slots[handed];
  }
}

/** Where the content lies, as absolute paths. */
const foldersOf = (root: string, { content = 'content', whereabouts, quarantine }: OpenOfficeOptions) => ({
  content: resolve(root, content),
  ...(whereabouts !== undefined && { whereabouts: resolve(root, whereabouts) }),
  quarantine,
});

const environmentOf = ({ now }: OpenOfficeOptions): NodeJS.ProcessEnv =>
  now === undefined ? CALLER : { ...CALLER, SOURCE_DATE_EPOCH: String(Math.floor(Date.parse(now) / 1000)) };

function buildOf(
  root: string,
  folders: ContentFolders,
  place: Pick<Site, 'url' | 'base'>,
  env: NodeJS.ProcessEnv,
) {
  const settings = { ...settingsOf(place, env), explicitIndex: folders.explicitIndex ?? false };
  let history: History | undefined;
  return {
    root,
    folder: folders.content,
    whereabouts: folders.whereabouts,
    national: NATIONAL,
    now: settings.now,
    history: () => (history ??= readHistory(ownOf(folders).content)),
    settings,
  };
}

/**
 * Reads and checks the content and decides the settings; undefined when the content has errors, which were told as
 * `check` tells them. `env` has `SITE_URL`, `BASE_PATH` and `SOURCE_DATE_EPOCH`.
 */
export function readBuild(
  root: string,
  folders: ContentFolders,
  env: NodeJS.ProcessEnv,
  say: (text: string) => void,
): OpenBuild | undefined {
  const readSince = Date.now();
  const loaded = loadChecked(folders, env);
  return loaded && { ...loaded, ...buildOf(root, folders, loaded.catalogue.site, env), readSince, say };
}

/**
 * A build that only compiles, which need not wait for the check: it takes nothing of the content but its settings and
 * the texts that are compiled. Undefined where something is wrong with these: the check tells of it.
 */
export function openToCompile(
  root: string,
  folders: ContentFolders,
  env: NodeJS.ProcessEnv,
): OpenBuild | undefined {
  try {
    const read = readToCompile(folders.content);
    if (!read) return undefined;
    const build = buildOf(root, folders, read.site as Site, env);
    const contents = groupContents(read.entries, dateInShanghai(build.now));
    // No page is made, so that nobody asks for more.
    const nothing = { catalogue: undefined as never, readSince: 0, say: () => {} };
    return { ...build, ...nothing, contents, compileOnly: true };
  } catch {
    return undefined;
  }
}

/** What pages are told as `import.meta.env`: a variable of that name, as Vitest sets them, would stand for it. */
const OF_THE_PAGES = ['MODE', 'DEV', 'PROD', 'SSR'] as const;

/**
 * What Astro is to work from: what a command lent, or else the content as the options say. Throws on errors in it, which
 * `tell` was told, a terminal by default. The pages come out as `mode` has them, whatever the caller's own variables say.
 */
export function openBuild(
  root: string,
  options: OpenOfficeOptions,
  say: (text: string) => void,
  mode: 'development' | 'production',
  tell?: ContentFolders['tell'],
): OpenBuild {
  const folders = {
    ...foldersOf(root, { ...options, ...slots[asked] }),
    explicitIndex: options.explicitIndex,
    tell,
  };
  const build = slots[handed] ?? readBuild(root, folders, environmentOf(options), say);
  if (!build)
    throw new Failure(
      mode === 'production'
        ? '内容有错误（见上），没有生成网站；原有网站没有改动。'
        : '内容有错误（见上）。改好、保存，页面就回来。',
    );
  workFrom(build);
  for (const name of OF_THE_PAGES) delete process.env[name];
  process.env['BASE_URL'] = build.settings.base;
  process.env['BUILD_DAY'] = dateInShanghai(build.now);
  process.env['NODE_ENV'] = mode;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  return build;
}

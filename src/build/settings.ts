import { dateInShanghai } from '../domain/dates.ts';
import { ROOT, UsageError } from '../command/command.ts';

/** Where a site is published, and the instant it is built for. */
export interface Settings {
  /** `https://host`, or undefined when the place is not known. */
  readonly site: string | undefined;
  /** Begins and ends with a slash. */
  readonly base: string;
  readonly now: Date;
  /** Links name the file of a folder too (`…/index.html`); absent means no. */
  readonly explicitIndex?: boolean;
}

/** The environment as the caller set it: builds publish their own settings in `process.env`. */
export const CALLER: NodeJS.ProcessEnv = { ...process.env };

interface Place {
  readonly url?: string | undefined;
  readonly base?: string | undefined;
}

/** The instant of the build: `SOURCE_DATE_EPOCH` (seconds) when set, else the clock. */
export function buildInstant(env: NodeJS.ProcessEnv): Date {
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (!epoch) return new Date(Date.now());
  if (!/^\d{1,11}$/.test(epoch)) throw new UsageError(`SOURCE_DATE_EPOCH 应为秒数：${epoch}`);
  return new Date(Number(epoch) * 1000);
}

function siteOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new UsageError(`SITE_URL 应为网址，例如 https://sfs.example.gov.cn：${text}`);
}

function baseOf(text: string): string {
  const base = `/${text}/`.replace(/\/{2,}/g, '/');
  if (/^\/(?:(?!\.+\/)[\w.-]+\/)*$/.test(base)) return base;
  throw new UsageError(`BASE_PATH 应为以 / 开头和结尾的路径，例如 /sfj/sfs/：${text}`);
}

/** The settings of a build: the environment first, then what `content/site.json` says. */
export function settingsOf(place: Place, env: NodeJS.ProcessEnv): Settings {
  const site = env['SITE_URL'] || place.url;
  return {
    site: site ? siteOf(site) : undefined,
    base: baseOf(env['BASE_PATH'] || place.base || '/'),
    now: buildInstant(env),
  };
}

/** What pages and scripts are told of the build: constants that are written into them. */
const constants = ({ now, explicitIndex }: Settings) => ({
  'import.meta.env.BUILD_DAY': JSON.stringify(dateInShanghai(now)),
  ...(explicitIndex && { FOLDER_INDEX: '"index.html"' }),
});

/** What Astro's own API is given on top of `astro.config.mjs`. */
export const inlineConfig = (settings: Settings) => ({
  root: ROOT,
  base: settings.base,
  ...(settings.site && { site: settings.site }),
  vite: { define: constants(settings) },
});

interface Folders {
  readonly content: string;
  readonly whereabouts?: string | undefined;
  readonly quarantine?: boolean | undefined;
}

/** Tells the pages, which run in this process, what to build from. */
export function publishSettings(settings: Settings, from: Folders, env: NodeJS.ProcessEnv): void {
  env['OPEN_OFFICE_CONTENT'] = from.content;
  env['OPEN_OFFICE_WHEREABOUTS'] = from.whereabouts ?? '';
  env['OPEN_OFFICE_QUARANTINE'] = from.quarantine ? '1' : '';
  env['BASE_PATH'] = settings.base;
  // A variable of that name, as Vitest sets it, would stand for the base in the pages.
  env['BASE_URL'] = settings.base;
  env['OPEN_OFFICE_NOW'] = settings.now.toISOString();
  env['ASTRO_TELEMETRY_DISABLED'] = '1';
}

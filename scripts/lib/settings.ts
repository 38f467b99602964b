import { ROOT, UsageError } from './command.ts';

/** Where a site is published, and the instant it is built for. */
export interface Settings {
  /** `https://host`, or undefined when the place is not known. */
  readonly site: string | undefined;
  /** Begins and ends with a slash. */
  readonly base: string;
  readonly now: Date;
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
  if (/^\/(?:[\w.-]+\/)*$/.test(base)) return base;
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

/** What Astro's own API is given on top of `astro.config.mjs`. */
export const inlineConfig = ({ site, base }: Settings) => ({ root: ROOT, base, ...(site ? { site } : {}) });

interface Folders {
  readonly content: string;
  readonly whereabouts?: string | undefined;
}

/** Tells the pages, which run in this process, what to build from. */
export function publishSettings(settings: Settings, from: Folders, env: NodeJS.ProcessEnv): void {
  env['OPEN_OFFICE_CONTENT'] = from.content;
  env['OPEN_OFFICE_WHEREABOUTS'] = from.whereabouts ?? '';
  env['BASE_PATH'] = settings.base;
  // A variable of that name, as Vitest sets it, would stand for the base in the pages.
  env['BASE_URL'] = settings.base;
  env['OPEN_OFFICE_NOW'] = settings.now.toISOString();
  env['ASTRO_TELEMETRY_DISABLED'] = '1';
}

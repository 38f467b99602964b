import { UsageError } from '../command/command.ts';
import { dateInShanghai } from '../domain/dates.ts';

/** Where a site is published, and the instant it is built for. */
export interface Settings {
  /** `https://host`, or undefined when the place is not known. */
  readonly site: string | undefined;
  /** Begins and ends with a slash. */
  readonly base: string;
  readonly now: Date;
  /** The instant at which it is built, which `release.json` tells; no page does. Absent means `now`. */
  readonly builtFor?: Date;
  /** Links name the file of a folder too (`…/index.html`); absent means no. */
  readonly explicitIndex?: boolean;
}

/** The environment as the caller set it: a build sets variables of its own. */
export const CALLER: NodeJS.ProcessEnv = { ...process.env };

interface Place {
  readonly url?: string | undefined;
  readonly base?: string | undefined;
}

/** `SOURCE_DATE_EPOCH` (seconds) when set, else the clock. */
export function buildInstant(env: NodeJS.ProcessEnv): Date {
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (!epoch) return new Date(Date.now());
  if (!/^\d{1,11}$/.test(epoch)) throw new UsageError(`SOURCE_DATE_EPOCH 应为秒数：${epoch}`);
  return new Date(Number(epoch) * 1000);
}

/**
 * The instant that a site or a file of a day is made for: without `SOURCE_DATE_EPOCH` that at which the day began, so
 * that what is made later in the day of the same content is the same.
 */
export function dayInstant(env: NodeJS.ProcessEnv): Date {
  const now = buildInstant(env);
  return env['SOURCE_DATE_EPOCH'] ? now : new Date(`${dateInShanghai(now)}T00:00:00+08:00`);
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

/** The path that the environment names; undefined when it names none. */
export const basePath = (env: NodeJS.ProcessEnv): string | undefined =>
  env['BASE_PATH'] ? baseOf(env['BASE_PATH']) : undefined;

/** The settings of a build: the environment first, then what `content/site.json` says. */
export function settingsOf(place: Place, env: NodeJS.ProcessEnv): Settings {
  const site = env['SITE_URL'] || place.url;
  return {
    site: site ? siteOf(site) : undefined,
    base: basePath(env) ?? baseOf(place.base || '/'),
    now: dayInstant(env),
    builtFor: buildInstant(env),
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { all, attribute, bodyText, type Built, DIST, type Page, readSite, isEmbed } from '../helpers/dist.ts';
import { buildFormSite } from '../helpers/form-site.ts';

let site: Built;
let admin: Page | undefined;

beforeAll(async () => {
  site = readSite(await buildFormSite());
  admin = site.pages.find(({ path }) => path === '/admin/');
});

const code = (file: string) => readFileSync(join(site.folder, file), 'utf8');

const inFolder = (file: string, name: string) => join(file, '..', name).replaceAll('\\', '/');

/** The files that a script names: those it needs before it runs, or those it fetches later. */
function named(file: string, when: 'before' | 'later'): string[] {
  const pattern =
    when === 'before' ? /(?:from|import)\s*"(\.\/[^"]+\.js)"/g : /import\(\s*[`"](\.\/[^`"]+\.js)[`"]\s*\)/g;
  return [...code(file).matchAll(pattern)].map(([, name = '']) => inFolder(file, name));
}

/** Scripts with everything that they need before they run. */
function whole(files: Iterable<string>): Set<string> {
  const found = new Set(files);
  for (const file of found) for (const next of named(file, 'before')) found.add(next);
  return found;
}

const scriptsOf = (page: Page) =>
  all(page, 'script').flatMap((one) => {
    const source = attribute(one, 'src');
    return source?.startsWith('/_astro/') ? [source] : [];
  });

const later = (files: Iterable<string>) => [...files].flatMap((file) => named(file, 'later'));
const weight = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(code(file), { level: 9 }).length, 0);

/** Only zod has this word. */
const ZOD = /jitless/;
const KILOBYTE = 1024;

const isAdapter = (file: string) => /\/(?:gitea|gitlab|github|gitee)\./.test(file);
/** Spreadsheets, entries in Markdown and what platforms say when they refuse are fetched only by whoever meets them; entries have a budget of their own. */
const isEntries = (file: string) => /\/(?:entries|notices-panel)\./.test(file);
/** What the platform refuses is explained, and copies are made, only where that happens. */
const isRare = (file: string) => /\/(?:fault|fork|gitlab-requests|said)\./.test(file);
/** Pages of their own. */
const isPage = (file: string) => /\/connection-check\./.test(file);
/** Photos are cut, and days filled in, only where somebody opens the form of staff or of whereabouts. */
const isPeople = (file: string) => /\/(?:people-part|day-panel)\./.test(file);
/** The site's renderer, and what reads a pasted document: fetched when a notice is opened. */
const isReading = (file: string) => /\/(?:preview|from-html)\./.test(file);
/** Who is logged in, and what became of what was sent: fetched with a login, for those who want to know. */
const isAccount = (file: string) => /\/(?:login|signed-in|submissions-step)\./.test(file);
/** What bureaus do: fetched work by work. */
const isBureau = (file: string) => /\/(?:bureau-step|[a-z-]+-work)\./.test(file);
/** Documents, recordings and versions in other languages: fetched once the form of a text is open. */
const isCarried = (file: string) => /\/carried-parts\./.test(file);
const isNoAside = (file: string) =>
  !isCarried(file) &&
  !isAdapter(file) &&
  !isRare(file) &&
  !isPage(file) &&
  !isEntries(file) &&
  !isReading(file) &&
  !isPeople(file) &&
  !isAccount(file) &&
  !isBureau(file) &&
  !/\/sheets-exchange\./.test(file);

describe('the form page', () => {
  it('is not there where no editor is configured, nor any script of it', () => {
    const usual = readSite(DIST);
    expect(usual.pages.filter(({ path }) => path.startsWith('/admin/'))).toEqual([]);
    const scripts = [...usual.files].filter((file) => file.endsWith('.js') && file.startsWith('/_astro/'));
    expect(scripts.filter((file) => ZOD.test(readFileSync(join(DIST, file), 'utf8')))).toEqual([]);
  });

  it('keeps zod and the forms to itself: no other page loads them', () => {
    const others = site.pages.filter(({ path }) => !path.startsWith('/admin/'));
    const loaded = new Set(others.flatMap(scriptsOf));
    for (const file of whole(loaded)) for (const next of whole(later([file]))) loaded.add(next);
    expect(loaded.size).toBeGreaterThan(3);
    expect([...loaded].filter((file) => ZOD.test(code(file)))).toEqual([]);
  });

  it('is filled in after 45 kB of scripts at most; checking, the guard and sending bring no more than 46 kB, notices and local texts 48, what shows a notice as it will be read 48, what a text carries along 3, the account 14.5, photos and days 6', () => {
    const own = whole(admin ? scriptsOf(admin).filter((file) => /FormPage/.test(file)) : []);
    // Of the adapters to the forges one is fetched: the largest counts.
    const adapters = later(own).filter(isAdapter);
    const parts = later(own).filter((file) => /\/editor\./.test(file));
    const forms = whole([...own, ...parts]);
    const adapter = Math.max(...adapters.map((file) => weight([file])));
    expect(adapters.length).toBe(4);
    expect([...forms].some((file) => ZOD.test(code(file)))).toBe(true);
    expect(weight(forms) + adapter).toBeLessThanOrEqual(45 * KILOBYTE);
    const known = later(own).filter(isAccount);
    const account = [...whole([...known, ...later(known).filter(isAccount)])].filter(
      (file) => !forms.has(file),
    );
    expect(account.length).toBeGreaterThan(2);
    expect(weight(account)).toBeLessThanOrEqual(14.5 * KILOBYTE);
    const rest = new Set(later(forms).filter((file) => isNoAside(file) && !forms.has(file)));
    for (const file of rest)
      for (const next of whole([file, ...later([file]).filter(isNoAside)])) rest.add(next);
    const checking = [...rest].filter((file) => !forms.has(file) && !account.includes(file));
    expect(weight(checking)).toBeLessThanOrEqual(46 * KILOBYTE);
    const photos = [...whole(later(forms).filter(isPeople))].filter(
      (file) => !forms.has(file) && !rest.has(file),
    );
    expect(photos.length).toBeGreaterThan(0);
    expect(weight(photos)).toBeLessThanOrEqual(6 * KILOBYTE);
    const rare = whole([...later(forms), ...later(adapters)].filter(isRare));
    expect(rare.size).toBeGreaterThan(0);
    expect(weight([...rare].filter((file) => !forms.has(file)))).toBeLessThanOrEqual(4 * KILOBYTE);
    const pages = later(own).filter(isPage);
    for (const page of pages)
      expect(weight([...whole([page])].filter((file) => !own.has(file)))).toBeLessThanOrEqual(9 * KILOBYTE);
    const opened = [...later(rest), ...later(forms)].filter(isEntries);
    const entries = whole([...opened, ...later(opened).filter(isEntries)]);
    const more = [...entries].filter((file) => !forms.has(file) && !rest.has(file));
    expect(more.length).toBeGreaterThan(0);
    expect(weight(more)).toBeLessThanOrEqual(48 * KILOBYTE);
    const reading = [...whole(later(entries).filter(isReading))].filter(
      (file) => !forms.has(file) && !rest.has(file) && !entries.has(file),
    );
    expect(reading.length).toBeGreaterThan(1);
    expect(weight(reading)).toBeLessThanOrEqual(48 * KILOBYTE);
    const carried = [...whole(later(entries).filter(isCarried))].filter(
      (file) => !forms.has(file) && !rest.has(file) && !entries.has(file),
    );
    expect(carried.length).toBeGreaterThan(0);
    expect(weight(carried)).toBeLessThanOrEqual(3 * KILOBYTE);
  });

  it.each([
    ['list', 102],
    ['new-office', 8],
    ['reorganise', 15],
    ['county', 6],
    ['city-notice', 8],
    ['city-notices', 10],
    ['calendar', 78],
    ['accounts', 6],
  ])('bureaus fetch each work when they open it: %s, %i kB beside the forms and the check', (work, most) => {
    const own = whole(admin ? scriptsOf(admin).filter((file) => /FormPage/.test(file)) : []);
    const forms = whole([...own, ...later(own).filter((file) => /\/editor\./.test(file))]);
    const checked = whole(later(forms).filter((file) => isNoAside(file) || isAccount(file)));
    const step = [...whole(later(own))].flatMap((file) => named(file, 'later')).filter(isBureau);
    const works = later(step).filter((file) => file.includes(`/${work}-work.`));
    expect(works).toHaveLength(1);
    const brought = [...whole(works)].filter((file) => !forms.has(file) && !checked.has(file));
    expect(weight(brought)).toBeLessThanOrEqual(most * KILOBYTE);
  });

  it('may talk to its own host and the forge, and to nobody else', () => {
    const policy =
      admin && all(admin, 'meta').find((one) => attribute(one, 'http-equiv') === 'content-security-policy');
    const directives = (policy && attribute(policy, 'content'))?.split('; ') ?? [];
    expect(directives).toContain("connect-src 'self' http://forge.test");
    expect(directives.join()).not.toMatch(/unsafe/);
  });

  it('is not for search engines, nor for the search of the site', () => {
    const robots = admin && all(admin, 'meta').find((one) => attribute(one, 'name') === 'robots');
    expect(robots && attribute(robots, 'content')).toBe('noindex');
    expect(admin?.html).not.toContain('data-pagefind-body');
    expect(
      [...site.files]
        .filter((file) => /sitemap.*\.xml$/.test(file))
        .filter((file) => code(file).includes('/admin/')),
    ).toEqual([]);
  });

  it('is valid HTML', async () => {
    const config = JSON.parse(readFileSync(join(ROOT, '.htmlvalidate.json'), 'utf8')) as object;
    const report = await new HtmlValidate(config).validateString(admin?.html ?? '');
    expect(report.results.flatMap((one) => one.messages.map(({ message }) => message))).toEqual([]);
  });

  it('brings a reviewer no more than 8 kB to see what waits and to merge it', () => {
    const own = whole(admin ? scriptsOf(admin).filter((file) => /FormPage/.test(file)) : []);
    const forms = whole([...own, ...later(own).filter((file) => /\/editor\./.test(file))]);
    const account = whole(later(own).filter(isAccount));
    const step = later(account).filter((file) => /\/reviewing-step\./.test(file));
    expect(step).toHaveLength(1);
    const brought = [...whole(step)].filter((file) => !forms.has(file) && !account.has(file));
    expect(weight(brought)).toBeLessThanOrEqual(8 * KILOBYTE);
  });

  it('is a step away from every page of such a site, but for the cards for other sites', () => {
    const without = site.pages.filter((page) => !isEmbed(page) && !page.html.includes('href="/admin/"'));
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it('says without scripts what to do instead', () => {
    expect(admin && bodyText(admin)).toMatch(/要运行 JavaScript[\s\S]*Excel 表[\s\S]*打电话/);
  });

  it('carries the names to choose from, and no content', () => {
    expect(admin?.html).toContain('甲镇司法所');
    expect(admin?.html).not.toMatch(/0833-2123456|示例甲/);
  });
});

import { createHash } from 'node:crypto';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { get } from 'node:http';
import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADERS, KEPT, mimeOf } from '../../src/release/hosting/table.ts';
import { below, type Built, DIST, type Page, readSite, UNDER_PATH, isEmbed } from '../helpers/dist.ts';
import { follows, isForeign, isNoPage, loads } from '../helpers/links.ts';
import { hasBrotli, runNginx, type Running } from '../helpers/nginx.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks as a browser does, without decoding or following anything. */
const ask = (address: string, headers: Record<string, string> = {}) =>
  new Promise<Answer>((resolve, reject) => {
    get(address, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    }).on('error', reject);
  });

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What a page leads to and loads, in full, within the site. */
function mentioned(html: string, address: string): string[] {
  const page: Page = { path: '', file: '', html, elements: [...below(parse(html))] };
  return [...follows(page), ...loads(page)]
    .filter((one) => !isForeign(one) && !isNoPage(one))
    .map((one) => new URL(one, address).href.replace(/[?#].*/, ''));
}

interface Crawl {
  readonly reached: ReadonlyMap<string, Answer>;
  readonly wrong: readonly string[];
}

/** Follows everything from the first page on. */
async function crawl(start: string): Promise<Crawl> {
  const reached = new Map<string, Answer>();
  const wrong: string[] = [];
  const waiting = new Set([start]);
  for (const address of waiting) {
    const answer = await ask(address);
    reached.set(address, answer);
    if (answer.status !== 200) wrong.push(`${address}: ${answer.status}`);
    if (!address.endsWith('/')) continue;
    for (const one of mentioned(answer.body.toString('utf8'), address)) waiting.add(one);
  }
  return { reached, wrong };
}

describe.each([
  ['at the root of a host', DIST],
  ['below another site’s path', UNDER_PATH],
])('on nginx as it comes with the archive, %s', (_, folder) => {
  let site: Built;
  let nginx: Running;
  let found: Crawl;
  const address = (path: string) => `${nginx.origin}${site.base}${path.replace(/^\//, '')}`;
  const fileOf = (name: string) => nginx.manifest.files.find((file) => file.name === name);

  beforeAll(async () => {
    site = readSite(folder);
    nginx = await runNginx(folder);
    found = await crawl(address('/'));
  });
  afterAll(() => nginx.stop());

  it('every link and every file of every page is there', () => {
    expect(found.wrong).toEqual([]);
  });

  it('every page can be reached from the first one, but for the cards for other sites', () => {
    const reached = new Set(found.reached.keys());
    const own = site.pages.filter((page) => !isEmbed(page));
    const pages = own.map(({ path }) => path).filter((path) => path.endsWith('/'));
    expect(pages.filter((path) => !reached.has(encodeURI(address(path))))).toEqual([]);
  });

  it('every file of the site is answered with its type and its bytes', async () => {
    const wrong: string[] = [];
    for (const name of site.files) {
      const { status, headers, body } = await ask(encodeURI(address(name)));
      if (status !== 200 || sha256(body) !== fileOf(name.slice(1))?.sha256) wrong.push(`${name}: ${status}`);
      if (headers['content-type'] !== mimeOf(name)) wrong.push(`${name}: ${headers['content-type']}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(HEADERS)('every answer carries %s', async (name, value) => {
    const hashed = [...site.files].find((one) => one.startsWith('/_astro/')) ?? '';
    for (const path of ['/', '/no/such/page/', '/data/disclosure.json', hashed])
      expect([path, (await ask(address(path))).headers[name.toLowerCase()]]).toEqual([path, value]);
  });

  it('what is named by its bytes is kept for a year, everything else is asked for anew', async () => {
    const wrong: string[] = [];
    for (const name of site.files) {
      const cache = (await ask(encodeURI(address(name)))).headers['cache-control'];
      const hashed = /^\/(?:_astro|photos|pagefind\/(?:fragment|index|filter))\//.test(name);
      if (cache !== (hashed ? KEPT : 'no-cache')) wrong.push(`${name}: ${cache}`);
    }
    expect(wrong).toEqual([]);
  });

  it('an unchanged page is not sent again', async () => {
    const { headers } = await ask(address('/'), { 'accept-encoding': 'gzip' });
    const again = { 'accept-encoding': 'gzip', 'if-none-match': String(headers['etag']) };
    expect((await ask(address('/'), again)).status).toBe(304);
  });

  it.each([
    ['gzip', gunzipSync, true],
    ['br', brotliDecompressSync, hasBrotli],
  ] as const)('a page goes out compressed as %s to those who understand it', async (encoding, open, can) => {
    if (!can) return;
    const page = site.pages.find(({ path }) => path === '/offices/') as Page;
    const { headers, body } = await ask(address(page.path), { 'accept-encoding': encoding });
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(open(body).toString('utf8')).toBe(page.html);
    expect(body.length).toBeLessThan(page.html.length / 3);
  });

  it('an address without its last slash leads to the page, whatever the host is called', async () => {
    const { status, headers } = await ask(address('/offices'));
    expect([status, headers['location']]).toEqual([301, `${site.base}offices/`]);
  });

  it.each(['/no/such/page/', '/data/offices/', '/web.config', '/.htaccess', '/.git/config'])(
    '%s is answered with the page for missing addresses',
    async (path) => {
      const { status, body } = await ask(address(path));
      const missing = site.pages.find((page) => page.path === '/404.html');
      expect([status, body.toString('utf8') === missing?.html]).toEqual([404, true]);
    },
  );

  it('nothing outside the folder is handed out', async () => {
    for (const path of ['..%2f..%2fmanifest.json', '..%2fmanifest.json', '..%2frelease.json'])
      expect([path, (await ask(address(path))).status]).toEqual([path, expect.toSatisfy(isRefusal)]);
  });
});

const isRefusal = (status: number) => status === 404 || status === 400;

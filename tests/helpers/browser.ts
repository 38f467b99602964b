/** A real Chromium for the browser tests, and the visits that most of them make. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findChromium } from '../../scripts/lib/chromium.ts';
import { type Built, DIST, readSite } from './dist.ts';
import { serveSite } from './server.ts';

/** Keeps the browser from talking to anyone but the site. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Visit {
  readonly page: Page;
  /** Every request the page made to another host, and everything it complained about. */
  readonly complaints: readonly string[];
}

export interface Stage {
  readonly site: Built;
  /** The full address of a page. */
  readonly address: (path: string) => string;
  /** A fresh reader: no memory of earlier visits. */
  readonly reader: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

const launch = (): Promise<Browser> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('没有找到浏览器，请运行 npm test。');
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
};

/** Serves the site and opens a browser for the tests of one file. */
export function useBrowser(): Stage {
  const site = readSite(DIST);
  let browser: Browser | undefined;
  let served: Awaited<ReturnType<typeof serveSite>> | undefined;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveSite(site)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  return {
    site,
    address: (path) => `${served?.origin}${site.base}${path.slice(1)}`,
    reader: (options) => {
      if (!browser) throw new Error('the browser opens before the first test');
      return browser.newContext({
        locale: 'zh-CN',
        viewport: { width: 360, height: 740 },
        bypassCSP: true,
        ...options,
      });
    },
  };
}

/** Opens a page and keeps an ear on it. */
export async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  const complaints: string[] = [];
  const { host } = new URL(address);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.host !== host && !/^(?:data|blob|about):/.test(url.protocol))
      complaints.push(`请求了 ${request.url()}`);
  });
  page.on('requestfailed', (request) => complaints.push(`没有取到 ${request.url()}`));
  page.on('response', (response) => {
    const expected = address.endsWith('/404.html') ? 404 : 400;
    if (response.status() >= 400 && response.status() !== expected)
      complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address, { waitUntil: 'load' });
  return { page, complaints };
}

/** Does something with each of a list, a few at a time, in order of the list. */
export async function each<T, R>(
  list: readonly T[],
  atOnce: number,
  act: (one: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = list.entries();
  const work = async () => {
    for (const [index, one] of queue) results[index] = await act(one);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

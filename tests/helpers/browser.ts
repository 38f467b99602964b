/** A real Chromium for the browser tests, and the site served to it. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findChromium } from '../../src/posters/chromium.ts';
import { type Built, DIST, readSite } from './dist.ts';
import { PATIENCE } from './patience.ts';
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

export interface Stage {
  readonly site: Built;
  /** The full address of a page. */
  readonly address: (path: string) => string;
  /** A fresh reader: no memory of earlier visits. */
  readonly reader: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

/** Opens a browser; more flags go to its command line. */
export const launch = (...flags: readonly string[]): Promise<Browser> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('没有找到浏览器，请运行 npm test。');
  return chromium.launch({ executablePath, args: [...FLAGS, ...flags], headless: true });
};

/** Serves a site, the one of `npm test` unless told otherwise, and opens a browser for the tests of one file. */
export function useBrowser(site: Built = readSite(DIST), flags: readonly string[] = []): Stage {
  let browser: Browser | undefined;
  let served: Awaited<ReturnType<typeof serveSite>> | undefined;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(...flags), serveSite(site)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  return {
    site,
    address: (path) => `${served?.origin}${site.base}${path.slice(1)}`,
    reader: async (options) => {
      if (!browser) throw new Error('the browser opens before the first test');
      const context = await browser.newContext({
        locale: 'zh-CN',
        viewport: { width: 360, height: 740 },
        bypassCSP: true,
        // What a test hands out in place of the site reaches the page only without a worker in between.
        serviceWorkers: 'block',
        ...options,
      });
      context.setDefaultTimeout(PATIENCE);
      return context;
    },
  };
}

/** Visits to many pages, a few at a time, with an ear on what the browser complains about. */
import type { BrowserContext, Page } from 'playwright-core';

export interface Tab {
  readonly page: Page;
  /** Opens an address; the list grows while the page is open: foreign requests, failures, errors in the log. */
  readonly go: (address: string) => Promise<readonly string[]>;
}

const isForeign = (url: URL, host: string) =>
  url.host !== host && !/^(?:data|blob|about):/.test(url.protocol);

/** What the test's browser itself says where a stage keeps service workers out. */
export const BLOCKED = 'Service Worker registration blocked by Playwright';

/** A tab of a reader's browser. */
export async function openTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  let address = 'about:blank';
  let complaints: string[] = [];
  page.on('request', (request) => {
    if (isForeign(new URL(request.url()), new URL(address).host)) complaints.push(`请求了 ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // Aborted is what the browser itself gives up when it leaves a page: its icon, mostly.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') complaints.push(`没有取到 ${request.url()}：${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.text() === BLOCKED) return;
    if (/^(?:error|warning)$/.test(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const go = async (next: string) => {
    address = next;
    complaints = [];
    await page.goto(next, { waitUntil: 'load' });
    return complaints;
  };
  return { page, go };
}

export interface Visit {
  readonly page: Page;
  readonly path: string;
  readonly complaints: readonly string[];
}

export interface Tour {
  readonly context: BrowserContext;
  /** Addresses below the base, and how to make full ones of them. */
  readonly paths: readonly string[];
  readonly address: (path: string) => string;
  /** Runs in every page before its own code. */
  readonly script?: string;
}

/** How many tabs are open side by side. */
const TABS = 2;

/** Does something on each page, a few side by side; the results are in the order of the paths. */
export async function tour<R>(plan: Tour, act: (visit: Visit) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = plan.paths.entries();
  const walk = async () => {
    const { page, go } = await openTab(plan.context);
    if (plan.script) await page.addInitScript(plan.script);
    for (const [index, path] of queue) {
      const complaints = await go(plan.address(path));
      results[index] = await act({ page, path, complaints });
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: TABS }, walk));
  return results;
}

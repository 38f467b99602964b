/** The form page in a real browser, with a double of a forge behind it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import type { ForgeKind } from '../../src/domain/forges.ts';
import { launch } from './browser.ts';
import type { Content } from './content.ts';
import { freePort } from './daemon.ts';
import { PATIENCE } from './patience.ts';
import { APIS, EDITOR, formContent, formWhereabouts } from './form-site.ts';
import { openForgeDouble, type Forge } from './forge/forge.ts';
import { serveSite } from './server.ts';
import { BLOCKED } from './tabs.ts';

/** 10 o'clock in Shanghai on the day of all tests. */
const NOW = new Date('2026-11-22T02:00:00Z');

export interface FormStage {
  /** The folder of the built site. */
  readonly site: string;
  readonly forge: Forge;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of. */
  readonly complaints: string[];
  /** A fresh page for the same reader, as after closing the tab. */
  readonly reopen: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

const bytesOf = (content: Content): Uint8Array =>
  content instanceof Uint8Array
    ? content
    : Buffer.from(typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);

function fill({ repository, accounts }: Forge, content: ReadonlyMap<string, Content>): void {
  const onto = (branch: string, folder: string, files: ReadonlyMap<string, Content>) =>
    repository.commit(
      branch,
      undefined,
      'begin',
      [...files].map(([path, content]) => ({ path: `${folder}${path}`, bytes: bytesOf(content) })),
    );
  onto('main', 'content/', content);
  onto('quxiang', '', formWhereabouts());
  accounts.set('token-jia', { login: 'jia', offices: ['dong/jia'] });
  accounts.set('token-ju', { login: 'ju', counties: ['dong'] });
  accounts.set('token-shi', { login: 'shi', city: true });
  accounts.set('token-weihu', { login: 'weihu', maintainer: true });
}

export interface FormOptions {
  readonly kind?: ForgeKind;
  /** Where the page is opened: `http://127.0.0.1` counts as secure, a name without https does not. */
  readonly secure?: boolean;
  readonly width?: number;
  readonly touch?: boolean;
  readonly javaScriptEnabled?: boolean;
  /** The page that is opened, below `/admin/`. */
  readonly path?: string;
  /** Whereabouts are looked at before they go into their branch. */
  readonly review?: boolean;
  /** What stands on main. */
  readonly content?: ReadonlyMap<string, Content>;
  /** Has the site's service worker, too, which keeps the pages of a county: that takes longer than the form. */
  readonly worker?: boolean;
}

/** The pages that speak to the forge. */
const PAGES = ['admin', 'admin/connection'];

/** Sites that differ from the one that was built, by how they differ: this process's own. */
const copies = new Map<string, string>();
afterAll(() => {
  for (const copy of copies.values()) rmSync(copy, { recursive: true, force: true });
  copies.clear();
});

/** The site of another kind of forge differs from the one that was built in a few words of its data. */
function siteFor(site: string, kind: ForgeKind, review: boolean): string {
  if (kind === EDITOR.forge && !review) return site;
  const name = `${kind}${review ? '-review' : ''}-`;
  const made = copies.get(site + name);
  if (made) return made;
  const copy = mkdtempSync(join(tmpdir(), `open-office-form-${name}`));
  copies.set(site + name, copy);
  cpSync(site, copy, { recursive: true });
  const words: readonly (readonly [string, string])[] = [
    [`"forge":"${EDITOR.forge}"`, `"forge":"${kind}"`],
    [`"api":"${APIS[EDITOR.forge]}"`, `"api":"${APIS[kind]}"`],
    ...(review ? [['"data":{', '"data":{"direct":false,'] as const] : []),
  ];
  for (const name of PAGES) {
    const page = join(copy, name, 'index.html');
    const html = readFileSync(page, 'utf8');
    writeFileSync(
      page,
      words.reduce((text, [from, to]) => text.replace(from, to), html),
    );
  }
  return copy;
}

interface Window {
  readonly browser: Browser;
  /** Where this browser looks for the forge and for the site. */
  readonly ports: { readonly forge: number; readonly site: number };
}

let shared: Promise<Window> | undefined;
afterAll(async () => {
  await (await shared)?.browser.close();
  shared = undefined;
});

/** One browser for all tests of a file: every stage has a reader, a forge and a site of its own behind the same two ports. */
async function openWindow(): Promise<Window> {
  const ports = { forge: await freePort(), site: await freePort() };
  const rules = `MAP forge.test:80 127.0.0.1:${ports.forge}, MAP sfs.test:80 127.0.0.1:${ports.site}`;
  return { browser: await launch(`--host-resolver-rules=${rules}`), ports };
}

/** Opens the form page of a built site over a fresh forge; one stage at a time. */
export async function openForm(site: string, options: FormOptions = {}): Promise<FormStage> {
  const { kind = 'forgejo', secure = true, width = 1280, javaScriptEnabled = true, review = false } = options;
  const { path = '', touch = false, worker = false } = options;
  const { browser, ports } = await (shared ??= openWindow());
  const double = await openForgeDouble(kind, ports.forge);
  fill(double.forge, options.content ?? formContent());
  const served = await serveSite({ folder: siteFor(site, kind, review), base: '/' }, ports.site);
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width, height: 900 },
    acceptDownloads: true,
    javaScriptEnabled,
    hasTouch: touch,
    serviceWorkers: worker ? 'allow' : 'block',
  });
  await context.clock.setFixedTime(NOW);
  const complaints: string[] = [];
  const address = `${secure ? served.origin : 'http://sfs.test'}/admin/${path}`;
  const open = async () => {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.text() === BLOCKED) return;
      if (/^(?:error|warning)$/.test(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);
    return page;
  };
  context.setDefaultTimeout(PATIENCE);
  const page = await open();
  const close = async () => {
    await context.close();
    await served.close();
    double.close();
  };
  return { site, forge: double.forge, context, page, complaints, reopen: open, close };
}

/** Chooses an office and logs in with a token. */
export async function enter(page: Page, token = 'token-jia', office = '甲镇司法所'): Promise<void> {
  await page.getByLabel('县（市、区）').selectOption('东县');
  await page.getByLabel('司法所', { exact: true }).selectOption(office);
  await page.getByRole('heading', { name: '登录' }).waitFor();
  if (await page.getByLabel('访问令牌').isHidden()) await page.getByText('不能登录？用令牌').click();
  await page.getByLabel('访问令牌').fill(token);
  await page.getByRole('button', { name: '用令牌登录' }).click();
  await page.getByRole('heading', { name: /要改什么/ }).waitFor();
}

/** Opens one of the forms by the words on its button. */
export async function openPart(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('heading', { level: 2, name: new RegExp(`^${name}`) }).waitFor();
}

/** Types another number into the first telephone. */
export async function changePhone(page: Page, number: string): Promise<void> {
  await openPart(page, '电话、地址');
  await page.getByLabel('电话（必填）').first().fill(number);
}

/** Looks the changes over and sends them. */
export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '核对并提交' }).click();
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
}

/** Cards of offices within another site: its page, from another origin, with a strict policy, on the real servers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runApache } from '../helpers/apache.ts';
import { useBrowser } from '../helpers/browser.ts';
import { runCaddy } from '../helpers/caddy.ts';
import { configuredSite, phoneOf, SURVEYED } from '../helpers/configured-site.ts';
import type { Daemon } from '../helpers/daemon.ts';
import { runNginx } from '../helpers/nginx.ts';

const site = await configuredSite();
const stage = useBrowser();
const { id } = SURVEYED;
const phone = site.phones.find(({ path }) => path.includes(id))?.phone ?? phoneOf(0);

it('the element is at most 4 kB', () => {
  expect(readFileSync(join(site.folder, 'embed/office.js')).length).toBeLessThanOrEqual(4096);
});

describe.each<[string, () => Promise<Daemon>]>([
  ['nginx', () => runNginx(site.folder)],
  ['Apache', () => runApache(site.folder, { modules: ['rewrite'] })],
  ['Caddy', () => runCaddy(site.folder)],
])('with the site on %s', (_, start) => {
  let server: Daemon;
  let host: Server;
  let body = '';
  beforeAll(async () => {
    server = await start();
    host = createServer((_request, response) => {
      const { origin } = new URL(server.origin);
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src ${origin}; frame-src ${origin}; connect-src ${origin}`,
      );
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>别的网站</title>${body}`);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => host.once('listening', resolve));
  });
  afterAll(async () => {
    host.close();
    await server.stop();
  });

  const base = () => `${server.origin}${site.base}`;

  /** Opens the other site with something in its page. */
  async function within(html: string, act: (page: Page, complaints: readonly string[]) => Promise<void>) {
    body = html;
    const context = await stage.reader({ bypassCSP: false });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.clock.install({ time: new Date('2026-11-26T02:00:00Z') });
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    await act(page, complaints);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  }

  const element = (attributes = '') =>
    `<open-office office="${id}" ${attributes}></open-office><script src="${base()}embed/office.js"></script>`;
  const cardIn = (page: Page) => page.frameLocator('iframe').locator('.embed');

  it('a card shows name, open or closed, telephone; it is as high as what is in it', () =>
    within(element(), async (page, complaints) => {
      const card = cardIn(page);
      await card.locator('[data-open-state="open"]').waitFor();
      expect(await card.getByRole('link', { name: phone }).getAttribute('href')).toMatch(/^tel:/);
      expect(await card.getByRole('heading').textContent()).toContain('罗城镇司法所');
      const wanted = Math.ceil(await card.evaluate((one) => one.getBoundingClientRect().height));
      await page.waitForFunction(
        (height) => document.querySelector('iframe')?.clientHeight === height,
        wanted,
      );
      expect(complaints).toEqual([]);
    }));

  it('a badge shows the name and whether it is open, without script in the host’s page too', () =>
    within(`<iframe src="${base()}embed/${id}/#badge" title="司法所"></iframe>`, async (page) => {
      const card = cardIn(page);
      await card.locator('[data-open-state="open"]').waitFor();
      expect(await card.locator('.rest').isVisible()).toBe(false);
    }));

  it('takes the host’s colours, and nothing that is none', () =>
    within(element('theme="dark" accent="ff8800"'), async (page) => {
      const link = cardIn(page).getByRole('link').first();
      const colour = () => link.evaluate((one) => getComputedStyle(one).color);
      await expect.poll(colour).toBe('rgb(255, 136, 0)');
      await page.evaluate(() => document.querySelector('open-office')?.setAttribute('accent', 'red;x'));
      await expect.poll(colour).toBe('rgb(163, 204, 255)');
    }));

  it('no other page of the site can be framed', () =>
    within(`<iframe src="${base()}offices/${id}/" title="司法所"></iframe>`, async (page, complaints) => {
      await expect.poll(() => complaints.join()).toMatch(/frame-ancestors|X-Frame-Options/);
      expect(await page.frameLocator('iframe').getByRole('heading', { level: 1 }).count()).toBe(0);
    }));

  it('the data can be read by a script of the other site, the pages cannot', () =>
    within('', async (page) => {
      const read = (path: string) =>
        page.evaluate(
          (url) =>
            fetch(url).then(
              ({ status }) => status,
              () => 'refused',
            ),
          base() + path,
        );
      expect(await read('data/offices.json')).toBe(200);
      expect(await read(`offices/${id}/`)).toBe('refused');
    }));
});

/** Measures of the box and the search in Chromium for `npm run bench -- search`; sizes are those of gzip, level 9. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page, type Response } from 'playwright-core';
import { findChromium } from '../posters/chromium.ts';
import { Failure } from '../command/command.ts';
import { serve } from '../command/server.ts';

/** As slow as a cheap phone. */
const SLOWER = 4;
const TYPED = ['苏稽镇', 'heizhugou', '红星村', '苏ji', 'hzg', '马边县荍坝', '犍为罗城镇司法所'];
const QUERIES = ['老板不发工资怎么办', '缓刑请假'] as const;

/** The file of an answer, packed: the browser itself tells texts as it reads them, not as they come. */
function zipped(folder: string, response: Response): number {
  const file = join(folder, new URL(response.url()).pathname.replace(/\/$/, '/index.html'));
  return existsSync(file) ? gzipSync(readFileSync(file), { level: 9 }).length : 0;
}

/** Makes what does something and tells what it fetched of a site. */
const fetching = (folder: string) => async (page: Page, name: string, act: () => Promise<unknown>) => {
  const responses: Response[] = [];
  const keep = (response: Response) => responses.push(response);
  page.on('response', keep);
  await act();
  await page.waitForLoadState('networkidle');
  page.off('response', keep);
  const bytes = responses.reduce((sum, response) => sum + zipped(folder, response), 0);
  return `${name}：${responses.length} 个请求，${(bytes / 1024).toFixed(1)} kB`;
};

async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox').fill(text);
  await page.getByRole('searchbox').press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: /^(?!.*正在).*(?:找到|没有|成功)/ })
    .waitFor();
}

async function comeToMap(page: Page): Promise<void> {
  await page.locator('.map-canvas').scrollIntoViewIfNeeded();
  await page.locator('.map-mark').first().waitFor();
}

/** Milliseconds from each key to the answer, the names being there, with a slower processor. */
async function keyTimes(page: Page): Promise<number[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const times = await page.evaluate(async (words) => {
    const input = document.querySelector<HTMLInputElement>('office-finder input');
    const answered = () =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      });
    const taken: number[] = [];
    for (const word of words)
      for (let length = 1; input && length <= word.length; length += 1) {
        input.value = word.slice(0, length);
        const start = performance.now();
        input.dispatchEvent(new Event('input'));
        await answered();
        taken.push(performance.now() - start);
      }
    return taken;
  }, TYPED);
  return times.toSorted((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number) =>
  (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);

/** The measures of a built site, a line each. */
export async function measureSearch(folder: string): Promise<string[]> {
  const executablePath = findChromium();
  if (!executablePath) throw new Failure('没有找到浏览器，请先运行一次 npm test。');
  const served = await serve({ folder, base: '/', host: '127.0.0.1', port: 0, mayMove: false });
  const origin = `http://127.0.0.1:${served.port}`;
  const fetched = fetching(folder);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ locale: 'zh-CN' });
    const box = page.getByRole('combobox', { name: '查找司法所' });
    const first = () => page.getByRole('option').first().waitFor();
    const lines = [
      await fetched(page, '首页', () => page.goto(`${origin}/`)),
      await fetched(page, '查找框第一次查', () => box.fill('苏稽').then(first)),
    ];
    const times = await keyTimes(page);
    lines.push(
      `查找框每按一键（CPU ÷ ${SLOWER}，${times.length} 次）：中位 ${at(times, 0.5)} 毫秒，95% ${at(times, 0.95)} 毫秒`,
    );
    const [one, two] = QUERIES;
    lines.push(
      await fetched(page, '搜索页', () => page.goto(`${origin}/search/`)),
      await fetched(page, `第一次搜索“${one}”`, () => ask(page, one)),
      await fetched(page, `第二次搜索“${two}”`, () => ask(page, two)),
      await fetched(page, '地图页', () => page.goto(`${origin}/map/`)),
      await fetched(page, '走到地图', () => comeToMap(page)),
    );
    return lines;
  } finally {
    await browser.close();
    await served.close();
  }
}

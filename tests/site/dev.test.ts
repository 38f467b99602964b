/** While developing, what is saved shows: no restart, no rebuild by hand. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { apart } from '../helpers/build-apart.ts';
import { freePort } from '../helpers/daemon.ts';
import { PATIENCE } from '../helpers/patience.ts';
import { started } from '../helpers/started.ts';

const OFFICE = 'offices/qianwei/luocheng';
const NOTICE = `${OFFICE}/affairs/2026-02-10-pufa.md`;
const work = apart('qianwei');
const whereabouts = join(work.content, '../quxiang');
let server: ChildProcess;
let origin: string;
let said = '';

const patience = { timeout: PATIENCE, interval: 50 };

async function page(path: string, accept = '*/*'): Promise<{ status: number; text: string }> {
  const response = await fetch(`${origin}${path}`, { headers: { accept } });
  return { status: response.status, text: await response.text() };
}

const shows = (path: string, text: string) =>
  vi.waitFor(async () => expect((await page(path)).text).toContain(text), patience);

const original = () => readFileSync(join(ROOT, 'content', OFFICE, 'office.json'), 'utf8');
const withEmail = (email: string) => original().replace('"status"', `"email": "${email}",\n  "status"`);

beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  mkdirSync(whereabouts);
  const where = ['--content', work.content, '--whereabouts', whereabouts, '--port', String(port)];
  server = spawn(process.execPath, started('dev', ...where), {
    env: { ...process.env, VITEST: undefined, SOURCE_DATE_EPOCH: '1795831200' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  await vi.waitFor(() => expect(said).toContain('没有错误'), patience);
  work.write(`${OFFICE}/office.json`, withEmail('early@example.com'));
  await vi.waitFor(() => expect(said).toContain('边改边看'), patience);
});

afterAll(() => {
  server.kill();
  work.remove();
});

it('what was saved while the server came up shows on the first page', async () => {
  expect((await page(`/${OFFICE}/`)).text).toContain('early@example.com');
});

it('an edited office shows what was saved, also where no page was looked at before', async () => {
  const checks = () => said.split('没有错误').length;
  const before = checks();
  work.write(`${OFFICE}/office.json`, withEmail('luocheng@example.com'));
  await vi.waitFor(() => expect(checks()).toBeGreaterThan(before), patience);
  await shows(`/${OFFICE}/`, 'luocheng@example.com');
});

it('a new notice has its page, and one that is deleted has none any more', async () => {
  mkdirSync(dirname(join(work.content, NOTICE)), { recursive: true });
  const text = readFileSync(join(ROOT, 'national/samples/shili-jia/affairs/2026-02-10-pufa.md'), 'utf8');
  work.write(NOTICE, text);
  await vi.waitFor(
    async () => expect((await page(`/${OFFICE}/affairs/2026-02-10-pufa/`)).status).toBe(200),
    patience,
  );
  rmSync(join(work.content, NOTICE));
  await vi.waitFor(
    async () => expect((await page(`/${OFFICE}/affairs/2026-02-10-pufa/`)).status).toBe(404),
    patience,
  );
});

it('a mistake is told with what to type instead, and no page is shown until it is mended', async () => {
  work.write(`${OFFICE}/office.json`, original().replace('"name"', '"nmae"'));
  await vi.waitFor(() => expect(said).toMatch(/nmae[^]*→[^]*name/), patience);
  expect((await page(`/${OFFICE}/`)).status).toBe(500);
  const shown = await page(`/${OFFICE}/`, 'text/html');
  expect(shown.status).toBe(500);
  expect(shown.text).toMatch(/office\.json[^]*“nmae”[^]*→[^]*name/);
  expect(shown.text).not.toMatch(/\.ts:\d|An error occurred/);
  work.write(`${OFFICE}/office.json`, original());
  await vi.waitFor(async () => expect((await page(`/${OFFICE}/`)).status).toBe(200), patience);
});

it('whereabouts are taken from the folder that was named, also after a save', async () => {
  const told = () => said.split('有错误的去向文件 1 个').length;
  const before = told();
  mkdirSync(join(whereabouts, OFFICE), { recursive: true });
  work.write(`../quxiang/${OFFICE}/whereabouts.json`, '{"entries": [');
  await vi.waitFor(() => expect(told()).toBeGreaterThan(before), patience);
  rmSync(join(whereabouts, OFFICE), { recursive: true });
});

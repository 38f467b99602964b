import { chromium } from 'playwright-core';
import sirv from 'sirv'; import http from 'node:http';
const dir = process.argv[2], out = process.argv[3];
const h = sirv(dir, { dev: true }); const s = http.createServer((q, r) => h(q, r, () => { r.statusCode = 404; r.end(); })).listen(0);
const base = `http://127.0.0.1:${s.address().port}`;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const pages = process.argv[4].split(',');
for (const [w, hh] of [[360, 640], [1280, 800]]) for (const elder of [false, true]) {
  const c = await b.newContext({ viewport: { width: w, height: hh } });
  if (elder) await c.addInitScript(() => { try { localStorage.setItem('open-office:reading-mode', 'elder'); localStorage.setItem('elder', '1'); } catch {} });
  const p = await c.newPage();
  for (const path of pages) { await p.goto(base + path); if (elder) { const btn = p.locator('text=长者').first(); try { await btn.click({ timeout: 1500 }); } catch {} } await p.waitForTimeout(500); const hgt = await p.evaluate(() => document.documentElement.scrollHeight); await p.screenshot({ path: `${out}/${path.replace(/\W+/g, '_')}-${w}${elder ? '-elder' : ''}.png`, fullPage: true }); console.log(path, w, elder, hgt); }
  await c.close();
}
await b.close(); s.close();

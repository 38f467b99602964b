import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { filesBelow } from '../../src/build/stamp.ts';
import { apart } from '../helpers/build-apart.ts';
import { LONG } from '../helpers/long.ts';
import { started } from '../helpers/started.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const INSTANT = { SOURCE_DATE_EPOCH: '1795831200' };
const THE_DAY_AFTER = { SOURCE_DATE_EPOCH: '1795917600' };

function run(command: readonly string[]) {
  const result = spawnSync(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, ...INSTANT },
    encoding: 'utf8',
  });
  return { status: result.status, said: result.stdout + result.stderr };
}

const ASTRO = join(ROOT, 'node_modules/astro/bin/astro.mjs');

/** Every file below a folder, by name. */
const bytesOf = (out: string) =>
  new Map(filesBelow(out).map((file) => [relative(out, file), readFileSync(file, 'base64')]));

it('the same content at the same instant gives the same bytes, by our command or by Astro’s own, whatever variables the caller has', () => {
  const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
  expect(run(started('build', '--out', ours)).status).toBe(0);
  expect(run([ASTRO, 'build', '--outDir', theirs]).status).toBe(0);
  const [first, second] = [bytesOf(ours), bytesOf(theirs)];
  expect(first.size).toBeGreaterThan(0);
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...first].filter(([name, bytes]) => second.get(name) !== bytes).map(([name]) => name)).toEqual([]);
});

describe('content that changes while the program does not', () => {
  const work = apart('qianwei');
  const config = join(ROOT, '.cache', `renderer-${process.pid}.config.mjs`);
  afterAll(() => {
    work.remove();
    rmSync(config, { force: true });
  });
  const built = () => bytesOf(work.out);
  const AGAIN = '用上次编译好的';

  it('renders with what was compiled on another day, byte for byte what a clean astro build writes', () => {
    cpSync(join(ROOT, 'national/samples'), join(work.content, 'samples'), { recursive: true });
    expect(work.build([], THE_DAY_AFTER).status).toBe(0);
    const office = 'offices/qianwei/luocheng/office.json';
    const text = readFileSync(join(work.content, office), 'utf8');
    work.write(office, text.replace('"status"', '"email": "luocheng@example.com",\n  "status"'));
    mkdirSync(join(work.content, 'offices/qianwei/luocheng/affairs'), { recursive: true });
    const notice = readFileSync(join(ROOT, 'national/samples/shili-jia/affairs/2026-02-10-pufa.md'), 'utf8');
    work.write('offices/qianwei/luocheng/affairs/2026-02-10-pufa.md', notice);
    rmSync(join(work.content, 'samples/shili-jia/affairs/2026-02-25-xuexi.md'));
    const again = work.build([], INSTANT);
    expect([again.status, again.said.includes(AGAIN), again.said.includes('不能用')]).toEqual([
      0,
      true,
      false,
    ]);
    const theirs = join(folder, 'changed');
    writeFileSync(
      config,
      `import mdx from '@astrojs/mdx';
import { openOffice } from '../src/integration.ts';
const config = { integrations: [openOffice({ content: ${JSON.stringify(work.content)} }), mdx()] };
export { config as default };
`,
    );
    expect(run([ASTRO, 'build', '--config', relative(ROOT, config), '--outDir', theirs]).status).toBe(0);
    const [first, second] = [built(), bytesOf(theirs)];
    expect([...second.keys()]).toEqual([...first.keys()]);
    expect([...first].filter(([name, bytes]) => second.get(name) !== bytes).map(([name]) => name)).toEqual(
      [],
    );
  });

  it.runIf(LONG)('renders a copy of it in another place with what was compiled before', () => {
    const copy = apart('qianwei');
    const made = copy.build([], INSTANT);
    const about = (out: string) => readFileSync(join(out, 'about/index.html'), 'utf8');
    expect([made.status, made.said.includes(AGAIN)]).toEqual([0, true]);
    expect(about(copy.out)).toBe(about(work.out));
    copy.remove();
  });

  it.runIf(LONG)('compiles anew where what was kept is damaged, and where a guide has changed', () => {
    const kept = join(ROOT, '.cache/renderer');
    const files = readdirSync(kept)
      .map((name) => join(kept, name, 'styles.json'))
      .filter(existsSync);
    const whole = new Map(files.map((file) => [file, readFileSync(file)]));
    for (const file of files) writeFileSync(file, '{');
    const damaged = work.build([], INSTANT);
    expect([damaged.status, damaged.said.includes('不能用')]).toEqual([0, true]);
    // What others have compiled is theirs.
    for (const [file, bytes] of whole)
      if (existsSync(file) && statSync(file).size === 1) writeFileSync(file, bytes);
    const guide = 'services/legal-aid.mdx';
    // What an earlier run of this test has compiled may be kept still.
    const more = `再说一句（${process.pid}）。`;
    work.write(guide, `${readFileSync(join(ROOT, 'national', guide), 'utf8')}\n${more}\n`);
    const changed = work.build([], INSTANT);
    expect([changed.status, changed.said.includes(AGAIN)]).toEqual([0, false]);
    expect(readFileSync(join(work.out, 'services/legal-aid/index.html'), 'utf8')).toContain(more);
  });
});

describe('astro build on content with an error', () => {
  const work = apart('qianwei');
  const out = join(folder, 'broken');
  const config = join(ROOT, '.cache', `broken-${process.pid}.config.mjs`);
  afterAll(() => {
    work.remove();
    rmSync(config, { force: true });
  });

  it('stops with the whole report and touches nothing; with quarantine it sets the office aside', () => {
    const office = 'offices/qianwei/luocheng/office.json';
    work.write(office, readFileSync(join(work.content, office), 'utf8').replace('"name"', '"nmae"'));
    const using = (more: string) =>
      writeFileSync(
        config,
        `import mdx from '@astrojs/mdx';
import { openOffice } from '../src/integration.ts';
const config = { integrations: [openOffice({ content: ${JSON.stringify(work.content)}, ${more} }), mdx()] };
export { config as default };
`,
      );
    mkdirSync(out);
    writeFileSync(join(out, 'kept.txt'), '原有网站');
    using('');
    const strict = run([ASTRO, 'build', '--config', relative(ROOT, config), '--outDir', out]);
    expect(strict.status).toBe(1);
    expect(strict.said).toMatch(/nmae[^]*→[^]*name/);
    expect(readFileSync(join(out, 'kept.txt'), 'utf8')).toBe('原有网站');
    using("quarantine: true, now: '2026-11-28T10:00:00Z'");
    const mild = run([ASTRO, 'build', '--config', relative(ROOT, config), '--outDir', out]);
    expect([mild.status, mild.said.includes('页面正在更正')]).toEqual([0, true]);
    const release = JSON.parse(readFileSync(join(out, 'release.json'), 'utf8'));
    expect(release).toMatchObject({
      builtFor: '2026-11-28T10:00:00.000Z',
      quarantined: ['qianwei/luocheng'],
    });
  });
});

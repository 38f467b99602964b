import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Withdrawn } from '../../src/schemas/withdrawn.ts';
import type { Assembled } from '../../src/release/assemble.ts';
import { newKey } from '../../src/release/log/note.ts';
import { folderPlace } from '../../src/release/place-folder.ts';
import { rsyncPlace } from '../../src/release/place-rsync.ts';
import { filesBelow } from '../../src/build/stamp.ts';
import { leadsToMake } from '../../src/release/lead-on.ts';
import { goBack, publishRelease } from '../../src/release/publish.ts';
import { folderSource } from '../../src/verify/source.ts';
import { verifyFiles } from '../../src/verify/verify.ts';
import { DIST } from '../helpers/dist.ts';
import { some } from '../helpers/long.ts';
import { started } from '../helpers/started.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-office-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOTHING = { dropped: [], purged: [], signed: 'unsigned' };
const WISHES = { keep: 3, mayDrop: false };
const id = (number: number) => `20261126-00000000000${number}`;

const entry = (url: string, number: number) => ({
  url,
  on: '2026-11-28',
  reason: 'privacy' as const,
  number,
});

/** A release with some pages, each saying its number. */
function release(
  number: number,
  names: readonly string[] = ['index.html', 'offices/index.html'],
  quarantined: readonly string[] = [],
  withdrawn: Withdrawn = [],
): Assembled {
  const dated = names.filter((name) => /luocheng/.test(name)).length > 0 ? ['qianwei/luocheng'] : [];
  const about = {
    generatedFrom: '',
    builtFor: '',
    base: '/',
    pages: 2,
    quarantined,
    dated,
    bytes: 0,
    files: [],
  };
  const texts = names.map((name) => [name, Buffer.from(`${name} ${number}`)] as const);
  const said = Buffer.from(JSON.stringify({ ...about, redirects: [], withdrawn }));
  const files = new Map([...texts, ['release.json', said] as const]);
  const hosting = { base: '/', root: '/srv', redirects: [], gone: [], unpaged: [] };
  return { manifest: { id: id(number), ...about }, hosting, withdrawn, files };
}

const PLACES = [
  ['to a folder', folderPlace],
  ['by rsync', rsyncPlace],
] as const;

describe.each(some(PLACES))('publishing %s', (_, placeAt) => {
  const publish = (number: number, names?: readonly string[], wishes = WISHES) =>
    publishRelease(release(number, names), placeAt(join(folder, 'site')), wishes);
  const shown = (name = 'index.html') => readFileSync(join(folder, 'site/current', name), 'utf8');
  const kept = () =>
    readdirSync(join(folder, 'site/releases')).filter(
      (one) => readdirSync(join(folder, 'site/releases', one)).length > 0,
    );

  it('shows the new release, whole, through one link', () => {
    expect(publish(1)).toEqual({ id: id(1), earlier: undefined, ...NOTHING });
    expect(publish(2)).toEqual({ id: id(2), earlier: id(1), ...NOTHING });
    expect(readlinkSync(join(folder, 'site/current'))).toBe(`releases/${id(2)}`);
    expect([shown(), shown('offices/index.html')]).toEqual(['index.html 2', 'offices/index.html 2']);
  });

  it('keeps no past days: a release that is no longer shown forgets who was in and who was out', () => {
    const page = 'offices/qianwei/luocheng/index.html';
    const data = 'data/whereabouts/qianwei/luocheng.json';
    const told = (number: number) =>
      `<h1>所</h1><whereabouts-today id="whereabouts"><section class="table">示例甲 外出${number}</section>` +
      `<p>请致电12348</p><script type="application/json">{"entries":["外出${number}"]}</script></whereabouts-today>`;
    const withDays = (number: number): Assembled => {
      const made = release(number, ['index.html', page, data, `${page}.gz`]);
      const files = new Map(made.files);
      for (const name of [page, data, `${page}.gz`]) files.set(name, Buffer.from(told(number)));
      return { ...made, files };
    };
    const place = () => placeAt(join(folder, 'site'));
    const bytes = () =>
      filesBelow(join(folder, 'site'))
        .map((file) => readFileSync(file, 'utf8'))
        .join();
    publishRelease(withDays(1), place(), WISHES);
    publishRelease(withDays(2), place(), WISHES);
    expect([bytes().includes('外出1'), shown(page).includes('外出2')]).toEqual([false, true]);
    goBack(place(), []);
    expect(bytes()).not.toContain('外出');
    expect(shown(page)).toContain('请致电12348');
  });

  it('lets a web server, who is somebody else, read it', () => {
    publish(1);
    const mode = (path: string) => statSync(join(folder, 'site', path)).mode & 0o777;
    const folders = ['', 'releases', 'current', 'current/offices'].map(mode);
    expect([...folders, mode('current/index.html')]).toEqual([0o755, 0o755, 0o755, 0o755, 0o644]);
  });

  it('carries the signed log from release to release, and back', async () => {
    const place = () => placeAt(join(folder, 'site'));
    const { signer } = newKey('www.example.gov.cn/sfs');
    const sealing = {
      signers: [signer],
      earlier: [],
      now: new Date('2026-11-28T00:00:00Z'),
      random: randomBytes,
    };
    const seen = async () => {
      const asked = { keys: [signer], pages: [], all: true, base: '/' };
      const { log, judged } = await verifyFiles(folderSource(join(folder, 'site')), asked);
      return [log?.size, [...new Set(judged.map(({ verdict }) => verdict))]];
    };
    const found: unknown[] = [];
    for (const number of [1, 2]) {
      publishRelease(release(number), place(), { ...WISHES, sealing });
      found.push(await seen());
    }
    goBack(place(), [], id(1), sealing);
    found.push(await seen());
    expect(found).toEqual([1, 2, 3].map((size) => [size, ['unchanged']]));
    const log = (number: number) => readdirSync(join(folder, 'site/releases', id(number), 'data/log/files'));
    expect([log(1), log(2)]).toEqual([['0', '1', '2'], ['1']]);
  });

  it('goes back, step by step, and says when there is nothing older', () => {
    [1, 2, 3].forEach((number) => publish(number));
    const back = () => goBack(placeAt(join(folder, 'site')), []).id;
    expect([back(), shown(), back(), shown()]).toEqual([id(2), 'index.html 2', id(1), 'index.html 1']);
    expect(back).toThrow('没有更早的版本');
  });

  it('keeps some releases, never fewer than the one shown', () => {
    [1, 2, 3, 4].forEach((number) => publish(number));
    expect(kept()).toEqual([id(2), id(3), id(4)]);
    publish(5, undefined, { ...WISHES, keep: 1 });
    expect(kept()).toEqual([id(5)]);
    expect(shown()).toBe('index.html 5');
  });

  it('does nothing when the release is shown already, and shows an older one again when it is published again', () => {
    [1, 2].forEach((number) => publish(number));
    expect(publish(2)).toEqual({ id: id(2), earlier: id(2), ...NOTHING });
    publish(1);
    expect([shown(), goBack(placeAt(join(folder, 'site')), []).id]).toEqual(['index.html 1', id(2)]);
  });

  it('lets no page vanish that readers know, unless told to', () => {
    publish(1, ['index.html', 'offices/index.html', 'offices/old/index.html']);
    expect(() => publish(2)).toThrow(/\/offices\/old\/ → \/offices\/\n[\s\S]*redirects\.json/);
    expect(shown()).toBe('index.html 1');
    publish(2, undefined, { ...WISHES, mayDrop: true });
    expect(shown()).toBe('index.html 2');
  });

  it('says where their readers are best led, and who is led somewhere stays led there', () => {
    const place = () => placeAt(join(folder, 'site'));
    publish(1, [
      'index.html',
      'offices/index.html',
      'offices/old/index.html',
      'offices/old/poster/index.html',
    ]);
    const leads = [
      { from: '/offices/old/', to: '/offices/' },
      { from: '/offices/old/poster/', to: '/offices/' },
    ];
    expect(leadsToMake(place(), release(2))).toEqual(leads);
    expect(() => publish(2)).toThrow('/offices/old/poster/ → /offices/');
    const led = release(3, ['index.html', 'offices/index.html', 'offices/old/index.html']);
    const about = JSON.stringify({ redirects: [{ from: '/offices/old/', to: '/' }] });
    publishRelease(
      { ...led, files: new Map([...led.files, ['release.json', Buffer.from(about)]]) },
      place(),
      { ...WISHES, mayDrop: true },
    );
    expect(leadsToMake(place(), release(4))).toEqual([{ from: '/offices/old/', to: '/' }]);
  });

  it('lets the sheets of lists come and go, and what was taken down', () => {
    const lists = [
      'affairs/notices/index.html',
      'affairs/page/2/index.html',
      'offices/a/b/affairs/index.html',
    ];
    publish(1, ['index.html', 'affairs/index.html', 'affairs/2026-11-02-x/index.html', ...lists]);
    expect(() => publish(2, ['index.html', 'affairs/index.html'])).toThrow(
      /地方：\n {2}\/affairs\/2026-11-02-x\/ → \/affairs\/\n照/,
    );
    const without = release(
      2,
      ['index.html', 'affairs/index.html'],
      [],
      [entry('/affairs/2026-11-02-x/', 1)],
    );
    publishRelease(without, placeAt(join(folder, 'site')), WISHES);
    expect(shown()).toBe('index.html 2');
  });

  describe('after a withdrawal', () => {
    const LEAK = 'affairs/2026-11-02-x/index.html';
    const TAKEN = [entry('/affairs/2026-11-02-x/', 1), { ...entry('/', 1), mention: true as const }];
    const place = () => placeAt(join(folder, 'site'));
    const write = (name: string) => writeFileSync(join(folder, 'site', name), 'leak');
    const all = () => readdirSync(join(folder, 'site'), { recursive: true, encoding: 'utf8' });

    it('no kept release holds it any more, no half-made one and no archive; clean ones stay', () => {
      publish(1);
      publish(2, ['index.html', 'offices/index.html', LEAK]);
      const half = join(folder, 'site/releases', `${id(9)}.part`);
      mkdirSync(half);
      writeFileSync(join(half, 'index.html'), 'leak');
      [2, 1].forEach((number) => write(`open-office-${id(number)}.tar.gz`));
      write('letter.txt');
      const result = publishRelease(release(3, undefined, [], TAKEN), place(), WISHES);
      expect(result).toEqual({ ...NOTHING, id: id(3), earlier: id(2), purged: [id(2)] });
      expect(kept()).toEqual([id(1), id(3)]);
      expect(
        all()
          .filter((name) => name.endsWith('.tar.gz') || name.endsWith('.txt'))
          .sort(),
      ).toEqual(['letter.txt', `open-office-${id(1)}.tar.gz`]);
      expect(all().some((name) => name.includes('2026-11-02-x'))).toBe(false);
    });

    it('going back leads to a clean release only, and says which is the newest', () => {
      publish(1);
      [2, 3].forEach((number) => publish(number, ['index.html', 'offices/index.html', LEAK]));
      expect(() => goBack(place(), TAKEN)).toThrow(
        new RegExp(`${id(2)} 里有后来撤下的内容[^]*affairs/2026-11-02-x/[^]*--back ${id(1)}`),
      );
      expect(shown()).toBe('index.html 3');
      expect(goBack(place(), TAKEN, id(1))).toMatchObject({ id: id(1), purged: [id(2), id(3)] });
      expect([shown(), kept()]).toEqual(['index.html 1', [id(1)]]);
    });

    it('the release gone back to tells readers’ devices and the server what was taken down since', () => {
      publish(1);
      publishRelease(release(2, undefined, [], TAKEN), place(), WISHES);
      goBack(place(), []);
      expect(JSON.parse(shown('data/withdrawn.json')).withdrawn).toEqual([
        { url: '/affairs/2026-11-02-x/', on: '2026-11-28', reason: 'privacy' },
        { url: '/', on: '2026-11-28', reason: 'privacy' },
      ]);
      expect(JSON.parse(shown('release.json')).withdrawn).toEqual(TAKEN);
      expect(existsSync(join(folder, 'site/current/affairs/2026-11-02-x/.gone'))).toBe(true);
      expect(shown('offices/index.html')).toBe('offices/index.html 1');
      expect(readFileSync(join(folder, 'site/releases', id(2), 'release.json'), 'utf8')).toContain('privacy');
    });

    it('says when no release is clean', () => {
      [1, 2].forEach((number) => publish(number, ['index.html', 'offices/index.html', LEAK]));
      expect(() => goBack(place(), TAKEN)).toThrow('没有干净的');
      expect(() => goBack(place(), [], id(7))).toThrow('没有比现在');
    });

    it('a site made from content that knows nothing of it is not published', () => {
      publishRelease(release(1, undefined, [], TAKEN), place(), WISHES);
      const old = release(2, ['index.html', 'offices/index.html', LEAK]);
      expect(() => publishRelease(old, place(), WISHES)).toThrow(
        /已经撤下[^]*2026-11-02-x[^]*withdrawn\.json/,
      );
      expect(shown()).toBe('index.html 1');
    });

    it('a second withdrawal at the same address, on the same day, counts anew', () => {
      const OFFICE = 'offices/a/b/index.html';
      const names = ['index.html', OFFICE];
      const once = [entry('/offices/a/b/', 1)];
      publishRelease(release(1, names, [], once), place(), WISHES);
      const twice = [entry('/offices/a/b/', 2)];
      expect(publishRelease(release(2, names, [], twice), place(), WISHES).purged).toEqual([id(1)]);
    });
  });

  it('lets pages rest of an office that is set aside', () => {
    const notice = 'offices/qianwei/luocheng/affairs/2026-11-02-x/index.html';
    publish(1, ['index.html', notice]);
    const without = release(2, ['index.html'], ['qianwei/luocheng']);
    publishRelease(without, placeAt(join(folder, 'site')), WISHES);
    expect(shown()).toBe('index.html 2');
  });

  it('touches no folder that holds something else', () => {
    const site = join(folder, 'letters');
    const place = placeAt(site);
    spawnSync('mkdir', [site]);
    writeFileSync(join(site, 'letter.txt'), 'mine');
    expect(() => publishRelease(release(1), place, WISHES)).toThrow('里有别的文件');
    expect(() => goBack(place, [])).toThrow('里有别的文件');
    expect(readdirSync(site)).toEqual(['letter.txt']);
  });

  it('says what to type where the memory of the place is damaged, and changes nothing', () => {
    [1, 2].forEach((number) => publish(number));
    const file = join(folder, 'site/.open-office.json');
    const known = readFileSync(file, 'utf8');
    writeFileSync(file, known.slice(0, 9));
    const told = (): string => {
      try {
        publish(3);
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    expect(told()).toContain('.open-office.json 坏了');
    expect([shown(), kept()]).toEqual(['index.html 2', [id(1), id(2)]]);
    writeFileSync(file, told().split('\n').at(-1) ?? '');
    expect(publish(3)).toMatchObject({ id: id(3), earlier: id(2) });
  });

  it('lets one publish at a time: who comes in between changes nothing, and is told what to do', () => {
    publish(1);
    const place = placeAt(join(folder, 'site'));
    const between: unknown[] = [];
    const put = (...what: Parameters<typeof place.put>) => {
      for (const change of [() => publish(3), () => goBack(placeAt(join(folder, 'site')), [])])
        expect(change).toThrow(/有人正在往这里发布（机器 .+，从 \d{4}-\d\d-\d\d \d\d:\d\d 起）/);
      between.push(shown());
      place.put(...what);
    };
    publishRelease(release(2), { ...place, put }, WISHES);
    expect([between, shown(), kept()]).toEqual([['index.html 1'], 'index.html 2', [id(1), id(2)]]);
    expect(publish(3)).toMatchObject({ id: id(3), earlier: id(2) });
  });

  it('waits for nobody who was cut off, on this machine or long ago on another', () => {
    publish(1);
    const now = new Date().toISOString();
    const { pid } = spawnSync(process.execPath, ['--version']);
    for (const [number, mark] of [
      [2, { host: hostname(), pid, since: now }],
      [3, { host: '另一台', pid: process.pid, since: '2026-01-01T00:00:00.000Z' }],
    ] as const) {
      writeFileSync(join(folder, 'site/.open-office.lock'), JSON.stringify(mark));
      expect(publish(number).id).toBe(id(number));
    }
    writeFileSync(
      join(folder, 'site/.open-office.lock'),
      JSON.stringify({ host: '另一台', pid, since: now }),
    );
    expect(() => publish(4)).toThrow('机器 另一台');
    expect(shown()).toBe('index.html 3');
  });

  it('keeps showing the old release when the new one cannot be put in place', () => {
    publish(1);
    const place = {
      ...placeAt(join(folder, 'site')),
      put: () => {
        throw new Error('disk full');
      },
    };
    expect(() => publishRelease(release(2), place, WISHES)).toThrow('disk full');
    expect(shown()).toBe('index.html 1');
  });
});

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, started('publish', ...args), { encoding: 'utf8' });

  it('publishes a built site with its compressed copies and the configurations that lie beside it', () => {
    const result = run('--to', join(folder, 'site'), '--site', DIST);
    expect([result.status, result.stdout]).toEqual([
      0,
      expect.stringMatching(/现在显示 \d{8}-[0-9a-f]{12}。/),
    ]);
    for (const name of ['index.html', 'index.html.gz', '.htaccess', 'web.config'])
      expect([name, existsSync(join(folder, 'site/current', name))]).toEqual([name, true]);
    expect(run('--to', join(folder, 'site'), '--back').status).toBe(1);
  });

  it('signs with the operator’s key, and an outsider’s command finds every file unchanged, then the one that was not', () => {
    const command = (script: string, ...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, started(script, ...args), {
        encoding: 'utf8',
      });
      return { status, said: stdout + stderr };
    };
    const [key, site, memory] = ['key', 'site', 'seen'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const made = command('sign', '--new-key', key, '--name', 'www.example.gov.cn/sfs');
    expect(made).toMatchObject({
      status: 0,
      said: expect.stringMatching(/www\.example\.gov\.cn\/sfs\+[\da-f]{8}\+/),
    });
    expect([statSync(key).mode & 0o777, command('sign', '--new-key', key, '--name', 'x').status]).toEqual([
      0o600, 1,
    ]);
    const [publicKey = ''] = /www\.example\S+\+[\da-f]{8}\+\S+/.exec(made.said) ?? [];
    expect(command('publish', '--to', site, '--site', DIST, '--key', key).said).toContain('已签名');
    const verify = (...more: string[]) =>
      command('verify', site, '--key', publicKey, '--remember', memory, ...more);
    expect(verify()).toMatchObject({ status: 0, said: expect.stringMatching(/\n未变 \d{4} 个\n$/) });
    writeFileSync(join(site, 'current/index.html'), '<p>另一个电话</p>');
    expect(verify()).toMatchObject({
      status: 1,
      said: expect.stringMatching(/已改 1 个\n {2}已改 {2}\/index\.html：/),
    });
    expect(verify('--page', '/offices/').status).toBe(0);
    expect(command('verify', DIST)).toMatchObject({ status: 1, said: expect.stringContaining('未签名') });
    expect(command('sign', '--site', DIST, '--log', join(folder, 'log'))).toMatchObject({ status: 2 });
  });

  it('says in Chinese what is missing', () => {
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('--to') });
    expect(run('--to', join(folder, 'site'), '--site', folder)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('没有本程序生成的网站'),
    });
  });
});

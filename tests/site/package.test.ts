import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/build/stamp.ts';
import { ROOT } from '../../src/command/command.ts';
import { all, readSite, textOf, type Page } from '../helpers/dist.ts';
import { LONG } from '../helpers/long.ts';
import { installed, pack, type Installed } from '../helpers/package.ts';

const json = <T>(...path: readonly string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8')) as T;

interface Place {
  readonly name: string;
  readonly bureau?: { readonly name: string };
}

/** What only this repository's city is called, has or says. */
const own = (): string[] => {
  const counties = readdirSync(join(ROOT, 'content', 'counties')).map((file) =>
    json<Place>('content', 'counties', file),
  );
  const site = json<{ city: Place & { shortName: string }; publisher: Place }>('content', 'site.json');
  const points = filesBelow(join(ROOT, 'content')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/"lon": ([\d.]+), "lat": ([\d.]+)/g)].map(
      ([, lon, lat]) => `${lat},${lon}`,
    ),
  );
  const more = [
    '犍为',
    '五通桥',
    '金口河',
    '峨边',
    '马边',
    '沐川',
    '井研',
    '峨眉',
    '乐府办',
    '嘉州',
    '四川省',
    '0833-',
  ];
  const bureaus = [...counties, site].flatMap((one) =>
    'bureau' in one && one.bureau ? [one.bureau.name] : [],
  );
  return [
    site.city.shortName,
    site.publisher.name,
    ...counties.map(({ name }) => name),
    ...bureaus,
    ...more,
    ...points,
  ];
};

const DAY = { SOURCE_DATE_EPOCH: '1795831200' };
const titleOf = (page: Page | undefined) => page && all(page, 'title').map(textOf).join();

/** The province is the same as this city's: its name may stand. */
const foreign = (folder: string) => {
  const words = own().filter((word) => word !== '四川省');
  return filesBelow(folder)
    .filter((file) => /\.(?:html|json|js|csv|xml|md|txt|vcf|ics|geojson)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return words
        .filter((word) => text.includes(word))
        .map((word) => `${file.slice(folder.length)}: ${word}`);
    });
};

it('the package is small, without this city’s content and without tests', () => {
  const { file, bytes } = pack();
  const names = spawnSync('tar', ['-tzf', file], { encoding: 'utf8' }).stdout.split('\n');
  expect(bytes).toBeLessThan(3 * 1024 * 1024);
  expect(names).toEqual(
    expect.arrayContaining(['package/national/services/legal-aid.mdx', 'package/scripts/open-office.mjs']),
  );
  // The authors' manual goes along: its examples are rewritten for each city.
  const unwanted = names.filter((name) => /^package\/(?:content|tests|dist)\/(?!README\.md$)/.test(name));
  expect(unwanted).toEqual([]);
});

it('the package has every page and picture that its manuals link to or show', () => {
  const names = spawnSync('tar', ['-tzf', pack().file], { encoding: 'utf8' }).stdout.split('\n');
  const manuals = names.filter((name) => /^package\/(?:docs|content)\/[^/]*\.md$/.test(name));
  expect(manuals.length).toBeGreaterThan(5);
  const wrong = manuals.flatMap((name) =>
    [...readFileSync(join(ROOT, name.slice('package/'.length)), 'utf8').matchAll(/\]\(([^)\s#:]+)\)/g)]
      .map(([, to = '']) => join(dirname(name), to))
      .filter((to) => !names.includes(to)),
  );
  expect(wrong).toEqual([]);
});

it.runIf(LONG)(
  'an autonomous prefecture, made and built, names nothing of this repository’s city',
  async () => {
    const city = await installed('5134', 'none');
    try {
      expect(city.run(['build'], DAY)).toMatchObject({ status: 0 });
      expect(readSite(join(city.folder, 'dist')).pages.length).toBeGreaterThan(100);
      for (const folder of ['dist', 'content']) expect(foreign(join(city.folder, folder))).toEqual([]);
      expect(readFileSync(join(city.folder, 'README.md'), 'utf8')).not.toMatch(/乐山|犍为|嘉州/);
    } finally {
      city.remove();
    }
  },
);

describe('another city with the package', () => {
  let city: Installed;
  let built: ReturnType<Installed['run']>;
  beforeAll(async () => {
    city = await installed('5101');
    built = city.run(['build'], DAY);
  });
  afterAll(() => city.remove());

  it('builds its site where it stands', () => {
    expect(built).toMatchObject({ status: 0 });
    const pages = new Map(readSite(join(city.folder, 'dist')).pages.map((page) => [page.path, page]));
    expect(titleOf(pages.get('/'))).toBe('成都市司法所公开');
    expect([...pages.keys()]).toEqual(
      expect.arrayContaining(['/offices/jintang/guancang/', '/services/legal-aid/', '/laws/', '/about/']),
    );
    expect(existsSync(join(city.folder, 'dist/favicon.svg'))).toBe(true);
    expect(existsSync(join(city.folder, 'node_modules/open-office/dist'))).toBe(false);
  });

  it('names nothing of this repository’s city on any page or in any file', () => {
    expect(foreign(join(city.folder, 'dist'))).toEqual([]);
  });

  it('has every command, each with its help', () => {
    const { out } = city.run(['--help']);
    const names = [...out.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name ?? '');
    expect(names).toEqual(
      expect.arrayContaining(['start', 'check', 'build', 'gate', 'init', 'adapt', 'upkeep']),
    );
    expect(names).not.toContain('test');
    const helps = city.helps(names);
    expect(names.filter((name) => !helps[name]?.startsWith('用法：'))).toEqual([]);
    const manuals = Object.values(helps).flatMap((help) => help.match(/[\w/.-]*docs\/\w+\.md/g) ?? []);
    expect(manuals).toContain('node_modules/open-office/docs/takedown.md');
    expect(manuals.filter((page) => !existsSync(join(city.folder, page)))).toEqual([]);
    expect(names.filter((name) => /\bscripts\//.test(helps[name] ?? ''))).toEqual([]);
    // They all start in one way, which some of them go.
    for (const name of ['check', 'init', 'gate', 'adapt'])
      expect(city.run([name, '--help'])).toMatchObject({ status: 0, out: `${helps[name]}\n` });
    expect(city.run(['nix'])).toMatchObject({
      status: 2,
      said: expect.stringContaining('没有 nix') as string,
    });
  });

  it('may bring its own header, footer and home, its own style and pages', () => {
    const options = `{
      components: { Header: './src/Kopf.astro', Home: './src/Start.astro' }, styles: ['./src/own.css'],
    }`;
    const config = readFileSync(join(city.folder, 'astro.config.mjs'), 'utf8');
    city.write('astro.config.mjs', config.replace('openOffice()', `openOffice(${options})`));
    city.write(
      'src/Kopf.astro',
      `---\nimport Header from 'open-office/components/frame/Masthead.astro';\n---\n<p>本市的页头</p><Header {...Astro.props} />\n`,
    );
    city.write('src/Start.astro', '<h1>本市的首页</h1>\n');
    city.write('src/own.css', ':root { --own-blue: #123456; }\n');
    city.write(
      'src/pages/ganbu.astro',
      '<html lang="zh-CN"><head><title>本市自己的页</title></head><body><h1>自己的页</h1></body></html>\n',
    );
    expect(city.run(['build'], DAY)).toMatchObject({ status: 0 });
    const pages = new Map(readSite(join(city.folder, 'dist')).pages.map((page) => [page.path, page]));
    const [home, office] = [pages.get('/')?.html ?? '', pages.get('/offices/jintang/guancang/')?.html ?? ''];
    expect([home.includes('本市的首页'), home.includes('找您的司法所')]).toEqual([true, false]);
    for (const html of [home, office]) expect(html).toMatch(/本市的页头[^]*class="masthead"/);
    expect(office).toContain('--own-blue');
    expect(titleOf(pages.get('/ganbu/'))).toBe('本市自己的页');
  });
});

describe('a county’s bureau with a site of its own', () => {
  let city: Installed;
  beforeAll(async () => {
    city = await installed('510121');
    expect(city.run(['build'], DAY)).toMatchObject({ status: 0 });
  });
  afterAll(() => city.remove());

  it('is the county’s on every page: title, home, map, disclosure, footer', () => {
    const { pages } = readSite(join(city.folder, 'dist'));
    const at = (path: string) => pages.find((page) => page.path === path);
    expect(titleOf(at('/'))).toBe('金堂县司法所公开');
    expect(at('/')?.html).toMatch(/按乡镇（街道）找[^]*官仓镇司法所[^]*主办单位：金堂县司法局/);
    expect(titleOf(at('/map/'))).toContain('金堂县司法所地图');
    expect(at('/disclosure/')?.html).toContain('一眼看全县');
    const twice = pages
      .filter(({ html }) => /金堂县\s*金堂县|全市|成都市/.test(html))
      .map(({ path }) => path);
    expect(twice).toEqual([]);
  });

  it('names nothing of this repository’s city', () => {
    expect(foreign(join(city.folder, 'dist'))).toEqual([]);
  });
});

// It fetches the program's packages and the lists of divisions: minutes, and a registry.
it.runIf(LONG)(
  'from the packed file alone, in an empty home and an empty folder, two commands make a city’s repository',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'open-office-fresh-'));
    const [home, city] = [join(folder, 'home'), join(folder, 'city')];
    for (const one of [home, city]) mkdirSync(one);
    const { file } = pack();
    const env = { ...process.env, HOME: home, ...DAY };
    const run = (command: string, ...args: string[]) =>
      spawnSync(command, args, { cwd: city, env, encoding: 'utf8' });
    try {
      expect(run('npm', 'install', '--no-audit', '--no-fund', file)).toMatchObject({ status: 0 });
      const made = run('npx', '--no-install', 'open-office', 'init', '510121', '--yes', '--forge', 'forgejo');
      expect(made, made.stderr).toMatchObject({ status: 0 });
      expect(run('git', 'status', '--porcelain').stdout).toBe('');
      const lock = JSON.parse(readFileSync(join(city, 'package-lock.json'), 'utf8')) as {
        packages: Record<string, { resolved?: string; integrity?: string }>;
      };
      expect(lock.packages['node_modules/open-office']).toMatchObject({
        resolved: expect.stringMatching(/^file:vendor\//) as string,
        integrity: expect.stringMatching(/^sha512-/) as string,
      });
      rmSync(join(city, 'node_modules'), { recursive: true });
      expect(run('npm', 'ci', '--ignore-scripts')).toMatchObject({ status: 0 });
      expect(run('npm', 'run', 'build')).toMatchObject({ status: 0 });
      expect(foreign(join(city, 'dist'))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

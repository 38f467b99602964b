/**
 * What a site tells of the past of its offices: built from a repository with releases, in which somebody left, a
 * notice was taken down and small counts changed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/build/stamp.ts';
import { ROOT } from '../../src/command/command.ts';
import { type Inherited, inheritedFrom } from '../../src/domain/history.ts';
import { pastFields, pastInherited } from '../../src/domain/office-fields.ts';
import { paths } from '../../src/domain/urls.ts';
import { county, type CountyRecord } from '../../src/schemas/county.ts';
import { divisions, type TownshipRecord } from '../../src/schemas/divisions.ts';
import { office, type OfficeRecord } from '../../src/schemas/office.ts';
import { copyContent } from '../helpers/build-apart.ts';
import { all, attribute, readSite, textOf, type Built } from '../helpers/dist.ts';
import { started } from '../helpers/started.ts';

const ID = 'qianwei/luocheng';
const AT = `offices/${ID}`;
const LEAKED = '秘事一件';
const SECRET = '密表一张';
const BUREAU = '0833-2654321';
const LEFT = '示例辛';
const EPOCH = '1795831200';
const DAYS = ['2026-11-02', '2026-11-10', '2026-11-20'] as const;
const SECONDS = DAYS.map((day) => String(Date.parse(`${day}T10:00:00+08:00`) / 1000));

const folder = mkdtempSync(join(tmpdir(), 'history-site-'));
const [top, dist, again, other] = ['repository', 'dist', 'again', 'other'].map((name) =>
  join(folder, name),
) as [string, string, string, string];
const content = join(top, 'content');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: top,
    encoding: 'utf8',
  });
const run = (script: string, args: readonly string[], epoch: string = EPOCH) => {
  const command = started(script, ...args);
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: epoch },
  });
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
};
const build = (from: string, out: string) => run('build', ['--content', from, '--out', out]);

const write = (file: string, value: object | string) =>
  writeFileSync(join(content, AT, file), typeof value === 'string' ? value : JSON.stringify(value, null, 2));
const source = { source: '示例县司法局', verifiedOn: '2026-11-01' };
const person = (id: string, name: string) => ({
  id,
  name,
  post: '司法员',
  role: 'assistant',
  duties: ['接待'],
});
const notice = (title: string, file = '', name = '') =>
  `---\ntitle: ${title}\npublished: 2026-11-02\ncategory: 通知公告\nsource: 示例所\n` +
  `${file && `attachments: [{ file: ${file}, title: ${name} }]\n`}---\n\n正文。\n`;
const document = (file: string, text: string) => {
  mkdirSync(join(content, AT, 'files'), { recursive: true });
  write(`files/${file}`, text);
};

/** The bureau of the office's county gets a telephone. */
function callBureau(number: string): void {
  const file = join(content, 'counties/qianwei.json');
  const usual = JSON.parse(readFileSync(file, 'utf8')) as CountyRecord;
  const bureau = { ...usual.bureau, phones: [{ number, use: 'supervision', note: '找示例丁' }] };
  writeFileSync(file, JSON.stringify({ ...usual, bureau }, null, 2));
}

interface State {
  readonly phone: string;
  readonly people: readonly string[];
  readonly consultations: number;
}
function writeOffice({ phone, people, consultations }: State): void {
  const usual = JSON.parse(readFileSync(join(ROOT, 'content', AT, 'office.json'), 'utf8')) as OfficeRecord;
  write('office.json', {
    ...usual,
    phones: [{ number: phone, use: 'consult', note: `找${people.at(-1)}` }],
    hours: {
      seasons: [
        {
          name: '全年',
          from: '01-01',
          to: '12-31',
          week: [{ days: [1, 2, 3, 4, 5], sessions: ['08:30-12:00'] }],
        },
      ],
    },
    provenance: { ...usual.provenance, contact: source, hours: source },
  });
  write('staff.json', { people: people.map((name, at) => person(`p${at}`, name)), provenance: source });
  write('statistics.json', { months: [{ month: '2026-10', consultations }], provenance: source });
}

function release(at: number): void {
  git('add', '-A');
  git('commit', '-qm', 'x');
  run('released', ['--mark', '--content', content], SECONDS[at]);
}

let site: Built;
beforeAll(() => {
  copyContent(content, 'qianwei', 'jinkouhe');
  git('init', '-q', '-b', 'main');
  mkdirSync(join(content, AT, 'affairs'), { recursive: true });
  writeOffice({ phone: '0833-2123456', people: ['示例甲', LEFT], consultations: 3 });
  write('affairs/2026-11-02-mishi.md', notice(LEAKED, 'mibiao.csv', SECRET));
  document('mibiao.csv', '甲,乙\n');
  release(0);
  writeOffice({ phone: '0833-2123457', people: ['示例甲'], consultations: 4 });
  write('affairs/2026-11-02-tongzhi.md', notice('学法通知'));
  release(1);
  rmSync(join(content, AT, 'affairs/2026-11-02-mishi.md'));
  rmSync(join(content, AT, 'files/mibiao.csv'));
  const urls = [`${paths.office(ID)}affairs/2026-11-02-mishi/`, paths.attachment(ID, 'mibiao.csv')];
  const list = urls.map((url) => ({ url, on: '2026-11-19', reason: 'privacy', number: 1 }));
  writeFileSync(join(content, 'withdrawn.json'), JSON.stringify({ withdrawn: list }));
  write('affairs/2026-11-02-tongzhi.md', notice('学法通知', 'xuefa.csv', '学法安排'));
  document('xuefa.csv', '月,内容\n');
  callBureau(BUREAU);
  writeOffice({ phone: '0833-2123457', people: ['示例甲'], consultations: 12 });
  release(2);
  build(content, dist);
  site = readSite(dist);
});

const pageAt = (path: string) => {
  const page = site.pages.find((one) => one.path === path);
  if (!page) throw new Error(`no page ${path}`);
  return page;
};
const read = (path: string, from = dist) => readFileSync(join(from, path), 'utf8');
const json = <T>(path: string): T => JSON.parse(read(path)) as T;

interface Day {
  readonly date: string;
  readonly offices: readonly {
    readonly id: string;
    readonly begins: boolean;
    readonly changes: readonly { readonly text: string; readonly source?: string }[];
    readonly record: object | null;
  }[];
}

describe('the page of what an office changed', () => {
  it('says it in plain words, newest first, with the day of the release and the source', () => {
    const page = pageAt(paths.history(ID));
    expect(all(page, 'h2').map(textOf)).toEqual(['2026年11月20日', '2026年11月10日']);
    const items = all(page, 'li').map(textOf);
    expect(items).toContain('咨询电话由0833-2123456改为0833-2123457来源：示例县司法局，2026年11月1日核实');
    expect(items).toContain('发布了公告《学法通知》');
    expect(textOf(all(page, 'main')[0]!)).toContain('从2026年11月2日发布的一版起可查。');
    expect(items).toContain('公告《学法通知》增加了附件《学法安排》');
    const days = all(page, 'time').map((one) => attribute(one, 'datetime'));
    expect(days.slice(0, 2)).toEqual(['2026-11-20', '2026-11-10']);
  });

  it('tells every office of a county what its bureau changed, and no other office', () => {
    const line = `公布了县级司法局的监督电话：${BUREAU}`;
    const told = site.pages.filter(
      (page) =>
        page.path.endsWith('/history/') && all(page, 'li').some((item) => textOf(item).startsWith(line)),
    );
    const own = site.pages.filter(({ path }) => /^\/offices\/qianwei\/[^/]+\/history\/$/.test(path));
    expect(own.length).toBeGreaterThan(5);
    expect(told.map(({ path }) => path)).toEqual(own.map(({ path }) => path));
  });

  it('is there for every office, reached from its page, and has a feed and a twin that say the same', () => {
    const offices = json<{ items: { id: string }[] }>('data/offices.json').items;
    const without = offices.filter(({ id }) => {
      const leads = read(`${paths.office(id).slice(1)}index.html`).includes(`href="${paths.history(id)}"`);
      const feed = existsSync(join(dist, paths.history(id), 'feed.xml'));
      return !leads || !feed || !site.files.has(paths.history(id) + 'index.html');
    });
    expect(without).toEqual([]);
    const line = '咨询电话由0833-2123456改为0833-2123457';
    for (const file of ['index.html', 'index.md', 'feed.xml'])
      expect(read(paths.history(ID) + file)).toContain(line);
  });

  it('has no trace of who left, of what was taken down, of free text, of counts', () => {
    const holding = filesBelow(dist).filter((file) => {
      const text = readFileSync(file).toString('utf8');
      return [LEFT, LEAKED, SECRET].some((one) => text.includes(one));
    });
    expect(holding).toEqual([]);
    const told = read(`${paths.history(ID)}index.html`);
    expect(told).toContain('更正了2026年10月的工作量');
    expect(told.split('年10月的工作量')).toHaveLength(2);
    expect(told).not.toMatch(/mishi|mibiao|撤下了/);
    for (const day of DAYS)
      expect(read(`data/changes/${day}.json`)).not.toMatch(/mishi|mibiao|找示例|consultations/);
  });
});

it('what a reader can keep of an office on a phone is linked from its page, and nothing that there is not', () => {
  const files = [...site.files].filter((file) => /^\/data\/offices\/.*\.(?:vcf|ics)$/.test(file));
  const links = site.pages.flatMap((page) =>
    all(page, 'a').flatMap((link) => {
      const href = attribute(link, 'href') ?? '';
      return /\.(?:vcf|ics)$/.test(href) &&
        href.startsWith('/data/offices/') &&
        page.path === `/offices/${href.slice(14, -4)}/`
        ? [href]
        : [];
    }),
  );
  expect(files).toHaveLength(2);
  expect(links.sort()).toEqual(files.sort());
});

describe('the data of changes', () => {
  it('replays to the public record of every office at each release', () => {
    const records = new Map<string, object | null>();
    const wrong: string[] = [];
    for (const day of DAYS) {
      for (const one of json<Day>(`data/changes/${day}.json`).offices) records.set(one.id, one.record);
      const files = git('ls-tree', '-r', '--name-only', `release/${day}`, 'content/offices').split('\n');
      const own = files.filter((file) => file.endsWith('/office.json'));
      expect(own).toHaveLength(records.size);
      const counties = new Map<string, Pick<Inherited, 'county'> & { townships: TownshipRecord[] }>();
      const takes = (slug: string) => {
        const read = (kind: string) =>
          JSON.parse(git('show', `release/${day}:content/${kind}/${slug}.json`)) as object;
        const known = counties.get(slug) ?? {
          county: county.parse(read('counties')),
          townships: divisions.parse(read('divisions')).townships,
        };
        counties.set(slug, known);
        return known;
      };
      for (const file of own) {
        const record = office.parse(JSON.parse(git('show', `release/${day}:${file}`)));
        const id = file.slice('content/offices/'.length, -'/office.json'.length);
        const { county: of, townships } = takes(id.split('/')[0] ?? '');
        const taken = pastInherited(inheritedFrom(of, townships, record.serves));
        if (JSON.stringify(records.get(id)) !== JSON.stringify({ ...pastFields(record), ...taken }))
          wrong.push(`${day} ${id}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('tells a day what the page tells, and a taker which days are new', () => {
    const index = json<{ since: string; known: string; days: { date: string; url: string }[] }>(
      'data/changes/index.json',
    );
    expect([index.since, index.known, index.days.map(({ date }) => date)]).toEqual([DAYS[0], 'whole', DAYS]);
    const page = pageAt(paths.history(ID));
    const items = all(page, 'li').map(textOf);
    const told = DAYS.flatMap((day) =>
      json<Day>(`data/changes/${day}.json`).offices.filter(({ id }) => id === ID),
    );
    const texts = told.flatMap(({ changes }) => changes.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.filter((text) => !items.some((item) => item.startsWith(text)))).toEqual([]);
    expect(told.map(({ begins }) => begins)).toEqual([true, false, false]);
    expect(json<Day>(`data/changes/${DAYS[1]}.json`).offices).toHaveLength(1);
  });
});

describe('another build', () => {
  const history = (from: string) =>
    filesBelow(from)
      .filter((file) => /\/history\/|\/data\/changes\//.test(file))
      .map((file) => [file.slice(from.length), readFileSync(file, 'utf8')]);

  it('of the same content, history and instant has the same bytes', () => {
    build(content, again);
    expect(history(again)).toEqual(history(dist));
  });

  it('of a clone without its beginning says from when it reaches, and that it is a part', () => {
    execFileSync('git', ['clone', '-q', '--depth', '2', `file://${top}`, other]);
    execFileSync('git', ['fetch', '-q', '--depth', '2', 'origin', 'refs/tags/*:refs/tags/*'], { cwd: other });
    execFileSync('git', ['tag', '-d', `release/${DAYS[0]}`], { cwd: other });
    build(join(other, 'content'), again);
    const text = read(`${paths.history(ID)}index.html`, again);
    expect(text).toContain('从2026年11月10日发布的一版起可查');
    expect(text).toContain('只取到一部分修改记录');
    expect(text).not.toContain('0833-2123456');
  });

  it('of content that came without git says that it knows of no past', () => {
    rmSync(join(other, '.git'), { recursive: true });
    build(join(other, 'content'), again);
    expect(read(`${paths.history(ID)}index.html`, again)).toContain('没有带上修改记录');
    expect(JSON.parse(read('data/changes/index.json', again))).toMatchObject({ known: 'none', days: [] });
  });
});

describe('a take-down of what only the history still tells', () => {
  const OLD = '0833-2123456';
  const holding = () => filesBelow(dist).filter((file) => readFileSync(file, 'utf8').includes(OLD));

  it('takes it out of page, feed, twin and data at once, and says from when on it is told again', () => {
    expect(holding().length).toBeGreaterThan(3);
    const item = `${AT}/affairs/2026-11-02-tongzhi.md`;
    const folders = ['--content', content, '--out', dist, '--packs', join(folder, 'packs')];
    run('withdraw', [item, '--corrected', '--text', OLD, '--write', ...folders]);
    expect(holding()).toEqual([]);
    expect(read(`${paths.history(ID)}index.html`)).toContain('以前的记录不再提供');
    const others = json<Day>(`data/changes/${DAYS[0]}.json`).offices;
    expect(others.length).toBeGreaterThan(15);
    expect(others.map(({ id }) => id)).not.toContain(ID);

    git('add', '-A');
    git('commit', '-qm', 'x');
    run('released', ['--mark', '--content', content]);
    build(content, dist);
    expect(holding()).toEqual([]);
    expect(read(`${paths.history(ID)}index.html`)).toContain(
      '从2026年11月28日发布的一版起可查。更早的不再提供。',
    );
  });
});

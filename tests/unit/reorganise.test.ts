import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/apply/content-files.ts';
import { reorganiseCommand } from '../../src/apply/reorganise-command.ts';
import { ROOT } from '../../src/command/command.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { addVillages, decodeTownships } from '../../src/domain/finder/decode.ts';
import { find } from '../../src/domain/finder/find.ts';
import { isError } from '../../src/domain/problems.ts';
import { townshipsFile, villagesFile } from '../../src/exports/finder.ts';
import { readCodes } from '../../src/reorganise/codes.ts';
import { png } from '../helpers/documents.ts';
import { runCommand } from '../helpers/command.ts';
import { contentFiles, fields, TODAY, usual, writeFiles, type Overrides } from '../helpers/content.ts';

let folder = '';
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const data = (file: string) => JSON.parse(textOf(file)) as Record<string, unknown>;
const has = (file: string) => existsSync(join(folder, file));
const fill = (overrides: Overrides) => writeFiles(folder, contentFiles(overrides));

/** Runs a reorganisation on the test's folder. */
const reorganise = (values: object, ...words: string[]) =>
  runCommand(reorganiseCommand, { ...values, content: folder }, ...words);
const written = (values: object, ...words: string[]) => reorganise({ ...values, write: true }, ...words);

const errors = () =>
  loadContent(folder, { today: TODAY })
    .problems.filter(isError)
    .map(({ file, message }) => `${file}: ${message}`);

/** The offices that the box offers for some words. */
function found(text: string): string[] {
  const { catalogue } = loadContent(folder, { today: TODAY });
  if (!catalogue) throw new Error('the content has errors');
  const index = addVillages(decodeTownships(townshipsFile(catalogue)), villagesFile(catalogue));
  return find(index, text).map(({ path }) => path.slice('/offices/'.length, -1));
}

const MERGER = { since: '2026-11-20', source: '示例市司法局' };
const JIA = 'offices/dong/jia';

beforeEach(() => {
  process.env['SOURCE_DATE_EPOCH'] = '1795320000';
  folder = mkdtempSync(join(tmpdir(), 'reorganise-'));
  fill({
    'owners.json': {
      accounts: [
        { account: 'jia-sfs', offices: ['dong/jia'] },
        { account: 'dong-sfj', offices: ['dong/jia', 'dong/yi'] },
      ],
    },
    'affairs/2026-11-03-jihua.md': (text) => `${text}\n见[甲镇司法所](/offices/dong/jia/)。\n`,
    [`${JIA}/photos/zhang-san.png`]: png,
  });
});
afterEach(() => {
  delete process.env['SOURCE_DATE_EPOCH'];
  rmSync(folder, { recursive: true, force: true });
});

describe('merging offices', () => {
  it('leaves a closed page that leads on, with its papers and without its people', async () => {
    const { code, err } = await written({ into: 'dong/yi', ...MERGER }, 'merge', 'dong/jia');
    expect([code, err]).toEqual([0, '']);
    expect(data(`${JIA}/office.json`)).toEqual({
      name: '甲镇司法所',
      shortName: '甲镇所',
      kind: 'township',
      status: { state: 'closed', text: '已并入乙镇司法所', since: '2026-11-20', successor: 'dong/yi' },
      serves: [],
      provenance: { establishment: { source: '示例市司法局' } },
    });
    expect(readdirSync(join(folder, JIA)).toSorted()).toEqual(['affairs', 'office.json', 'statistics.json']);
    expect(data('offices/dong/yi/office.json')['serves']).toEqual(['991101101', '991101100']);
    expect(errors()).toEqual([]);
    expect(found('甲一村')).toEqual(['dong/yi']);
  });

  it('takes the closed office from the accounts that answered for it', async () => {
    await written({ into: 'dong/yi', ...MERGER }, 'merge', 'dong/jia');
    expect(data('owners.json')).toEqual({ accounts: [{ account: 'dong-sfj', offices: ['dong/yi'] }] });
  });

  it('names the texts that still speak of the closed office', async () => {
    const { out } = await reorganise({ into: 'dong/yi', ...MERGER }, 'merge', 'dong/jia');
    expect(out).toContain('affairs/2026-11-03-jihua.md');
  });

  it('hands on the area that a closed office led', async () => {
    fill({
      [`${JIA}/office.json`]: fields({
        kind: 'area',
        area: { name: '东部片区', members: ['dong/yi'], matters: ['mediation'] },
      }),
      'divisions/dong.json': withThird,
      'offices/dong/ding/office.json': {
        ...(usual('offices/dong/yi/office.json') as object),
        serves: ['991101102'],
      },
    });
    await written({ into: 'dong/ding', ...MERGER }, 'merge', 'dong/jia');
    expect(data('offices/dong/ding/office.json')).toMatchObject({
      kind: 'area',
      area: { name: '东部片区', members: ['dong/yi'], matters: ['mediation'] },
    });
    expect(errors()).toEqual([]);
  });

  it.each([
    [['merge', 'dong/jia'], { into: 'dong/jia' }, '不能并入自己'],
    [['merge', 'dong/jia'], { into: 'xi/bing' }, '不在一个县'],
    [['merge', 'dong/bing'], { into: 'dong/yi' }, '没有“dong/bing”这个司法所'],
    [['close', 'dong/jia'], { text: '已关闭' }, '没有司法所服务'],
    [['close', 'dong/jia'], {}, '请写给群众看的说明'],
  ])('%j is refused, and nothing is written', async (words, values, reason) => {
    const before = filesIn({ content: folder });
    const { code, err } = await written({ ...MERGER, ...values }, ...words);
    expect([code, err]).toEqual([1, expect.stringContaining(reason)]);
    expect(filesIn({ content: folder })).toEqual(before);
  });

  it('names every damaged file of the content, and nothing is written', async () => {
    fill({ 'offices/dong/yi/staff.json': '{ "people" [] }', 'site.json': '{' });
    // As an old editor keeps it, in GBK.
    writeFileSync(
      join(folder, 'divisions/xi.json'),
      Buffer.from('{ "county": "\xce\xf7\xcf\xd8" }', 'latin1'),
    );
    const before = filesIn({ content: folder });
    const { code, err } = await written({ into: 'dong/yi', ...MERGER }, 'merge', 'dong/jia');
    expect([code, err]).toEqual([1, expect.stringMatching(/offices\/dong\/yi\/staff.json.*写坏了/)]);
    for (const file of ['site.json', 'divisions/xi.json']) expect(err).toContain(file);
    expect(filesIn({ content: folder })).toEqual(before);
  });

  it('shows what it would do and writes nothing unless told to', async () => {
    const before = filesIn({ content: folder });
    const { code, out } = await reorganise({ into: 'dong/yi', ...MERGER }, 'merge', 'dong/jia');
    expect(code).toBe(0);
    expect(out).toContain('状态·接替的司法所：新增 dong/yi');
    expect(out).toContain(`删除 ${JIA}/staff.json`);
    expect(out).toContain('这是预演');
    expect(out).not.toContain('还没有到');
    expect(filesIn({ content: folder })).toEqual(before);
  });

  it('before its day says that the page would tell of it at once', async () => {
    const EARLY = '2027-01-01 还没有到，一发布网站就显示已关闭，电话也没有了';
    const early = { since: '2027-01-01', source: '示例市司法局' };
    const { out } = await written({ into: 'dong/yi', ...early }, 'merge', 'dong/jia');
    expect(out).toContain(`${EARLY}。到那天再合并、发布`);
    const warned = loadContent(folder, { today: TODAY }).problems.map(({ message }) => message);
    expect(warned).toContain(EARLY);
  });
});

const withThird = (text: string) => {
  const record = JSON.parse(text) as { townships: object[] };
  const village = { code: '991101102201', name: '丁一村', kind: 'village' };
  return {
    ...record,
    townships: [
      ...record.townships,
      { code: '991101102', name: '丁镇', slug: 'ding', communities: [village] },
    ],
  };
};

describe('townships with another name', () => {
  it('keep their address, are found by the old name, and name their office', async () => {
    await written({ name: '甲街道', code: '991101001', 'keep-endings': true }, 'rename-township', 'dong/jia');
    expect(errors()).toEqual([]);
    expect(data(`${JIA}/office.json`)).toMatchObject({ name: '甲街道司法所', serves: ['991101001'] });
    expect(found('甲镇')).toEqual(['dong/jia']);
    expect(found('甲街道')).toEqual(['dong/jia']);
    expect(textOf('divisions/dong.json')).toContain('"991101001201"');
  });

  it('never get codes that nobody gave: a list, or the word that the endings stay', async () => {
    const { code, err } = await written({ name: '甲街道', code: '991101001' }, 'rename-township', 'dong/jia');
    expect([code, err]).toEqual([1, expect.stringContaining('甲二村（991101100202）的新代码没有写')]);
    const list = join(folder, '../codes.csv');
    writeFileSync(list, '旧代码,新代码\n991101100201,991101001001\n991101100202,991101001002\n');
    await written({ name: '甲街道', code: '991101001', codes: list }, 'rename-township', 'dong/jia');
    rmSync(list);
    expect(textOf('divisions/dong.json')).toContain('"991101001002"');
  });

  it('a list of codes says every line that is wrong', () => {
    expect(() => readCodes('991101100201,991101001001\n99,1\n991101100201,x')).toThrow(
      /第 2 行.*\n.*第 3 行/,
    );
    expect(() => readCodes('991101100201,991101001001\n991101100201,991101001002')).toThrow(
      '第 2 行：991101100201 前面已经写过，新代码是 991101001001',
    );
  });

  it('a workbook instead of a list of codes is told how to be saved', async () => {
    const path = join(folder, 'codes.xlsx');
    writeFileSync(path, readFileSync(join(ROOT, 'tests/fixtures/sheets/renyuan.xlsx')));
    const { code, err } = await reorganise({ into: 'dong/yi', codes: path }, 'join-townships', 'dong/jia');
    expect([code, err]).toEqual([1, expect.stringContaining('另存为“CSV UTF-8”')]);
  });
});

describe('a township that becomes part of another', () => {
  const codes = '991101100201,991101101301\n991101100202,991101101302\n';

  it('brings its villages; each is served by whom it was served', async () => {
    writeFileSync(`${folder}.csv`, codes);
    const { out } = await written({ into: 'dong/yi', codes: `${folder}.csv` }, 'join-townships', 'dong/jia');
    rmSync(`${folder}.csv`);
    expect(errors()).toEqual([]);
    expect(out).toContain('照旧办公');
    expect(data(`${JIA}/office.json`)['serves']).toEqual(['991101101301', '991101101302']);
    expect(found('甲二村')).toEqual(['dong/jia']);
    expect(found('乙二村')).toEqual(['dong/yi']);
  });

  it('after the merger of the offices, one office serves all of it', async () => {
    writeFileSync(`${folder}.csv`, codes);
    await written({ into: 'dong/yi', ...MERGER }, 'merge', 'dong/jia');
    await written({ into: 'dong/yi', codes: `${folder}.csv` }, 'join-townships', 'dong/jia');
    rmSync(`${folder}.csv`);
    expect(errors()).toEqual([]);
    expect(data('offices/dong/yi/office.json')['serves']).toEqual(['991101101']);
    expect(found('甲镇')).toEqual(['dong/yi']);
  });
});

describe('a township that goes to another county', () => {
  const MOVE = { to: 'xi', code: '991102101', 'keep-endings': true };

  it('takes its office along, and old addresses lead to the new ones', async () => {
    const { code, err, out } = await written(MOVE, 'move-township', 'dong/jia');
    expect([code, err]).toEqual([0, '']);
    expect(errors()).toEqual([]);
    expect(has(JIA)).toBe(false);
    expect(has('offices/xi/jia/staff.json')).toBe(true);
    expect(Uint8Array.from(readFileSync(join(folder, 'offices/xi/jia/photos/zhang-san.png')))).toEqual(
      Uint8Array.from(png),
    );
    expect(out).toContain(`移动 ${JIA}/office.json → offices/xi/jia/office.json`);
    const { redirects } = data('redirects.json') as { redirects: { from: string; to: string }[] };
    expect(redirects).toContainEqual({
      from: '/offices/dong/jia/affairs/2026-11-02-tongzhi/',
      to: '/offices/xi/jia/affairs/2026-11-02-tongzhi/',
      reason: '甲镇划归西县',
    });
    expect(found('甲二村')).toEqual(['xi/jia']);
  });

  it('whatever named the office names it where it is now', async () => {
    await written(MOVE, 'move-township', 'dong/jia');
    expect(textOf('affairs/2026-11-03-jihua.md')).toContain('(/offices/xi/jia/)');
    expect(data('owners.json')).toMatchObject({
      accounts: [{ offices: ['xi/jia'] }, { offices: ['xi/jia', 'dong/yi'] }],
    });
  });

  it('back again leaves no redirect in a ring', async () => {
    await written(MOVE, 'move-township', 'dong/jia');
    await written({ to: 'dong', code: '991101100', 'keep-endings': true }, 'move-township', 'xi/jia');
    expect(errors()).toEqual([]);
    const { redirects } = data('redirects.json') as { redirects: { from: string; to: string }[] };
    expect(redirects.map(({ from }) => from)).not.toContain('/offices/dong/jia/');
    expect(redirects).toContainEqual(
      expect.objectContaining({ from: '/offices/xi/jia/', to: '/offices/dong/jia/' }),
    );
  });

  it.each([
    [{ ...MOVE, code: '991101109' }, '不以西县的 991102 开头'],
    [{ ...MOVE, slug: 'bing' }, '已经有网址名 bing'],
    [{ ...MOVE, to: 'nan' }, '没有“nan”这个县'],
  ])('%j is refused, and nothing is written', async (values, reason) => {
    const before = filesIn({ content: folder });
    const { code, err } = await written(values, 'move-township', 'dong/jia');
    expect([code, err]).toEqual([1, expect.stringContaining(reason)]);
    expect(filesIn({ content: folder })).toEqual(before);
  });
});

describe('a county with another name', () => {
  it('names its bureau and its offices, and is found by the old name', async () => {
    fill({ [`${JIA}/office.json`]: fields({ name: '东县甲镇司法所' }) });
    const values = { name: '东区', short: '东区', code: '991105', 'keep-endings': true };
    await written(values, 'rename-county', 'dong');
    expect(errors()).toEqual([]);
    expect(data('counties/dong.json')).toMatchObject({
      code: '991105',
      name: '东区',
      former: ['东县'],
      bureau: { name: '东区司法局' },
    });
    expect(data(`${JIA}/office.json`)).toMatchObject({ name: '东区甲镇司法所', serves: ['991105100'] });
    expect(found('东县甲镇')).toEqual(found('东区甲镇'));
    expect(found('东县甲镇')[0]).toBe('dong/jia');
  });
});

it('an unknown verb is wrong usage', async () => {
  expect(await reorganise({}, 'shut', 'dong/jia')).toMatchObject({
    code: 2,
    err: expect.stringContaining('merge'),
  });
});

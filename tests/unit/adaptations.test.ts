import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { adaptationsIn } from '../../src/catalogue/adaptations.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { elementLines } from '../../src/domain/element-words.ts';
import { needOf } from '../../src/domain/ownership.ts';
import { movedLine } from '../../src/reports/law-lines.ts';
import { adaptCommand, renewed } from '../../src/scaffold/new/adapt-command.ts';
import { localTexts, movedTexts } from '../../src/views/adaptations.ts';
import { publishedFiles } from '../../src/views/notices.ts';
import { groupServices } from '../../src/views/services.ts';
import { recording } from '../helpers/documents.ts';
import { runCommand } from '../helpers/command.ts';
import { aRepository } from '../helpers/proposals.ts';
import {
  aContent,
  contentFiles,
  problemsOf,
  replaced,
  row,
  withContent,
  writeFiles,
  type Overrides,
} from '../helpers/content.ts';

const GUIDE = 'services/mediation.mdx';
const CITY = 'services/mediation.md';
const COUNTY = 'counties/dong/services/mediation.md';
const OFFICE = 'offices/dong/jia/services/mediation.md';

/** A text over the guide: what it says, what stood above, and more lines of front matter. */
const local = (here: string, above: string, more = '', edition = '2026-11-01') =>
  `---\nadapts: mediation@${edition}\nupdated: 2026-11-02\nsource: 示例局\n${here}\nabove: { ${above} }\n${more}---\n`;

const PLACE = local('place: 二楼', 'place: 司法所');

const read = (overrides: Overrides) => {
  const { catalogue, problems } = aContent(overrides);
  if (!catalogue) throw new Error(problems.map(row).join('\n'));
  const guide = catalogue.services.find(({ slug }) => slug === 'mediation');
  const office = catalogue.offices.find(({ id }) => id === 'dong/jia');
  if (!guide || !office) throw new Error('the small city has a guide and an office');
  return { catalogue, guide, office, problems };
};

const moving = { [COUNTY]: PLACE, [GUIDE]: replaced('place: 司法所', 'place: 政务服务大厅') };

describe('a recording of a guide', () => {
  const said = 'attachments: [{ file: luyin.mp3, title: 彝语, transcript: 带好证件 }]\n';
  const files = ['affairs', 'counties/dong', 'offices/dong/jia'].map((one) => `${one}/files/luyin.mp3`);
  const spoken = {
    ...Object.fromEntries(files.map((file) => [file, recording()])),
    ...Object.fromEntries([CITY, COUNTY, OFFICE].map((file) => [file, local('', '', said)])),
  };

  it('stands where its place keeps files, is heard beside the text, and is published', () => {
    const { catalogue, guide, problems } = read(spoken);
    expect(problems).toEqual([]);
    const texts = localTexts(guide, catalogue);
    const addresses = ['affairs', 'dong', 'dong/jia'].map((owner) => `/files/${owner}/luyin.mp3`);
    expect(texts.map(({ recordings }) => recordings.map(({ path, heard }) => [path, heard]))).toEqual(
      addresses.map((path) => [[path, { said: '带好证件' }]]),
    );
    expect(publishedFiles(catalogue).map(({ path }) => path)).toEqual(addresses);
  });

  it('is refused without its words, and where its place has no such file', () => {
    const silent = { ...spoken, [OFFICE]: local('', '', said.replace(', transcript: 带好证件', '')) };
    expect(problemsOf(silent).join()).toContain('录音 luyin.mp3 没有文字');
    const elsewhere = { ...spoken, 'counties/dong/files/luyin.mp3': null };
    expect(problemsOf(elsewhere).join()).toContain('counties/dong/files/');
  });

  it('is its place’s own to put there', () => {
    expect(needOf(files[1]!, undefined)).toEqual({ level: 'county', county: 'dong' });
    expect(needOf(files[0]!, undefined).level).toBe('city');
    expect(needOf(files[2]!, undefined)).toMatchObject({ level: 'office', office: 'dong/jia' });
  });
});

describe('a text that a place gives over a guide', () => {
  it('of the city is the guide as all pages show it; all else stays the nation’s', () => {
    const { guide } = read({ [CITY]: PLACE });
    expect([guide.data.place, guide.original.place, guide.data.time]).toEqual(['二楼', '司法所', '工作日']);
  });

  it('is said once: what the guide has taken over from it is named below, and not said again', () => {
    const { catalogue, guide } = read({
      [CITY]: local('place: 二楼', 'place: 三楼', '', '2026-11-02'),
      'services/other.md': local(
        'place: 三楼\ntime: 上午',
        'place: 司法所, time: 工作日',
        'level: province\n',
      ),
    });
    expect([guide.data.place, guide.data.time]).toEqual(['二楼', '上午']);
    expect(
      localTexts(guide, catalogue).map(({ taken, elements }) => [taken, elements.map(({ lines }) => lines)]),
    ).toEqual([
      [['办理时间'], [['三楼']]],
      [['地点'], []],
    ]);
  });

  it('of a county or office stands beside the guide, and on the pages of its offices only', () => {
    const { catalogue, guide, office } = read({
      [COUNTY]: PLACE,
      [OFFICE]: local('time: 上午', 'time: 工作日'),
    });
    expect(guide.data.place).toBe('司法所');
    expect(localTexts(guide, catalogue).map(({ name, elements }) => [name, elements[0]?.lines])).toEqual([
      [office.county.record.name, ['二楼']],
      [office.record.name, ['上午']],
    ]);
    const lines = groupServices(office, catalogue).own.find(({ slug }) => slug === 'mediation')?.local;
    expect(lines).toEqual(['地点：二楼', '办理时间：上午']);
    const other = catalogue.offices.find(({ county }) => county.slug !== 'dong');
    expect(other && groupServices(other, catalogue).own.flatMap((one) => one.local)).toEqual([]);
  });

  it('is held against the next text above it, not against the nation’s', () => {
    const city = local('place: 三楼', 'place: 司法所');
    const { catalogue } = read({
      [CITY]: city,
      [COUNTY]: local('place: 二楼', 'place: 三楼', '', '2026-11-02'),
    });
    expect(movedTexts(catalogue)).toEqual([]);
    const over = read({ [CITY]: city, [COUNTY]: PLACE }).catalogue;
    expect(movedTexts(over).map(movedLine)).toEqual([`${COUNTY} 地点：原来“司法所”，现在“三楼”，本地“二楼”`]);
  });
});

describe('a text over which the guide has moved', () => {
  it('is told in the check, what stood there, what stands there now and what is written here', () => {
    expect(problemsOf(moving)).toEqual([
      `! ${COUNTY}:5:1 date | 地点 place | “地点”上面的文本改了，要再看一遍。原来：司法所；现在：政务服务大厅；这里写的：二楼 | 对照以后运行 npm run adapt -- --renew ${COUNTY}`,
    ]);
  });

  it('neither falls away nor hides what stands above: pages show both, and say so', () => {
    const { catalogue, guide, office } = read(moving);
    expect(guide.data.place).toBe('政务服务大厅');
    expect(localTexts(guide, catalogue)[0]?.elements[0]).toEqual({
      title: '地点',
      lines: ['二楼'],
      moved: true,
      above: ['政务服务大厅'],
      was: ['司法所'],
    });
    const lines = groupServices(office, catalogue).own.flatMap((one) => one.local);
    expect(lines).toEqual(['地点：二楼（上面的文本改了，正在复核）']);
  });

  it('is told even when nobody changed the date of the guide', () => {
    const { guide, catalogue } = read(moving);
    expect(guide.data.updated).toBe('2026-11-01');
    expect(movedTexts(catalogue)).toHaveLength(1);
  });

  it('is not told for other elements of the same guide', () => {
    expect(problemsOf({ ...moving, [GUIDE]: replaced('time: 工作日', 'time: 每天') })).toEqual([]);
  });

  it('is told when a text between comes or goes', () => {
    const office = local('place: 后院', 'place: 二楼', '', '2026-11-02');
    expect(movedTexts(read({ [COUNTY]: PLACE, [OFFICE]: office }).catalogue)).toEqual([]);
    expect(movedTexts(read({ [OFFICE]: local('place: 后院', 'place: 二楼') }).catalogue)).toHaveLength(1);
  });

  it('is quiet again when somebody has looked and written down what stands above', () => {
    withContent(moving, (folder) => {
      const { contents } = loadContent(folder, { today: '2026-11-22' });
      const [one] = contents ? adaptationsIn(contents) : [];
      if (!contents || !one) throw new Error('the county has a text of its own');
      const text = renewed(one, { content: folder, contents });
      expect(parse(text.split('---\n')[1] ?? '')).toMatchObject({
        adapts: 'mediation@2026-11-01',
        place: '二楼',
        above: { place: '政务服务大厅' },
      });
      expect(problemsOf({ ...moving, [COUNTY]: text })).toEqual([]);
    });
  });

  it('stops no build where its steps no longer fit: that is told to look at', () => {
    const steps =
      'steps: [{ title: 申请, actor: 您, text: 打电话, limit: apply }, { title: 调解, actor: 调解员, text: 主持 }]';
    const above =
      'steps: [{ title: 申请, actor: 您, text: 说明情况 }, { title: 调解, actor: 调解员, text: 老办法 }]';
    const told = problemsOf({ [COUNTY]: local(steps, above) });
    expect(told).toHaveLength(2);
    expect(told.every((one) => one.startsWith('! '))).toBe(true);
  });
});

describe('a proposal that changes a guide', () => {
  const city = aRepository({ [COUNTY]: PLACE });
  afterAll(() => city.close());

  it('is told by the gate which places have a text over it, with the difference, and passes', async () => {
    const guide = join(city.folder, 'content', GUIDE);
    const text = readFileSync(guide, 'utf8').replace('place: 司法所', 'place: 政务服务大厅');
    const head = city.propose(() => city.write(`content/${GUIDE}`, text));
    const report = await city.gate(head, 'weihu');
    expect(report.verdict).toBe('pass');
    expect(report.problems.map(row)).toEqual([
      expect.stringContaining(`${COUNTY}:5:1 date | 地点 place | “地点”上面的文本改了`),
    ]);
  });
});

describe('the check of a text over a guide', () => {
  it.each([
    [
      'a guide that is not there',
      local('place: 二楼', 'place: 司法所').replace('mediation@', 'meditation@'),
      '是不是 adapts: mediation@2026-11-01',
    ],
    [
      'an edition that nobody has written yet, which would put off every reminder',
      local('place: 二楼', 'place: 司法所', '', '2099-01-01'),
      '改成 adapts: mediation@2026-11-01',
    ],
    ['no word of what stood above', local('place: 二楼', ''), '在 above 里补上 place: 司法所'],
    ['an element that a place may not change', local('title: 别的', ''), 'title'],
    ['nothing that differs', local('', ''), '一个要素也没有改'],
    ['the same as above', local('place: 司法所', 'place: 司法所'), '只写不同的'],
    [
      'steps with a limit that there is not',
      local(
        'steps: [{ title: 一, actor: 您, text: 一, limit: no }, { title: 二, actor: 您, text: 二 }]',
        'steps: [{ title: 申请, actor: 您, text: 说明情况 }, { title: 调解, actor: 调解员, text: 主持调解 }]',
      ),
      '时限里没有 no',
    ],
  ])('does not take %s', (_, text, told) => {
    expect(problemsOf({ [COUNTY]: text }).join('\n')).toContain(told);
  });

  it('takes one text of a place for a guide', () => {
    const twice = { [CITY]: PLACE, 'services/other.md': PLACE };
    expect(problemsOf(twice).join()).toContain('已经改了同一份指南');
    const province = {
      [CITY]: PLACE,
      'services/other.md': local('time: 上午', 'time: 工作日', 'level: province\n'),
    };
    expect(problemsOf(province)).toEqual([]);
  });

  it('lets a county and an office change their own', () => {
    expect(needOf(COUNTY, 'county')).toEqual({ level: 'county', county: 'dong' });
    expect(needOf(OFFICE, 'office')).toMatchObject({ level: 'office', office: 'dong/jia' });
    expect(needOf('counties/dong.json', 'county')).toEqual({ level: 'county', county: 'dong' });
  });
});

describe('npm run adapt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'adapt-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes a text with what stands above, to be changed, and renews one that was looked at', async () => {
    writeFiles(folder, contentFiles());
    const create = { county: 'dong', elements: 'place,time', source: '示例局', content: folder };
    expect((await runCommand(adaptCommand, create, 'mediation')).code).toBe(0);
    const file = join(folder, COUNTY);
    expect(parse(readFileSync(file, 'utf8').split('---\n')[1] ?? '')).toMatchObject({
      place: '司法所',
      above: { place: '司法所', time: '工作日' },
    });
    const renewing = await runCommand(adaptCommand, { renew: COUNTY, content: folder });
    expect(renewing).toMatchObject({ code: 0, out: expect.stringContaining('已经是对照过的') });
    for (const typed of [file, `content/${COUNTY}`, `.\\content\\${COUNTY.replaceAll('/', '\\')}`])
      expect(await runCommand(adaptCommand, { renew: typed, content: folder }), typed).toMatchObject({
        code: 0,
      });
    const both = await runCommand(adaptCommand, { ...create, office: 'dong/jia' }, 'mediation');
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('只能写一个')]);
    const again = await runCommand(adaptCommand, create, 'mediation');
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('已经有了') });
    const wrong = await runCommand(adaptCommand, { ...create, elements: 'places' }, 'mediation');
    expect(wrong.code).toBe(2);
  });
});

describe('an element in words', () => {
  it('says what stands there, so that two can be held side by side', () => {
    expect(
      elementLines([{ name: '身份证', original: true, copies: 1, required: false, note: '新的' }]),
    ).toEqual(['身份证：原件，复印件1份，有就带上：新的']);
    expect(elementLines([{ label: '申请', value: 3, unit: '日', from: '签字' }])).toEqual([
      '申请：签字，3日',
    ]);
    expect(elementLines({ free: true, text: '不收费' })).toEqual(['不收费']);
    expect(elementLines(undefined)).toEqual([]);
  });
});

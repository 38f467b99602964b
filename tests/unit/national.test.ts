import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/catalogue/load.ts';
import { NATIONAL } from '../../src/catalogue/national.ts';
import { filesBelow } from '../../src/build/stamp.ts';
import { aContent, fields, TODAY, withContent, type Overrides } from '../helpers/content.ts';

/** A small city that stands on the national texts: it writes no guide, function, rule or law itself. */
const LEAN: Overrides = {
  'site.json': fields({ 'features.national': true }),
  'disclosure.json': null,
  'calendar/2026.json': null,
  'calendar/2027.json': null,
  'samples/county.json': null,
  'samples/divisions.json': null,
  'samples/shili/office.json': null,
  'functions/mediation.md': null,
  'services/mediation.mdx': null,
  'rules/baogao.md': null,
  'laws/mediation-law.json': null,
  'offices/dong/jia/office.json': fields({ services: undefined }),
  'offices/dong/yi/office.json': fields({ services: undefined }),
  'offices/xi/bing/office.json': fields({ services: undefined }),
};

const DAY = '2026-11-28';

const document = (bearsOn: readonly object[]) => ({
  name: '示例市司法所规范化建设方案',
  shortName: '示例方案',
  kind: '规范性文件',
  number: '示府〔2026〕1号',
  issuer: '示例市人民政府',
  status: 'in-force',
  editions: [{ id: '2026', name: '2026年印发' }],
  read: [{ edition: '2026', on: '2026-11-01', where: '原文', extent: 'full' }],
  articles: [{ article: '二', gist: '指导人民调解。', certainty: 'read' }],
  current: '2026-11-01',
  bearsOn,
});

const problems = (overrides: Overrides) =>
  aContent({ ...LEAN, ...overrides }, DAY).problems.filter(({ severity }) => severity === 'error');

describe('the national texts', () => {
  it('lie beneath every city’s own content, guides, functions, rules, laws and words', () => {
    const { catalogue } = aContent(LEAN, DAY);
    expect(catalogue?.services.map(({ slug }) => slug)).toContain('legal-aid');
    expect(catalogue?.functions.length).toBeGreaterThanOrEqual(8);
    expect(catalogue?.rules).toHaveLength(17);
    expect(catalogue?.ways).toBeDefined();
    expect(catalogue?.words.length).toBeGreaterThan(0);
  });

  it('hold nothing that could be taken for somebody’s name, number or address', () => {
    const { problems: found } = aContent(LEAN, DAY);
    expect(found.filter(({ kind }) => kind === 'privacy')).toEqual([]);
  });

  it('ask no city to write into the program: laws to be held against the published text come with the next one', () => {
    const remedies = (overrides: Overrides) =>
      aContent(overrides, '2029-01-01').problems.flatMap(({ message, remedy }) =>
        message.includes('太久没有对照') ? [remedy] : [],
      );
    expect(remedies(LEAN)).toEqual([expect.stringContaining('由程序的维护人员对照')]);
    expect(remedies({})).toEqual([expect.stringContaining('写新的 "current"')]);
  });

  it('give way to the city’s file of the same name', () => {
    const about = '---\ntitle: 关于示例\ndescription: 说明\n---\n\n正文。\n';
    const { catalogue } = aContent({ ...LEAN, 'pages/about.mdx': about }, DAY);
    expect(catalogue?.pages.get('about')?.data.title).toBe('关于示例');
    expect(catalogue?.pages.get('privacy')?.data.title).toBe('隐私说明');
  });

  it('are left out by a city that says so', () => {
    const { catalogue } = aContent({}, TODAY);
    expect(catalogue?.services.map(({ slug }) => slug)).toEqual(['mediation']);
  });

  it('can be adapted element by element, and never changed, from a city’s content', () => {
    const guide = readFileSync(join(NATIONAL, 'services/petition.mdx'), 'utf8');
    const [place, updated] = ['place', 'updated'].map(
      (key) => new RegExp(`^${key}: (.*)$`, 'm').exec(guide)?.[1] ?? '',
    );
    const text = `---\nadapts: petition@${updated}\nupdated: 2026-11-28\nsource: 示例市司法局\nplace: 示例街1号\nabove:\n  place: ${place}\n---\n`;
    withContent({ ...LEAN, 'services/petition.md': text }, (folder) => {
      const { catalogue, problems: found } = loadContent(folder, { today: DAY });
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
      const petition = catalogue?.services.find(({ slug }) => slug === 'petition');
      expect([petition?.data.place, petition?.original.place]).toEqual([
        '示例街1号',
        expect.stringContaining(place?.replace(/^"|"$/g, '') ?? ''),
      ]);
    });
  });

  it('hold nothing of the city that this repository publishes, nor of its province', () => {
    const foreign = /乐山|犍为|乐府办|嘉州|四川|川渝|leshan|sichuan/;
    const named = filesBelow(NATIONAL).filter((file) => foreign.test(readFileSync(file, 'utf8')));
    expect(named).toEqual([]);
  });
});

describe('a city’s own document', () => {
  it('joins the basis of the national texts that it bears on, and of no other city’s', () => {
    const own = document([
      { text: 'functions/people-mediation', articles: ['二'] },
      { text: 'rules/openness', articles: [], note: '全文' },
      { text: 'disclosure/staff', articles: ['二'], note: '人员' },
    ]);
    const { catalogue } = aContent({ ...LEAN, 'laws/shili.json': own }, DAY);
    const mediation = catalogue?.functions.find(({ slug }) => slug === 'people-mediation')?.data;
    expect(mediation?.basis.at(-1)).toEqual({ law: 'shili', articles: ['二'] });
    expect(mediation?.since).toEqual({ kind: 'seed', label: '示府〔2026〕1号 二' });
    const openness = catalogue?.rules.find(({ slug }) => slug === 'openness')?.data;
    expect(openness?.basis.at(-1)).toEqual({ law: 'shili', articles: [], note: '全文' });
    const basisOf = (id: string) => catalogue?.disclosure.find((one) => one.id === id)?.basis;
    expect([basisOf('staff'), basisOf('office-address')]).toEqual([
      '示府〔2026〕1号 二（人员）',
      '政府信息公开条例第二十条',
    ]);
  });

  it('is refused where it names a text or an article that there is not', () => {
    const own = document([
      { text: 'services/legal-aids', articles: ['二'] },
      { text: 'services/legal-aid', articles: ['九'] },
    ]);
    expect(problems({ 'laws/shili.json': own }).map(({ message, remedy }) => [message, remedy])).toEqual([
      ['没有“services/legal-aids”这个文本', '是不是 "text": "services/legal-aid"'],
      [expect.stringContaining('没有“九”这个条文'), expect.anything()],
    ]);
  });
});

it('what is to be seen to in a national text names the file where it lies', () => {
  const files = withContent(LEAN, (folder) => {
    const { problems: found } = loadContent(folder, { today: DAY });
    return found.map(({ file }) => resolve(folder, file));
  });
  expect(files).toContain(join(NATIONAL, 'calendar/2026.json'));
});

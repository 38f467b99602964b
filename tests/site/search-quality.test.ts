import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askInstant, askVillages } from '../../src/client/search/search.ts';
import { ROOT } from '../../src/command/command.ts';
import { bareTownship } from '../../src/domain/search/names.ts';
import { FAMILIES, type TextRow } from '../../src/domain/search/shards.ts';
import { termsOf } from '../../src/domain/search/tokens.ts';
import { syllables, type Readings } from '../../src/exports/pinyin.ts';
import { all, attribute, DIST, readSite, textOf } from '../helpers/dist.ts';
import { divisions } from '../helpers/raw-content.ts';
import { openBuiltSearch, type BuiltSearch } from '../helpers/search.ts';

interface Question {
  readonly question: string;
  readonly want: readonly string[];
  /** Put aside: never looked at while the search was tuned. */
  readonly held?: boolean;
  /** 2: written by the auditor after the first were tuned, and put aside before any change that followed. */
  readonly set?: number;
}

interface Case {
  readonly query: string;
  readonly want: readonly string[];
}

const json = <T>(...path: readonly string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8')) as T;
const questions = json<Question[]>('tests', 'fixtures', 'questions.json');
const { readings } = json<{ readings: Readings }>('content', 'readings.json');

const towns = divisions().flatMap(({ slug, data }) =>
  data.townships.map((town) => ({ ...town, county: data.name, want: [`/offices/${slug}/${town.slug}/`] })),
);
type Town = (typeof towns)[number];

const cases = (queries: (town: Town) => readonly string[]): Case[] =>
  towns.flatMap((town) => queries(town).map((query) => ({ query, want: town.want })));

const formsOf = ({ name, county }: Town) => {
  const bare = bareTownship(name);
  return [
    name,
    bare,
    `${bare}司法所`,
    `${name}司法所`,
    county + name,
    `${county}${name}司法所`,
    `${name}司法所电话`,
    `怎么去${name}司法所`,
  ];
};

const soundsOf = ({ name }: Town) => [name, bareTownship(name)].map((one) => syllables(one, readings));
const initials = (read: readonly string[]) => read.map((one) => one.charAt(0)).join('');

/** The pages of a family. */
const textsOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^\d[\w-]*[/\\]\d+\.json$/.test(name))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as TextRow[])
    .map(([path]) => path);

let search: BuiltSearch;
beforeAll(async () => {
  search = await openBuiltSearch(DIST);
});
const recall: string[] = [];
afterAll(() => {
  search.close();
  console.log(recall.join('\n'));
});

type Way = 'listed' | 'fullText';

/** The queries whose page is not among the first ones. */
async function missed(list: readonly Case[], top: number, way: Way): Promise<string[]> {
  const wrong: string[] = [];
  for (const { query, want } of list) {
    const found = way === 'listed' ? await search.listed(query) : await search.fullText(query, top);
    if (!found.slice(0, top).some((path) => want.includes(path))) wrong.push(query);
  }
  const what = expect.getState().currentTestName ?? '';
  recall.push(`${list.length - wrong.length}/${list.length} (top ${top}) ${what}`);
  return wrong;
}

describe.each(['listed', 'fullText'] as const)('an office is found (%s)', (way) => {
  it.each([
    ['by its former names', cases(({ former = [] }) => former.map(({ name }) => name)), 3],
    ['by its name in pinyin', cases((town) => soundsOf(town).map((read) => read.join(''))), 3],
    ['by its initials, which several share', cases((town) => soundsOf(town).map(initials)), 8],
  ])('%s', async (_, list, top) => {
    expect(list.length).toBeGreaterThan(100);
    expect(await missed(list, top, way)).toEqual([]);
  });
});

describe('what the page lists', () => {
  it('has every form of every office’s name among the first three', async () => {
    expect(await missed(cases(formsOf), 3, 'listed')).toEqual([]);
  });

  it('has the office of every village, told with its county, among the first three', async () => {
    const villages = cases(({ communities, county }) => communities.map(({ name }) => county + name));
    expect(villages.length).toBeGreaterThan(1000);
    expect(await missed(villages, 3, 'listed')).toEqual([]);
  });

  it.each([
    ['that the search was tuned with', (one: Question) => !one.held, 0.9],
    ['that were put aside before tuning', (one: Question) => one.held && !one.set, 0.9],
    ['that an auditor put aside later', (one: Question) => one.held && one.set === 2, 0.85],
  ])('answers plain questions %s among the first three', async (_, belongs, least) => {
    const list = questions.filter(belongs).map(({ question, want }) => ({ query: question, want }));
    const wrong = await missed(list, 3, 'listed');
    expect(list.length).toBeGreaterThanOrEqual(39);
    expect(1 - wrong.length / list.length, wrong.join('、')).toBeGreaterThanOrEqual(least);
  });

  it.each(['今天上班吗', '司法所电话', '司法所地址', '司法所在哪里', '所长是谁'])(
    '“%s” leads to the offices first, none of which it names',
    async (query) => {
      expect((await search.listed(query))[0]).toBe('/offices/');
    },
  );

  it('has nothing to say where nothing fits, instead of pages that hold a piece of a word', async () => {
    for (const query of ['0833-2123456', '火星移民', 'qwxyz'])
      expect(await search.listed(query), query).toEqual([]);
  });
});

describe('the full text alone', () => {
  it('knows nearly every form of an office’s name', async () => {
    const list = cases(formsOf);
    expect(1 - (await missed(list, 3, 'fullText')).length / list.length).toBeGreaterThanOrEqual(0.99);
  });

  it.each([
    ['tuned', false, 0.85],
    ['put aside', true, 0.8],
  ])('answers plain questions (%s)', async (_, held, least) => {
    const list = questions.filter((one) => Boolean(one.held) === held);
    const wrong = await missed(
      list.map(({ question, want }) => ({ query: question, want })),
      3,
      'fullText',
    );
    expect(1 - wrong.length / list.length, wrong.join('、')).toBeGreaterThanOrEqual(least);
  });

  it('finds a page by any piece of its text', async () => {
    const pages = readSite(DIST).pages.filter(({ path }) => /^\/services\/[^/]+\/$/.test(path));
    for (const page of pages) {
      const lead = all(page, 'p').find((one) => attribute(one, 'class') === 'lead');
      const text = (lead ? textOf(lead) : '').replace(/[^\p{Script=Han}]/gu, ' ').split(' ');
      const pieces = text.filter((one) => one.length >= 4).map((one) => one.slice(0, 6));
      for (const piece of pieces) {
        for (const guides of [search.parts.guides, search.parts.engine]) {
          const hits = await guides.find(termsOf(piece));
          const found = await Promise.all(hits.map(async (hit) => (await hit.data()).path));
          expect(found, piece).toContain(page.path);
        }
      }
    }
  });
});

describe('a question in nobody’s words', () => {
  it('is answered by how others have asked, of which it fetches the parts that speak of it', async () => {
    const asked = vi.spyOn(globalThis, 'fetch');
    const [first] = await askInstant({ text: '骨折了做几级伤残' });
    expect(first?.path).toBe('/services/forensic-guide/');
    const parts = asked.mock.calls.filter(([address]) => String(address).includes('/search/asked/'));
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.length).toBeLessThanOrEqual('骨折了做几级伤残'.length + 1);
    asked.mockRestore();
  });
});

describe('a word that is misspelt', () => {
  it('leads to what sounds like it where nothing fits, a place or a guide', async () => {
    const found = async (text: string) => (await askVillages({ text })).map(({ path }) => path);
    expect((await found('调节'))[0]).toBe('/services/people-mediation/');
    expect((await found('苏基镇'))[0]).toBe('/offices/shizhong/suji/');
    expect(await found('火星移民')).toEqual([]);
  });
});

describe('what is searched', () => {
  it('is every office and guide, and no sample, checklist or page without content of its own', async () => {
    const marked = readSite(DIST).pages.filter((page) =>
      all(page, 'main').some((main) => attribute(main, 'data-pagefind-body') !== undefined),
    );
    const paths = marked.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(towns.flatMap(({ want }) => want)));
    expect(paths).toEqual(
      expect.arrayContaining(
        questions.flatMap(({ want }) => want).filter((path) => path.split('/').length > 3),
      ),
    );
    expect(paths.filter((path) => /^\/samples|checklist|^\/search|404|sitemap/.test(path))).toEqual([]);
    const held = [FAMILIES.places, FAMILIES.guides].flatMap((family) => textsOf(join(DIST, family)));
    expect(held.sort()).toEqual([...paths].sort());
  });
});

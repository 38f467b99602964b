import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeTownships } from '../../src/domain/finder/decode.ts';
import { joinSounds, parseSounds } from '../../src/domain/finder/sounds.ts';
import { guidesBySound } from '../../src/domain/search/by-sound.ts';
import { createInstant } from '../../src/domain/search/instant.ts';
import { phoneDigits } from '../../src/domain/search/tokens.ts';
import { townshipsFile, villagesFile } from '../../src/exports/finder.ts';
import { homophonesFile } from '../../src/exports/homophones.ts';
import { officeMark, pageMark } from '../../src/exports/search-marks.ts';
import { instantFiles, instantIndex, searchLists } from '../../src/exports/search.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { folders } from '../../src/command/command.ts';
import { CONTENT_DAY } from '../helpers/content.ts';

const { catalogue } = loadContent(folders({}).content, { today: CONTENT_DAY });
if (!catalogue) throw new Error('the content has errors');
const index = instantIndex(catalogue);
const instant = createInstant(index, decodeTownships(townshipsFile(catalogue)));
const first = (text: string) => instant(text)[0]?.path;

describe('an answer at once', () => {
  it.each([
    ['讨薪', '/services/legal-aid/'],
    ['打官司没钱', '/services/legal-aid/'],
    ['想请律师没有钱', '/services/legal-aid/'],
    ['请律师', '/elsewhere/#lawyer'],
    ['缓刑请假', '/services/correction-leave/'],
    ['行政复议', '/services/reconsideration/'],
    ['苏稽镇', '/offices/shizhong/suji/'],
    ['heizhugou', '/offices/ebian/heizhugou/'],
    ['黑竹沟司法所电话', '/offices/ebian/heizhugou/'],
    ['罗城派出所电话', '/offices/qianwei/luocheng/'],
    ['罗城派出所处罚不服', '/services/reconsideration/'],
    ['司法所几点上班', '/offices/'],
    ['附近的司法所', '/map/'],
  ])('%s → %s', (text, path) => {
    expect(first(text)).toBe(path);
  });

  it('to a trouble in a township has both the guide and the office', () => {
    const paths = instant('苏稽镇离婚').map(({ path }) => path);
    expect(paths).toContain('/offices/shizhong/suji/');
    expect(paths.some((path) => path.startsWith('/services/'))).toBe(true);
  });

  it('takes no everyday word for a township of old: 车子乡 is not meant here', () => {
    const paths = instant('车子撞了人怎么赔').map(({ path }) => path);
    expect(paths).toContain('/services/people-mediation/');
    expect(paths.filter((path) => path.startsWith('/offices/'))).toEqual([]);
  });

  it.each(['', '？', 'zzzz', '量子力学'])('is better not given than guessed: “%s”', (text) => {
    expect(instant(text)).toEqual([]);
  });

  it('weighs no more than 10.3 kB in its first list, and needs no place to be answered', () => {
    expect(gzipSync(searchLists(catalogue).first).length).toBeLessThan(10_300);
    expect(createInstant(index)('讨薪')[0]?.path).toBe('/services/legal-aid/');
  });

  it('knows letters and laws from its second list, and everything that words lead to from the first', () => {
    const { first: list } = instantFiles(catalogue);
    const few = createInstant(list);
    expect(few('rmtj')).toEqual([]);
    expect(first('rmtj')).toBe('/services/people-mediation/');
    const law = catalogue.laws[0]?.record.shortName ?? '';
    expect(few(law).filter(({ path }) => path.startsWith('/laws/'))).toEqual([]);
    expect(instant(law).some(({ path }) => path.startsWith('/laws/'))).toBe(true);
    expect(list.words.flatMap(({ to }) => to).filter((at) => !list.guides[at])).toEqual([]);
  });

  it('knows a guide by the last word of its name in letters: tiaojie for 人民调解', () => {
    expect(first('tiaojie')).toBe('/services/people-mediation/');
    expect(first('lvshi')).toBe('/services/legal-aid/');
  });

  it('tells of a law what rests on it most, not only that it is one', () => {
    const told = (slug: string) => index.guides.find(({ path }) => path === `/laws/${slug}/`)?.text;
    expect(told('people-mediation-law')).toMatch(/^法律，“申请人民调解”等\d+页的依据$/);
    expect(told('legal-aid-law')).toContain('“申请法律援助”');
    const laws = index.guides.filter(({ path }) => path.startsWith('/laws/'));
    expect(laws.filter((law) => !law.text.includes('的依据')).map(({ title }) => title)).toEqual([]);
  });

  it('knows at least 80 everyday words, every one of which leads somewhere', () => {
    expect(index.words.length).toBeGreaterThanOrEqual(80);
    expect(index.words.flatMap(({ to }) => to).filter((at) => !index.guides[at])).toEqual([]);
  });
});

describe('words with a wrong character that sounds or looks like the right one, or in letters', () => {
  const names = [townshipsFile(catalogue), villagesFile(catalogue), homophonesFile(catalogue)];
  const sounds = names.map((file) => parseSounds(file.sounds)).reduce(joinSounds);
  const near = (text: string) => guidesBySound(index, sounds, text);

  it.each([
    ['调节', '/services/people-mediation/', '调解'],
    ['调节员', '/services/people-mediation/', '调解员'],
    ['法律元助', '/services/legal-aid/', '法律援助'],
    ['公正处', '/services/notarization/', '公证处'],
    ['社区较正', '/services/correction-report/', '社区矫正'],
    ['遗主', '/services/notarization/', '遗嘱'],
    ['律帅', '/services/legal-advice/', '律师'],
    ['仲栽', '/services/arbitration/', '仲裁'],
    ['lihun', '/services/legal-advice/', '离婚'],
  ])('%s → %s, and it is said why', (text, path, name) => {
    expect(instant(text)).toEqual([]);
    expect(near(text)[0]?.path).toBe(path);
    expect(near(text)[0]?.text).toMatch(new RegExp(`^相近的词：${name}。`));
  });

  it.each(['火星移民', '量子力学', '银行', '天气', 'qwxyz', 'weather', '12348', '调'])(
    'no guess: %s',
    (text) => {
      expect(near(text)).toEqual([]);
    },
  );
});

describe('what a page tells the full text', () => {
  it('is its names in pairs, in pinyin and in initials', () => {
    const office = catalogue.offices.find(({ id }) => id === 'ebian/heizhugou');
    const mark = office && officeMark(office, catalogue);
    expect(mark?.kind).toBe('司法所');
    expect(mark?.county).toBe('峨边彝族自治县');
    const keys = mark?.keys?.split(' ') ?? [];
    expect(keys).toEqual(
      expect.arrayContaining(['黑竹', '竹沟', 'heizhugou', 'heizhugouzhen', 'hzg', 'hzgz']),
    );
  });

  it('is its telephone numbers as the digits that a question for them is turned into', () => {
    const sample = catalogue.samples.find(({ record }) => record.phones?.length);
    const number = sample?.record.phones?.[0]?.number ?? '';
    const mark = sample && officeMark(sample, catalogue);
    expect(mark?.keys?.split(' ')).toContain(phoneDigits(number.replace('-', ' ')));
  });

  it('is each pair once', () => {
    expect(pageMark('办事与问答', ['讨薪', '讨薪']).keys).toBe('讨薪');
  });
});

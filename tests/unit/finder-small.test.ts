import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addVillages, decodeTownships } from '../../src/domain/finder/decode.ts';
import { packVillage, unpackVillage } from '../../src/domain/finder/files.ts';
import { find } from '../../src/domain/finder/find.ts';
import { labelOf } from '../../src/domain/finder/found.ts';
import { findNear } from '../../src/domain/finder/near.ts';
import { blur, formatSounds, joinSounds, parseSounds } from '../../src/domain/finder/sounds.ts';
import { fingerprint, spread } from '../../src/domain/fingerprint.ts';

/** A made-up city of two counties, as its files come to the browser. */
const townships = {
  stamp: 'a',
  city: '示范市',
  sounds:
    'shi示市寺 li例 fan范 xian县 jia甲 he河和 yi乙彝 ping平 zhen镇 xiang乡 shan山 qu区 zu族 bei北 nong农 chang长 zhang长 bu埠 sha沙 long龙 liao寮 min民 jie街 dao道',
  misspelt: { 埠: ['步', '布'], 示例县: ['示列县'] },
  offices: [
    'shili 示例县 511123',
    'jiahe|甲河镇|乙山乡,长沙镇|0833-2000001|100,101|614000',
    'heping|和平彝族乡||0833-2000002|102|614001',
    'beibu 北片区司法所|北埠街道,农龙镇||0833-2000003,0833-2000004|103,104',
    '',
    'yishan 乙山区 511102',
    'longshan|龙山镇||0833-3000001|001|614000',
    'jiahe|甲河乡|||002',
  ].join('\n'),
};
const villages = {
  stamp: 'a',
  sounds: 'xin新 hua华 she社 cun村',
  villages: '新华 甲河+|长寮=\n新华\n\n龙寺\n新河|新民\n多出来的一行',
};
/** How characters are read that stand in no name. */
const MORE = 'jia家佳加 he合盒 long隆 shan三';

/** What is shown for a typed text: the label, ✓ where the very name was typed, the name that led there, the address. */
function opened(): (text: string) => string[] {
  const index = addVillages(decodeTownships(townships), villages);
  const more = parseSounds(MORE);
  return (text) => {
    const found = find(index, text);
    return (found.length > 0 ? found : findNear(index, more, text)).map((one) => {
      const via = one.via ? `（${one.via}）` : '';
      return `${labelOf(one)}${one.exact ? ' ✓' : ''}${via} ${one.path.replace('/offices/', '')}`;
    });
  };
}

const rows = JSON.parse(
  readFileSync(new URL('../fixtures/finder-small.json', import.meta.url), 'utf8'),
) as Record<string, string[][]>;

describe('what the box answers in a small city', () => {
  it.each(Object.entries(rows))('%s', (_, wanted) => {
    const shown = opened();
    expect(wanted.map(([typed = '']) => [typed, ...shown(typed)])).toEqual(wanted);
  });

  it('no more than eight answers, but every place of the very name that was typed', () => {
    const offices = (names: string[]) =>
      decodeTownships({
        stamp: 'b',
        city: '示范市',
        sounds: 'jia甲 he河',
        misspelt: {},
        offices: ['shili 示例县', ...names.map((name, at) => `o${at}|${name}`)].join('\n'),
      });
    const many = Array.from({ length: 50 }, () => '甲河镇');
    expect(find(offices(many), 'jiahe')).toHaveLength(8);
    expect(find(offices(many), '甲河')).toHaveLength(40);
    expect(
      find(offices([...many.slice(0, 9), ...many.slice(0, 3).map(() => '甲河山镇')]), '甲河'),
    ).toHaveLength(9);
  });

  it('before the villages have come, townships are found, and villages of another build are refused', () => {
    const early = decodeTownships(townships);
    expect(find(early, '甲河').map(({ name }) => name)).toEqual(['甲河镇司法所', '甲河乡司法所']);
    expect(find(early, '新华村')).toEqual([]);
    expect(() => addVillages(early, { ...villages, stamp: 'b' })).toThrow('villages of another build');
  });
});

describe('tables of sounds', () => {
  it('are read as they were written, with every reading', () => {
    const sounds = parseSounds('chang长场 zhang长张');
    expect(sounds.get('长')).toEqual(['chang', 'zhang']);
    expect(formatSounds(sounds)).toBe('chang长场zhang长张');
    expect(
      formatSounds(
        new Map([
          ['乙', ['yi']],
          ['甲', ['jia']],
        ]),
      ),
    ).toBe('jia甲yi乙');
    expect(parseSounds(formatSounds(sounds))).toEqual(sounds);
  });

  it('joined hold each reading once', () => {
    const joined = joinSounds(parseSounds('chang长'), parseSounds('chang长 zhang长 jia甲'));
    expect([...joined]).toEqual([
      ['长', ['chang', 'zhang']],
      ['甲', ['jia']],
    ]);
  });

  it.each([
    ['zhangshangchi', 'zansanci'],
    ['nanning', 'lanlin'],
    ['lonnon', 'lonlon'],
    ['nv', 'lv'],
  ])('%s sounds like %s in Sichuan', (pinyin, said) => {
    expect(blur(pinyin)).toBe(said);
  });
});

describe('a village in the file', () => {
  it.each([
    ['新华村', '新华'],
    ['甲河社区', '甲河+'],
    ['长寮', '长寮='],
    ['河畔 农场', '河畔农场='],
    ['社区寨', '社区寨='],
    ['村头寨', '村头寨='],
  ])('%s stands there as %s', (name, packed) => {
    expect(packVillage(name)).toBe(packed);
    expect(unpackVillage(packed)).toBe(name.replace(' ', ''));
  });
});

describe('a short name for some content', () => {
  it('is the same for the same, as text or as bytes, and another for all else', () => {
    expect(fingerprint(['司法', '所'])).toBe(fingerprint([new TextEncoder().encode('司法'), '所']));
    const others = [
      [],
      [''],
      ['', ''],
      ['司法所'],
      ['司法', '所'],
      ['司', '法所'],
      ['所', '司法'],
      ['司法', '所', ''],
    ];
    expect(new Set(others.map(fingerprint)).size).toBe(others.length);
    expect(fingerprint([])).toMatch(/^[0-9a-z]{14}$/);
    expect(fingerprint(['a'])).toBe('0gwf2mu1p5q0tv');
  });
});

describe('heaps of texts', () => {
  it('a text is in the same heap always: the files of a site are written by it', () => {
    expect(['', 'a', '司法'].map(spread)).toEqual([2166136261, 3826002220, 616627350]);
  });
});

import { describe, expect, it } from 'vitest';
import { cutter } from '../../src/domain/search/cut.ts';
import { bareTownship } from '../../src/domain/search/names.ts';
import { rankHits } from '../../src/domain/search/ranking.ts';
import { simplified } from '../../src/domain/search/simplify.ts';
import { coreOf, withoutAsking } from '../../src/domain/search/stop.ts';
import { signsOf } from '../../src/domain/search/tokens.ts';

/** Pages that were found, as `id:score`: for the whole query, and for each of its pieces. */
const found = (text: string) =>
  new Map(
    text
      .split(' ')
      .filter(Boolean)
      .map((one) => one.split(':'))
      .map(([id = '', score]) => [id, { id, score: Number(score) }]),
  );
const ranked = (exact: string, pieces: readonly string[], primary = '') =>
  rankHits({
    exact: found(exact),
    pieces: pieces.map(found),
    isPrimary: ({ id }) => primary.includes(id),
    pages: 100,
  }).map(({ hit, full }) => `${hit.id}${full ? '' : '?'}`);

describe('found pages are in order', () => {
  it('the better fitting first, whatever order they came in', () => {
    expect(ranked('', ['a:1 b:3 c:2'])).toEqual(['b', 'c', 'a']);
    expect(ranked('a:1 b:3', [])).toEqual(['b', 'a']);
  });

  it('what holds the very words goes before what holds all pieces, and that before what holds some', () => {
    expect(ranked('c:1', ['a:9 b:1 c:1', 'b:1 c:1'])).toEqual(['c', 'b', 'a?']);
  });

  it('what people usually want goes before the like', () => {
    expect(ranked('', ['a:2 b:1.5'], 'b')).toEqual(['b', 'a']);
    expect(ranked('', ['a:2 b:1.2'], 'b')).toEqual(['a', 'b']);
  });

  it('a rare piece tells more than a common one', () => {
    expect(ranked('', ['a:2', 'b:2 c:1 d:1 e:1 f:1 g:1 h:1'])[0]).toBe('a?');
  });

  it('a piece that stands nowhere is a slip: it keeps nothing away', () => {
    expect(ranked('', ['a:2 b:1', ''])).toEqual(['a?', 'b?']);
  });

  it('what holds too little is left out beside what holds all', () => {
    expect(ranked('', ['a:5 b:1', 'a:5'])).toEqual(['a']);
    expect(ranked('', ['a:5 b:5', 'a:5', 'a:5', 'a:5'])).toEqual(['a']);
    expect(ranked('', ['a:2 b:9', 'a:2'])).toEqual(['a', 'b?']);
  });

  it('beyond ten that hold all, those that hold some are not shown; without any, ten of these', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `p${at}:3`).join(' ');
    expect(ranked('', [`${many(10)} x:30`, many(10)])).toHaveLength(10);
    expect(ranked('', [`${many(9)} x:30`, many(9)])).toHaveLength(10);
    expect(ranked('', [many(30), '', '', '', '', '', '', ''])).toHaveLength(10);
    expect(ranked('', [])).toEqual([]);
  });
});

describe('a text is cut', () => {
  const cut = (text: string, ...words: string[]) =>
    cutter(words)(text).map(({ text: one, strong }) => (strong ? one : `(${one})`));

  it('into known words, the longest first; what is between them as the browser cuts it', () => {
    expect(cut('法律援助中心', '法律', '法律援助')).toEqual(['法律援助', '中心']);
    expect(cut('法律', '法律援助')).toEqual(['法律']);
    expect(cut('拖欠工资法律', '法律')).toEqual(['拖欠', '工资', '法律']);
    expect(cut('甲法律', '法律')).toEqual(['(甲)', '法律']);
    expect(cut('荍坝', '法律')).toEqual(['荍坝']);
    expect(cut('怎么申请法律', '法律')).toEqual(['申请', '法律']);
    expect(cut('12348', '法律')).toEqual(['12348']);
    expect(cut('法律')).toEqual(['法律']);
  });
});

describe('what a question is about', () => {
  it('is what is left without the words of asking; all of it where nothing is left', () => {
    expect(coreOf('请问怎么申请法律援助？')).toBe('申请法律援助');
    expect(coreOf('怎么办')).toBe('怎么办');
    expect(withoutAsking('离婚怎么办理')).toEqual(['离婚']);
    expect(coreOf('')).toBe('');
  });

  it('is read in simplified characters, and what a township is called without its kind', () => {
    expect(simplified('蘇稽鎮 法律')).toBe('苏稽镇 法律');
    expect(['甲河镇', '甲河街道', '和平彝族乡', '甲镇'].map(bareTownship)).toEqual([
      '甲河',
      '甲河',
      '和平',
      '甲镇',
    ]);
    expect(signsOf('甲乙1甲')).toEqual(['甲', '乙', '甲乙', '乙甲']);
  });
});

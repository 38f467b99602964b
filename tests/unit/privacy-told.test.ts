import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decoys, specimens } from '../../src/bench/privacy.ts';
import { allowancesOf } from '../../src/domain/privacy/allow.ts';
import { asProblem, isInFile, remedyOf, type PrivacyFinding } from '../../src/domain/privacy/found.ts';
import { maskText } from '../../src/domain/privacy/mask-text.ts';
import { mask, scanText } from '../../src/domain/privacy/scan.ts';
import { unrepeated } from '../../src/domain/privacy/unrepeated.ts';
import { isTestVector } from '../../src/domain/privacy/vectors.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'privacy');
const read = <T>(name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T;

/** What the guard says of a text: kind, grade, what stands there, the value, the note. */
const told = (text: string) =>
  scanText(text).map(({ kind, grade, start, end, value, note }) =>
    [kind, grade, text.slice(start, end), value, note].filter(Boolean).join(' | '),
  );

describe('what the guard says of a text was looked at, and changes only before eyes', () => {
  it('the specimens: kind, grade, place, value and what is particular', () => {
    const wanted = read<{ text: string; told: string[] }[]>('finds.json').map((one) => [one.text, one.told]);
    expect(specimens().map(({ text }) => [text, told(text)])).toEqual(wanted);
  });

  it.each(Object.entries(read<Record<string, string[][]>>('told.json')))('%s', (_, rows) => {
    expect(rows.map(([text = '']) => [text, ...told(text)])).toEqual(rows);
  });

  it('harmless look-alikes are refused nowhere, and asked about once in all of them', () => {
    expect(decoys().flatMap(told)).toEqual(['mobile | warn | 138 1456 2300 | 13814562300']);
  });
});

describe('what is said of a finding', () => {
  it.each([
    ['13800138000', '13********0'],
    ['张三', '张*'],
    ['张三丰', '张**'],
    ['川A12', '川A*2'],
    ['甲', '甲*'],
    ['𠀀𠀁𠀂𠀃', '𠀀𠀁*𠀃'],
    ['三栋\n四楼', '三栋**楼'],
    ['shili@qq.com', 's***@qq.com'],
    ['s@qq.com', 's***@qq.com'],
    ['@qq.com', '@q****m'],
    ['shili@', 'sh***@'],
  ])('%j is shown as %j', (value, shown) => {
    expect(mask(value)).toBe(shown);
  });

  it('numbers of persons are repeated in no message; names, which the message is about, are', () => {
    expect(maskText('甲13800138000，乙4111111111111111，罪犯张三。')).toBe(
      '甲13********0，乙41*************1，罪犯张三。',
    );
  });

  it('what is taken away is not repeated by those who take it away; all else is', () => {
    const withheld = '（原来的内容这里不重复）';
    expect(['13800138000', '罪犯张三', '周一至周五'].map(unrepeated)).toEqual([
      withheld,
      withheld,
      '周一至周五',
    ]);
  });

  const found: PrivacyFinding = { ...scanText('13800138000')[0]!, file: 'offices/a/b/staff.json' };

  it('a finding is a fault where it is sure, else something to look at; the value stands in neither', () => {
    expect(asProblem({ ...found, line: 3, column: 5, field: '电话', path: ['phone'] })).toEqual({
      kind: 'privacy',
      severity: 'error',
      file: 'offices/a/b/staff.json',
      line: 3,
      column: 5,
      field: '电话',
      path: ['phone'],
      message: '像是手机号（13********0）：手机号不公开，办公电话用固定电话',
      remedy: remedyOf(found),
    });
    const seen = asProblem({ ...found, grade: 'warn', part: '正文第 3 行', note: '在网址里' });
    expect(seen.severity).toBe('warning');
    expect(seen.message).toBe(
      '正文第 3 行像是手机号（13********0）：手机号不公开，办公电话用固定电话；在网址里',
    );
  });

  it('messages, signers, branches and titles stand beside the files', () => {
    expect(isInFile({ file: 'offices/a/b/提交说明.md' })).toBe(true);
    for (const file of ['提交说明 1a2b3c4', '提交人 1a2b3c4', '分支名', '标题和说明'])
      expect(isInFile({ file })).toBe(false);
  });
});

describe('an exception', () => {
  const one = { file: 'a.md', kind: 'mobile', text: '１３８ 0013-8000', until: '2026-11-29' } as const;
  const { covering, isOver } = allowancesOf([{ ...one, reason: '值班', approvedBy: '示例局' }], '2026-11-29');

  it('covers the value however it is written, in its file and of its kind only', () => {
    expect(covering({ file: 'a.md', kind: 'mobile', value: '13800138000' })).toMatchObject(one);
    expect(covering({ file: 'b.md', kind: 'mobile', value: '13800138000' })).toBeUndefined();
    expect(covering({ file: 'a.md', kind: 'card', value: '13800138000' })).toBeUndefined();
    expect(covering({ file: 'a.md', kind: 'mobile', value: '13800100500' })).toBeUndefined();
  });

  it('holds through its last day', () => {
    const at = (today: string) =>
      allowancesOf([], today).isOver({ ...one, reason: '值班', approvedBy: '示例局' });
    expect(isOver({ ...one, reason: '值班', approvedBy: '示例局' })).toBe(false);
    expect([at('2026-11-28'), at('2026-11-30')]).toEqual([false, true]);
  });

  it('of letters holds whatever their case', () => {
    const mail = {
      ...one,
      kind: 'mail',
      text: 'Shili@QQ.com',
      reason: '值班',
      approvedBy: '示例局',
    } as const;
    const { covering: covers } = allowancesOf([mail], '2026-11-29');
    expect(covers({ file: 'a.md', kind: 'mail', value: 'shili@qq.com' })).toBe(mail);
  });
});

describe('numbers that programs may carry in their tests', () => {
  it.each([
    '11010519491231002X',
    '440524188001010014',
    '511102188001010007',
    '13800138000',
    '6200000000000005',
  ])('%s belongs to nobody', (value) => {
    expect(isTestVector(value)).toBe(true);
    for (const other of [`1${value}`, `${value}1`]) expect(isTestVector(other)).toBe(false);
  });

  it('cases of a year that has not come are nobody’s; others may be somebody’s', () => {
    expect(['(2099)川11刑初1号', '2099年', '川1199刑初1号'].map(isTestVector)).toEqual([true, true, true]);
    expect(['(2025)川11刑初1号', '第2099', '示川1199', '511102199001010007'].map(isTestVector)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { measureHeldOut, shareTold } from '../../src/bench/held-out.ts';
import { movementIn } from '../../src/domain/movement.ts';
import { maskText } from '../../src/domain/privacy/mask-text.ts';
import { scanSigner, scanText } from '../../src/domain/privacy/scan.ts';
import { hasHiddenCharacter, hasInvisible, removeHiddenCharacters } from '../../src/domain/text.ts';

const ID = '11010519491231002X';
const MOBILE = '13800138000';
const CARD = '4111111111111111';

const told = (text: string) => scanText(text).map(({ kind, grade }) => `${kind} ${grade}`);

/** Control codes, a zero-width space, fillers of Korean and Braille, joiners, marks of direction, tags. */
const UNSEEN = [
  0x01, 0x7f, 0x200b, 0x3164, 0x115f, 0x1160, 0xffa0, 0x034f, 0x2061, 0x2060, 0x202e, 0x00ad, 0x2800, 0x17b4,
  0x061c, 0xe0041,
].map((code) => String.fromCodePoint(code));

describe('what nobody sees is one thing everywhere', () => {
  it.each(UNSEEN)('%j hides no number from the guard, and stands in no content', (unseen) => {
    const text = `138${unseen}00138000`;
    expect(told(text)).toEqual(['mobile block']);
    expect(movementIn(text, [])).toBe('手机号');
    expect(maskText(text)).not.toContain('0013800');
    expect(hasHiddenCharacter(text)).toBe(true);
    expect(removeHiddenCharacters(text)).toBe(MOBILE);
  });

  it('the shape of a rare name or a sign may be chosen; the guard looks past that, too', () => {
    expect(hasHiddenCharacter('⚖\ufe0f葛\u{e0100}')).toBe(false);
    expect(hasInvisible('⚖\ufe0f')).toBe(true);
    expect(told(`138\ufe0f00138000`)).toEqual(['mobile block']);
  });

  it('tabs and ends of lines are seen', () => {
    expect(hasHiddenCharacter('甲\t乙\r\n丙')).toBe(false);
  });
});

const parts = (number: string, ...lengths: number[]) => {
  let at = 0;
  return lengths.map((length) => number.slice(at, (at += length)));
};
const apart = (between: string, number: string, ...lengths: number[]) =>
  parts(number, ...lengths).join(between);

describe('a number is found', () => {
  it.each([
    ['glued to letters', `ID${ID}`, 'identity block'],
    ['glued to letters', `Tel${MOBILE}`, 'mobile block'],
    ['glued to letters', `Card${CARD}`, 'card block'],
    ['over lines', apart('\n', ID, 6, 8, 4), 'identity block'],
    ['over lines', `手机：${apart('\n', MOBILE, 3, 4, 4)}`, 'mobile block'],
    ['over lines of HTML', apart('<br>', MOBILE, 3, 4, 4), 'mobile block'],
    [
      'with marks of Markdown',
      `${MOBILE.slice(0, 3)}**${MOBILE.slice(3, 7)}**${MOBILE.slice(7)}`,
      'mobile block',
    ],
    ['with a remark within', apart('<!-- 注 -->', ID, 6, 12), 'identity block'],
    ['over cells', `| ${apart(' | ', ID, 6, 8, 4)} |`, 'identity block'],
    ['with a digit to a cell', `|${apart('|', ID, ...Array.from(ID, () => 1))}|`, 'identity block'],
    ['over cells', `| 手机 | ${apart(' | ', MOBILE, 3, 4, 4)} |`, 'mobile block'],
    ['with strokes', apart('/', MOBILE, 3, 4, 4), 'mobile block'],
    ['in groups of 6-4-8', apart(' ', ID, 6, 4, 8), 'identity block'],
    ['in groups of 9-9', apart(' ', ID, 9, 9), 'identity block'],
    ['beside another number', `${apart(' ', ID, 9, 9)} 2026`, 'identity block'],
    ['with a wrong check digit', apart(' ', ID.replace('X', '1'), 6, 4, 8), 'identity warn'],
    ['in groups of 3-2-6', apart(' ', MOBILE, 3, 2, 6), 'mobile block'],
    ['in groups of 4-7', apart(' ', MOBILE, 4, 7), 'mobile block'],
    [
      'by its numbers in HTML',
      Array.from(MOBILE, (one) => `&#${one.charCodeAt(0)};`).join(''),
      'mobile block',
    ],
    ['in the target of a link', `[电话](tel:${MOBILE})`, 'mobile block'],
    ['in the target of a link', `[x](https://example.com/?q=${apart('%20', ID, 6, 8, 4)})`, 'identity block'],
    [
      'in a page’s address, where it may be the page’s own',
      `https://example.com/${MOBILE}.html`,
      'mobile warn',
    ],
    [
      'in Tibetan digits',
      Array.from(MOBILE, (one) => String.fromCodePoint(0xf20 + Number(one))).join(''),
      'mobile block',
    ],
    ['told part by part', `身份证前面${apart('，后面', ID, 6, 8, 4)}`, 'identity warn'],
    ['of who took something down', `登记人${MOBILE}`, 'mobile block'],
    ['of who took something in', `受理人员：${MOBILE}`, 'mobile block'],
    ['masked in part', '身份证号：511126198*****9284', 'identity warn'],
    ['masked in part', '138****8000', 'mobile warn'],
    ['masked in part', '卡号6200 **** **** 0005', 'card warn'],
  ])('%s: %s', (_, text, wanted) => {
    expect(told(text)).toEqual([wanted]);
  });

  it('but not in keys, in figures of a table, or in what is all mask', () => {
    for (const text of [
      'a13800138000b4c5d6e7f8',
      '| 2024 | 138 | 1456 | 2300 |',
      '138\n1456\n2300',
      '身份证号：__________________',
      '1****************X',
    ])
      expect(told(text), text).toEqual([]);
  });
});

describe('people and places are found', () => {
  it.each([
    ['罪犯张三', 'name warn'],
    ['被申请人欧阳某某', 'name warn'],
    ['缓刑人员诸葛示例', 'name warn'],
    ['**原告**李四', 'name warn'],
    ['2099川1102刑初9号', 'case block'],
    ['（2099）示中民初字第9号', 'case warn'],
    ['家住建设街45号附3号', 'door warn'],
    ['三栋四楼', 'door warn'],
    ['护照E00000000', 'paper warn'],
    ['shili(at)163.com', 'mail warn'],
    ['家庭电话：0833-2123456', 'account warn'],
  ])('%s', (text, wanted) => {
    expect(told(text)).toEqual([wanted]);
  });

  it('not in words that begin like a name, and not in the address of an office', () => {
    for (const text of ['申请人方案', '当事人高度重视', '罪犯管理', '被告知', '地址：示例镇建设街45号附3号'])
      expect(told(text), text).toEqual([]);
  });

  it('in who signs a commit, but not in an address that a forge makes up', () => {
    expect(scanSigner('张三 <10000@qq.com>').map(({ kind }) => kind)).toEqual(['mail']);
    expect(scanSigner(`${ID} <sfs@example.gov.cn>`).map(({ kind }) => kind)).toEqual(['identity']);
    expect(scanSigner('示例所 <13800138000+sfs@users.noreply.example.com>')).toEqual([]);
  });

  it('in the sentences beside the hours: whom, and where', () => {
    expect(movementIn('看望张三', [])).toBe('“看望张三”');
    expect(movementIn('看望张三，了解情况', [])).toBe('“看望张三”');
    expect(movementIn('到李四家，了解情况；', [])).toBe('“到李四”');
    expect(movementIn('到李四家走访', [])).toBe('“到李四”');
    expect(movementIn('走访示例村3组', [])).toBe('“走访示例村3组”');
    expect(movementIn('有事加微信shili_001', [])).toBe('私人联系方式');
    expect(movementIn('临时搬到建设街45号办公', [])).toBeUndefined();
  });
});

describe('on texts that nothing was tuned on', () => {
  type Results = ReturnType<typeof measureHeldOut>['decoys'];
  const sum = (list: Results, of: (one: Results[number]) => number) =>
    list.reduce((total, one) => total + of(one), 0);

  it('95 of 100 numbers of persons are found, 85 of 100 of all else', () => {
    const { specimens } = measureHeldOut();
    expect(sum(specimens, ({ texts }) => texts)).toBeGreaterThanOrEqual(500);
    for (const one of specimens) {
      const wanted = /^(?:identity|mobile|card)$/.test(one.name) ? 0.95 : 0.85;
      expect(shareTold(one), one.silent.join('\n')).toBeGreaterThanOrEqual(wanted);
    }
  });

  it('of harmless look-alikes none is blocked, and 5 of 100 are asked about at most', () => {
    const { decoys } = measureHeldOut();
    const texts = sum(decoys, (one) => one.texts);
    const said = decoys.flatMap(({ told: list }) => list).join('\n');
    expect(texts).toBeGreaterThanOrEqual(500);
    expect(
      sum(decoys, ({ blocked }) => blocked),
      said,
    ).toBe(0);
    expect(sum(decoys, ({ warned }) => warned) / texts, said).toBeLessThanOrEqual(0.05);
  });
});

import { describe, expect, it } from 'vitest';
import { exportWorkbook } from '../../src/sheets/export-workbook.ts';
import { importSheets } from '../../src/sheets/import-workbook.ts';
import type { OfficeRecords } from '../../src/sheets/model.ts';
import { readBook, type SheetRows } from '../../src/sheets/workbook/read.ts';
import { changes, jia, recordAfter, said, SETTINGS, yi } from '../helpers/sheets.ts';

const sheets = exportWorkbook([jia, yi], '2026-11-22').then(readBook);

/** The workbook of 甲镇 and 乙镇 with some cells changed, each by sheet, row and heading. */
async function filled(
  ...typed: readonly (readonly [sheet: string, row: number, heading: string, text: string])[]
) {
  const copy = (await sheets).map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  for (const [sheet, row, heading, text] of typed) {
    const rows = copy.find(({ name }) => name === sheet)?.rows ?? [];
    const at = rows[1]?.indexOf(heading) ?? -1;
    if (at < 0) throw new Error(`${sheet} has no ${heading}`);
    (rows[row - 1] ??= [])[at] = text;
  }
  return copy;
}

const laid = (book: readonly SheetRows[], offices: readonly OfficeRecords[] = [jia, yi]) =>
  importSheets(book, offices, SETTINGS);

/** 甲镇 after somebody else has changed its file. */
const since = (name: 'office' | 'staff', from: string, to: string): OfficeRecords[] => [
  { ...jia, texts: { ...jia.texts, [name]: jia.texts[name]?.replace(from, to) } },
  yi,
];

describe('a workbook made for some offices', () => {
  it('has a page of explanations, a sheet for each table, and a sheet for notices', async () => {
    expect((await sheets).map(({ name }) => name)).toEqual([
      '说明',
      '司法所',
      '电话',
      '办公时间',
      '特殊日期',
      '值班与赶场',
      '人员',
      '空缺岗位',
      '去向',
      '每周安排',
      '每月工作量',
      '办事的不同之处',
      '规范化建设',
      '来源与核实',
      '公告',
      '底稿',
    ]);
  });

  it('shows words, not codes', async () => {
    const people = (await sheets).find(({ name }) => name === '人员')?.rows ?? [];
    expect(people[1]?.slice(2)).toEqual([
      '操作',
      '司法所',
      '姓名',
      '职务',
      '岗位',
      '职责',
      '办公电话',
      '兼职',
      'B角',
      '工作照',
      '照片说明',
    ]);
    expect(people[3]?.slice(2, 9)).toEqual(['', '甲镇司法所', '示例甲', '所长', '负责人', '主持工作', '']);
    expect(people[3]?.[10]).toBe('示例乙');
    const written = (await sheets).filter(({ name }) => name !== '底稿').flatMap(({ rows }) => rows.flat());
    expect(written.filter((text) => text.startsWith('原样：'))).toEqual([]);
  });

  it('its examples are not imported, even when somebody adds to them', async () => {
    const book = await filled(['人员', 3, '职务', '副所长']);
    expect(laid(book)).toMatchObject({ offices: [], findings: [] });
  });

  it('what is typed into the rows of two offices arrives in both', async () => {
    const book = await filled(
      ['司法所', 3, '电子邮箱', 'jia@example.gov.cn'],
      ['司法所', 4, '无台阶入口', '是'],
      ['来源与核实', 3, '联系方式核实日期', '2026年11月20日'],
    );
    expect(changes(laid(book))).toEqual([
      '司法所 电子邮箱：（空） → jia@example.gov.cn',
      '来源与核实 联系方式核实日期：2026-11-01 → 2026-11-20',
      '司法所 无台阶入口：（空） → 是',
    ]);
  });

  it('a row copied to make a new one becomes a new one', async () => {
    const book = await filled(['人员', 4, '姓名', '示例甲']);
    const rows = book.find(({ name }) => name === '人员')?.rows ?? [];
    rows[5] = [...(rows[3] ?? [])].map((text) => (text === '示例甲' ? '示例丙' : text));
    const imported = laid(book);
    expect(said(imported)).toEqual([]);
    expect(changes(imported)).toEqual(['人员 新增 示例丙']);
  });

  it('a person whose name is corrected stays the same person', async () => {
    const imported = laid(await filled(['人员', 5, '姓名', '示例己']));
    expect(said(imported)).toEqual([]);
    expect(recordAfter(imported, 'staff')['people']).toMatchObject([
      { id: 'jia', deputy: 'yi' },
      { id: 'yi', name: '示例己' },
    ]);
  });
});

describe('a workbook made for one office', () => {
  it('is that office’s in every row, also where nobody wrote whose it is', async () => {
    const book = await readBook(await exportWorkbook([yi], '2026-11-22'));
    const phones = book.find(({ name }) => name === '电话');
    const [, head = []] = phones?.rows ?? [];
    const typed: Record<string, string> = { 电话: '0833-2654321', 用途: '咨询电话' };
    const copy = book.map((sheet) =>
      sheet === phones ? { ...sheet, rows: [...sheet.rows, head.map((title) => typed[title] ?? '')] } : sheet,
    );
    const imported = laid(copy);
    expect(imported.offices.map(({ id }) => id)).toEqual([yi.id]);
    expect(changes(imported)).toEqual(['电话 新增 0833-2654321']);
    expect(said(imported).filter((one) => one.includes('哪个司法所'))).toEqual([]);
  });
});

describe('a workbook of the whole county', () => {
  it('gives an office that fills in its own forms its own rows, and says so of the others', async () => {
    const imported = laid(await filled(['司法所', 3, '电子邮箱', 'jia@example.gov.cn']), [jia]);
    expect(changes(imported)).toEqual(['司法所 电子邮箱：（空） → jia@example.gov.cn']);
    expect(said(imported)).toEqual(
      ['司法所', '电话', '办公时间', '来源与核实'].map((name) => `! ${name}：别的司法所的行没有放进来`),
    );
  });
});

describe('hidden numbers that belong to another row', () => {
  it('a row copied from another office is that of the office which is read in it', async () => {
    const book = await filled();
    const phones = book.find(({ name }) => name === '电话')?.rows ?? [];
    const copied = { 甲镇司法所: '乙镇司法所', '0833-2123456': '0833-2123499' } as Record<string, string>;
    phones[5] = (phones[3] ?? []).map((text) => copied[text] ?? text);
    const imported = laid(book);
    expect(said(imported)).toEqual([]);
    expect(recordAfter(imported, 'office', 'dong/yi')['phones']).toMatchObject([
      { number: '0833-2123456' },
      { number: '0833-2123499' },
    ]);
    expect(imported.offices.map(({ id }) => id)).toEqual(['dong/yi']);
  });

  it('a row under the number of one office and the name of another is refused with both names', async () => {
    const book = await filled(
      ['司法所', 3, '司法所', '乙镇司法所'],
      ['司法所', 3, '电子邮箱', 'yi@example.gov.cn'],
    );
    const imported = laid(book, [jia]);
    expect(imported.offices).toEqual([]);
    expect(said(imported).filter((one) => !one.startsWith('!'))).toEqual([
      expect.stringMatching(/编号是“东县甲镇司法所”的.*写的是“乙镇司法所”.*改成“东县甲镇司法所”.*删掉这一行/),
    ]);
  });

  it.each(['甲镇', '甲乡司法所', '东县司法局甲所'])(
    'an office may be called %s beside its number',
    async (called) => {
      const book = await filled(
        ['司法所', 3, '司法所', called],
        ['司法所', 3, '电子邮箱', 'jia@example.gov.cn'],
      );
      expect(changes(laid(book, [jia]))).toEqual(['司法所 电子邮箱：（空） → jia@example.gov.cn']);
    },
  );

  it('sorting what can be seen gives no office the address of another', async () => {
    const places = ['司法所', '来源与核实'];
    const book = await filled(
      ['司法所', 3, '地址', '甲镇一号'],
      ['司法所', 4, '地址', '乙镇一号'],
      ['来源与核实', 3, '地点来源', '东县司法局提供'],
      ['来源与核实', 4, '地点来源', '东县司法局提供'],
    );
    for (const { rows } of book.filter(({ name }) => places.includes(name)))
      [rows[2], rows[3]] = [
        [rows[2]?.[0] ?? '', ...(rows[3]?.slice(1) ?? [])],
        [rows[3]?.[0] ?? '', ...(rows[2]?.slice(1) ?? [])],
      ];
    const imported = laid(book);
    expect(recordAfter(imported, 'office', 'dong/jia')).toMatchObject({ place: { address: '甲镇一号' } });
    expect(recordAfter(imported, 'office', 'dong/yi')).toMatchObject({ place: { address: '乙镇一号' } });
  });

  it('people pasted over each other stay who they are, with their photos and deputies', async () => {
    const book = await filled();
    const people = book.find(({ name }) => name === '人员')?.rows ?? [];
    const [first = [], second = []] = [people[3], people[4]];
    people[3] = [...first.slice(0, 4), ...second.slice(4)];
    people[4] = [...second.slice(0, 4), ...first.slice(4)];
    expect(changes(laid(book))).toEqual([]);
  });

  it('whoever is pasted over stays published, and this is said', async () => {
    const book = await filled(
      ['人员', 4, '姓名', '示例乙'],
      ['人员', 4, 'B角', ''],
      ['人员', 5, '姓名', '示例丙'],
    );
    const imported = laid(book);
    expect((recordAfter(imported, 'staff')['people'] as { name: string }[]).map(({ name }) => name)).toEqual([
      '示例甲',
      '示例乙',
      '示例丙',
    ]);
    expect(said(imported)).toEqual([
      '! 人员 第 4 行：这一行原来是“示例甲”，现在按“示例乙”认；“示例甲”没有动，要去掉请另写一行，“操作”选“删除”',
    ]);
  });
});

describe('a workbook that is older than the content', () => {
  it('does not undo what others have changed meanwhile', async () => {
    const now = since('office', '0833-2123456', '0833-2999999');
    const imported = laid(await filled(['司法所', 3, '电子邮箱', 'jia@example.gov.cn']), now);
    expect(said(imported)).toEqual([]);
    expect(recordAfter(imported, 'office')).toMatchObject({
      phones: [{ number: '0833-2999999' }],
      email: 'jia@example.gov.cn',
    });
  });

  it('is refused where both have changed the same', async () => {
    const now = since('staff', '主持工作', '主持全面工作');
    expect(said(laid(await filled(['人员', 4, '职责', '接待']), now))).toEqual([
      '人员 第 4 行「职责」：内容已被他人更新：现在是“主持全面工作”，请重新导出表格再改',
    ]);
    expect(said(laid(await filled(['人员', 4, '职责', '主持全面工作']), now))).toEqual([]);
  });

  it('is refused where it changes or removes a row that is gone or is another now', async () => {
    const gone = since('office', '0833-2123456', '0833-2999999');
    const stale = '内容已被他人更新：这一行已经删除或改过，请重新导出表格再改';
    expect(said(laid(await filled(['电话', 4, '说明', '上班时间']), gone))).toEqual([
      `电话 第 4 行：${stale}`,
    ]);
    const changed = since('staff', '司法助理员', '副所长');
    expect(said(laid(await filled(['人员', 5, '操作', '删除']), changed))).toEqual([
      '人员 第 5 行：内容已被他人更新：要删除的这一行改过，请重新导出表格再改',
    ]);
  });
});

describe('what is emptied', () => {
  it('stays, and whoever emptied it is told how to take it out', async () => {
    expect(laid(await filled(['人员', 4, 'B角', '']))).toMatchObject({ offices: [] });
    expect(said(laid(await filled(['人员', 4, 'B角', ''])))).toEqual([
      '! 人员 第 4 行「B角」：清空了，但没有动原来的内容；要去掉请写“删除”',
    ]);
  });

  it('stays also when the whole row was deleted from the sheet, and this is said', async () => {
    const book = await filled();
    book.find(({ name }) => name === '人员')?.rows.splice(4, 1);
    const imported = laid(book);
    expect(imported.offices).toEqual([]);
    expect(said(imported)).toEqual([
      '! 人员：表里没有甲镇司法所的这些行了，网站上的没有动：示例乙；要去掉，留着这一行，“操作”选“删除”',
    ]);
  });

  it('stays, and is named, when no row of an office is left, or all its cells were emptied', async () => {
    const book = await filled();
    for (const { name, rows } of book) {
      if (name === '人员') for (const at of [3, 4]) rows[at] = (rows[at] ?? []).slice(0, 4);
      if (name === '电话') rows.splice(3);
    }
    const told = said(laid(book)).join('\n');
    expect(told).toContain('人员：表里没有甲镇司法所的这些行了，网站上的没有动：示例甲、示例乙；');
    expect(told).toContain('电话：表里没有甲镇司法所的这些行了，网站上的没有动：0833-2123456；');
  });

  it('a sheet that was not sent back, and what came to the file since, are not asked for', async () => {
    const book = (await filled()).filter(({ name }) => name !== '人员');
    const since = `${jia.texts.office}`.replace(
      '"phones": [',
      '"phones": [{ "number": "0833-2123457", "use": "fax" },',
    );
    expect(said(laid(book, [{ ...jia, texts: { ...jia.texts, office: since } }, yi]))).toEqual([]);
  });
});

describe('a workbook that was worked over', () => {
  it('a copied sheet is told row by row, and refused where it says otherwise', async () => {
    const book = await filled();
    const people = book.find(({ name }) => name === '人员')?.rows ?? [];
    const copy = people.map((row) => [...row]);
    (copy[3] ?? [])[people[1]?.indexOf('职务') ?? 0] = '副所长';
    const imported = laid([...book, { name: '人员 (2)', rows: copy }]);
    expect(imported.offices).toEqual([]);
    expect(said(imported)).toEqual([
      '人员 (2) 第 4 行「职务」：和「人员」第 4 行写的不一样，只能留一个',
      '! 人员 (2) 第 5 行：和「人员」第 5 行重复，没有再加',
    ]);
  });

  it('a column that was deleted is not taken for emptied cells', async () => {
    const book = await filled();
    const people = book.find(({ name }) => name === '人员')?.rows ?? [];
    const at = people[1]?.indexOf('职务') ?? 0;
    for (const row of people) row.splice(at, 1);
    expect(said(laid(book))).toEqual([]);
  });
});

describe('a workbook in which rows and columns were hidden to see less', () => {
  const hiding = async (rows: readonly number[], columns: readonly string[]) =>
    (await filled(['人员', 4, '职务', '副所长'], ['人员', 5, '职务', '司法所长'])).map((sheet) => {
      const at = columns.map((heading) => sheet.rows[1]?.indexOf(heading) ?? -1);
      return sheet.name === '人员'
        ? { ...sheet, hiddenRows: new Set(rows), hiddenColumns: new Set(at) }
        : sheet;
    });

  it('what stands there is not read and not taken for left out; the columns that it hides itself serve on', async () => {
    const imported = laid(await hiding([4], ['所编号', '行编号', '职责']));
    expect(changes(imported)).toEqual(['人员 示例甲 职务：所长 → 副所长']);
    expect(said(imported)).toEqual([
      expect.stringMatching(/^! 人员：[A-Z] 列是隐藏的/),
      expect.stringMatching(/^! 人员：第 5 行是隐藏的或者筛掉了/),
    ]);
  });

  it('the example row of the form is not told when it is hidden: nobody fills it in', async () => {
    const imported = laid(await hiding([2], []));
    expect(changes(imported)).toContain('人员 示例甲 职务：所长 → 副所长');
    expect(said(imported)).toEqual([]);
  });

  it('a row to be taken out is taken out also when the column that says so is hidden', async () => {
    const book = await hiding([], ['操作']);
    (book.find(({ name }) => name === '人员')?.rows[4] ?? [])[2] = '删除';
    expect(changes(laid(book))).toContain('人员 删除 示例乙');
  });
});

describe('a page that is called a workbook, as many systems hand them out', () => {
  it.each(['<table><tr><td>司法所</td></tr></table>', '\n<!DOCTYPE html>\n<html><body>电话</body></html>'])(
    'is told as what it is, with the way to make a workbook of it',
    (text) => expect(readBook(new TextEncoder().encode(text))).rejects.toThrow(/里面是网页.*另存为 \.xlsx/),
  );
});

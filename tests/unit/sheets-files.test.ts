import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { importWorkbook } from '../../src/sheets/import-workbook.ts';
import { streamNamed } from '../../src/sheets/workbook/compound-file.ts';
import { compoundFile } from '../helpers/compound-file.ts';
import { ods, row, unseenRow } from '../helpers/open-document.ts';
import { changes, jia, recordAfter, said, SETTINGS, yi } from '../helpers/sheets.ts';

const old = readFileSync(join(ROOT, 'tests/fixtures/sheets/renyuan.xls'));
const oldRecords = Buffer.from(streamNamed(old, ['Workbook'])?.buffer ?? new ArrayBuffer());
const read = (bytes: Uint8Array) => importWorkbook(bytes, [jia, yi], SETTINGS);

describe('a sheet that is hidden is not read, and this is said', () => {
  const people = (name: string) =>
    row('司法所', '姓名', '职务', '岗位', '职责') + row('甲镇', name, '司法助理员', '工作人员', '调解');

  it('in a file of LibreOffice (.ods)', async () => {
    const imported = await read(
      ods({ name: '旧人员', rows: people('示例丁'), hidden: true }, { name: '人员', rows: people('示例丙') }),
    );
    expect(changes(imported)).toEqual(['人员 新增 示例丙']);
    expect(said(imported)).toEqual(['! 旧人员：这张表是隐藏的，没有导入；要导入，先在表格里取消隐藏']);
  });

  const large = compoundFile('Workbook', oldRecords);

  it.each([
    ['by hand', 1, old],
    ['by a program', 2, old],
    ['in a larger file', 1, large],
  ])('in an old workbook (.xls), hidden %s', async (_, state, file) => {
    const bytes = Buffer.from(file);
    // The record of the second sheet: kind, length, place, state.
    bytes[bytes.lastIndexOf(Buffer.from([0x85, 0, 0x12, 0])) + 8] = state;
    const imported = await read(bytes);
    expect(changes(imported)).toEqual(['人员 新增 示例丙', '人员 新增 示例丁']);
    expect(said(imported)).toEqual(['! 工作量统计：这张表是隐藏的，没有导入；要导入，先在表格里取消隐藏']);
  });
});

const MONTHS = ['司法所', '月份', '法律咨询（人次）'] as const;

/** A record of an old workbook: its kind, its length, its numbers of two bytes. */
const record = (kind: number, ...numbers: number[]) =>
  Buffer.from(Uint16Array.of(kind, numbers.length * 2, ...numbers).buffer);

describe('rows and columns that are hidden are not read, and this is said with their places', () => {
  const HEAD = [...MONTHS, '受理调解（件）', '法治宣传活动（场）'];
  const ROWS = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09'].map((month) => [
    '甲镇',
    month,
    '1',
    '2',
    '3',
  ]);
  const told = [
    '! 每月工作量：C、D 列是隐藏的，没有导入；要导入，先在表格里取消隐藏',
    '! 每月工作量：第 3、5 至 6 行是隐藏的或者筛掉了，没有导入；要导入，先在表格里取消隐藏、清除筛选',
  ];
  const left = { mediations: undefined, consultations: undefined, lectures: 3 };

  function expectSeen(imported: Awaited<ReturnType<typeof read>>) {
    expect(said(imported)).toEqual(told);
    expect(changes(imported)).toEqual(['每月工作量 新增 2026-05', '每月工作量 新增 2026-07']);
    const { months } = recordAfter(imported, 'statistics') as { months: Record<string, unknown>[] };
    const [first = {}] = months;
    expect({ ...left, ...first }).toEqual({ ...left, month: '2026-05' });
  }

  it('in a workbook (.xlsx)', async () => {
    const hidden = { hidden: true };
    const rowDefs = new Map([2, 4, 5, 6].map((line) => [line, hidden]));
    const columns = [{}, {}, hidden, hidden, {}, hidden];
    expectSeen(
      await read(
        await writeXlsx({ sheets: [{ name: '每月工作量', rows: [HEAD, ...ROWS], rowDefs, columns }] }),
      ),
    );
  });

  it('in a file of LibreOffice (.ods)', async () => {
    const [may = [], june = [], july = [], august = [], september = []] = ROWS;
    const rows = [
      row(...HEAD),
      row(...may),
      unseenRow('collapse', ...june),
      row(...july),
      unseenRow('filter', ...august),
      unseenRow('filter', ...september),
      '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>',
    ].join('');
    const columns =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-column/>';
    expectSeen(await read(ods({ name: '每月工作量', rows, columns })));
  });

  it('in an old workbook (.xls)', async () => {
    // Behind the first record of the last sheet: its second row, its fourth column.
    const at = oldRecords.lastIndexOf(Buffer.from([9, 8, 16, 0])) + 20;
    const withRecord = (one: Buffer) =>
      read(
        compoundFile('Workbook', Buffer.concat([oldRecords.subarray(0, at), one, oldRecords.subarray(at)])),
      );
    const row = await withRecord(record(0x208, 1, 0, 4, 255, 0, 0, 0x120, 15));
    expect(said(row)).toEqual([
      '! 工作量统计：第 2 行是隐藏的或者筛掉了，没有导入；要导入，先在表格里取消隐藏、清除筛选',
    ]);
    expect(changes(row)).toEqual(['人员 新增 示例丙', '人员 新增 示例丁']);
    const column = await withRecord(record(0x7d, 3, 3, 2048, 15, 1, 0));
    expect(said(column)).toEqual(['! 工作量统计：D 列是隐藏的，没有导入；要导入，先在表格里取消隐藏']);
    expect(JSON.stringify(column.offices)).not.toContain('受理调解');
    expect(changes(column)).toContain('每月工作量 2026-10 法律咨询（人次）：（空） → 32');
  });

  it('a title over a hidden column still says whose list it is', async () => {
    const rows = [
      ['东县司法所电子邮箱'],
      ['序号', '司法所', '电子邮箱'],
      ['1', '甲所', 'jia@example.gov.cn'],
    ];
    const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }];
    const columns = [{ hidden: true }];
    const other = {
      ...yi,
      id: 'xi/jia',
      county: '西县',
      texts: { office: yi.texts.office?.replaceAll('东县乙镇', '西县甲镇').replaceAll('乙镇', '甲镇') ?? '' },
    };
    const bytes = await writeXlsx({ sheets: [{ name: '司法所', rows, merges, columns }] });
    const imported = await importWorkbook(bytes, [jia, other], SETTINGS);
    expect(said(imported)).toEqual([expect.stringMatching(/^! 司法所：A 列是隐藏的/)]);
    expect(imported.offices.map(({ id }) => id)).toEqual(['dong/jia']);
  });
});

describe('a workbook with a password', () => {
  const refused = /这个表格加了密码，读不了。请用密码打开它，把密码清空再保存/;

  it.each([
    ['.xlsx', compoundFile('EncryptedPackage', new Uint8Array(4096))],
    [
      '.xls',
      compoundFile(
        'Workbook',
        Buffer.concat([oldRecords.subarray(0, 20), record(0x2f, 1, 1, 1), oldRecords.subarray(20)]),
      ),
    ],
    [
      '.ods',
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
        'content.xml': Uint8Array.from({ length: 600 }, (_, at) => (at * 167) % 256),
        'META-INF/manifest.xml': strToU8(
          '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
        ),
      }),
    ],
  ])('is refused, and how to save it without one is said (%s)', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow(refused);
  });

  it('is not what a damaged file is taken for', async () => {
    await expect(read(compoundFile('WordDocument', oldRecords))).rejects.toThrow(
      /^打不开这个表格：可能已损坏/,
    );
  });
});

describe('rows of LibreOffice (.ods) that stand in elements of their own', () => {
  it('are read: headings repeated on every page, rows that were grouped; a folded group is hidden', async () => {
    const grouped = `<table:table-row-group>${row('甲镇', '2026-08', '8')}<table:table-row-group table:display="false">${unseenRow('collapse', '甲镇', '2026-09', '9')}</table:table-row-group></table:table-row-group>`;
    const rows = `<table:table-header-rows>${row(...MONTHS)}</table:table-header-rows><table:table-rows>${grouped}${row('甲镇', '2026-10', '10')}</table:table-rows>`;
    const imported = await read(ods({ name: '每月工作量', rows }));
    expect(said(imported)).toEqual([expect.stringMatching(/^! 每月工作量：第 3 行是隐藏的/)]);
    expect(changes(imported)).toEqual([
      '每月工作量 新增 2026-08',
      '每月工作量 2026-10 法律咨询（人次）：（空） → 10',
    ]);
  });
});

describe('a number shown as so many of a hundred is no count, and this is said at the cell', () => {
  const refused = [
    '每月工作量 第 2 行「法律咨询（人次）」：“120%”应为 0 或正整数，或 "少于5"、"5至9" 这样的范围；例如写 12',
  ];

  it('in a file of LibreOffice (.ods)', async () => {
    const share = (inside: string) =>
      `<table:table-cell office:value-type="percentage" office:value="1.2">${inside}</table:table-cell>`;
    for (const inside of ['<text:p>120%</text:p>', ''])
      expect(
        said(
          await read(
            ods({ name: '每月工作量', rows: row(...MONTHS) + row('甲镇', '2026-09', share(inside)) }),
          ),
        ),
      ).toEqual(refused);
  });

  it('in a workbook (.xlsx)', async () => {
    const rows = [[...MONTHS], ['甲镇', '2026-09', 1.2]];
    const cells = new Map([['1,2', { value: 1.2, style: { numFmt: '0%' } }]]);
    expect(said(await read(await writeXlsx({ sheets: [{ name: '每月工作量', rows, cells }] })))).toEqual(
      refused,
    );
  });

  it('in an old workbook (.xls)', async () => {
    const bytes = Buffer.from(old);
    // Every style of the workbook, for which the second number is the format: 9 is 0%.
    const style = Buffer.from([0xe0, 0, 0x14, 0]);
    for (let at = bytes.indexOf(style); at >= 0; at = bytes.indexOf(style, at + 1)) bytes[at + 6] = 9;
    expect(said(await read(bytes))).toContainEqual(
      expect.stringMatching(/^工作量统计 第 2 行「受理调解」：“900%”应为 0 或正整数/),
    );
  });
});

describe('a merged cell', () => {
  const HEAD = ['司法所', '姓名', '职务', '岗位', '职责'];
  const merged = (text: string, rows: number, columns: number) =>
    `<table:table-cell office:value-type="string" table:number-columns-spanned="${columns}" table:number-rows-spanned="${rows}"><text:p>${text}</text:p></table:table-cell>`;
  const covered = (text = '') =>
    `<table:covered-table-cell${text ? ` office:value-type="string"><text:p>${text}</text:p></table:covered-table-cell>` : '/>'}`;

  it('holds for each row of it; what lies below is not read, and this is said', async () => {
    const rows =
      row(merged('甲镇司法所人员', 1, 5), covered('旧名册'), covered(), covered(), covered()) +
      row(...HEAD) +
      row(merged('甲镇', 2, 1), '示例丙', merged('司法助理员', 2, 1), '工作人员', '调解') +
      row(covered(), '示例丁', covered('所长'), '工作人员', '档案管理');
    const imported = await read(ods({ name: '人员', rows }));
    const told = '这一格合并在别的格子里，下面压着的字看不见，没有导入；要导入，先取消合并';
    expect(said(imported)).toEqual([`! 人员 第 1 行「B 列」：${told}`, `! 人员 第 4 行「C 列」：${told}`]);
    expect((recordAfter(imported, 'staff')['people'] as unknown[]).slice(2)).toEqual([
      expect.objectContaining({ name: '示例丙', post: '司法助理员' }),
      expect.objectContaining({ name: '示例丁', post: '司法助理员' }),
    ]);
  });

  it('of a workbook (.xlsx) is read the same way', async () => {
    const rows = [
      HEAD,
      ['甲镇', '示例丙', '司法助理员', '工作人员', '调解'],
      ['乙镇', '示例丁', '', '工作人员', '档案管理'],
    ];
    const merges = [
      { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
      { startRow: 1, startCol: 2, endRow: 2, endCol: 2 },
    ];
    const imported = await read(await writeXlsx({ sheets: [{ name: '人员', rows, merges }] }));
    expect(changes(imported)).toEqual(['人员 新增 示例丙', '人员 新增 示例丁']);
    expect(said(imported)).toEqual([expect.stringMatching(/^! 人员 第 3 行「A 列」：这一格合并在/)]);
  });
});

describe('a workbook (.xlsx) whose frames go on for ever below what is written', () => {
  it('is read as far as something is written, each cell in its place', async () => {
    const rows = [
      ['司法所', '说明', '电子邮箱'],
      ['甲镇', '', 'jia@example.gov.cn'],
      [],
      ['乙镇', '', 'yi@example.gov.cn'],
    ];
    const parts = unzipSync(await writeXlsx({ sheets: [{ name: '司法所', rows }] }));
    const sheet = 'xl/worksheets/sheet1.xml';
    const framed = Array.from({ length: 250_000 }, (_, at) => at + 5).map(
      (line) => `<row r="${line}" ht="15"><c r="A${line}" s="0"/><c r="C${line}" s="0"/></row>`,
    );
    const text = strFromU8(parts[sheet] ?? new Uint8Array())
      .replace('<c r="C2"', '<c r="B2" s="0"/><c r="C2"')
      .replace('</sheetData>', `${framed.join('')}</sheetData>`);
    const imported = await read(zipSync({ ...parts, [sheet]: strToU8(text) }, { level: 1 }));
    expect(changes(imported)).toEqual([
      '司法所 电子邮箱：（空） → jia@example.gov.cn',
      '司法所 电子邮箱：（空） → yi@example.gov.cn',
    ]);
  });
});

describe('a formula without its result in the file', () => {
  const told = [
    '每月工作量 第 2 行「法律咨询（人次）」：这一格是公式，文件里没有它的结果；请在表格程序里打开，重新计算（F9）再保存，或者直接写内容',
  ];

  it('is told at its cell (.xlsx); one that comes to nothing is empty', async () => {
    const rows = [
      [...MONTHS, '受理调解（件）'],
      ['甲镇', '2026-09', null, ''],
    ];
    const cells = new Map([
      ['1,2', { value: null, formula: 'SUM(D1:D9)' }],
      ['1,3', { value: '', formula: 'IF(C1>0,1,"")', formulaResult: '' }],
    ]);
    expect(said(await read(await writeXlsx({ sheets: [{ name: '每月工作量', rows, cells }] })))).toEqual(
      told,
    );
  });

  it('is told at its cell (.ods)', async () => {
    const formula = '<table:table-cell table:formula="of:=SUM([.D1:.D9])"/>';
    const empty =
      '<table:table-cell table:formula="of:=IF([.C1]&gt;0;1;&quot;&quot;)" office:value-type="string" office:string-value=""/>';
    const rows = row(...MONTHS, '受理调解（件）') + row('甲镇', '2026-09', formula, empty);
    expect(said(await read(ods({ name: '每月工作量', rows })))).toEqual(told);
  });
});

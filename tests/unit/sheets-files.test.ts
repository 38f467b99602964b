import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { importWorkbook } from '../../src/sheets/import-workbook.ts';
import { streamNamed } from '../../src/sheets/workbook/compound-file.ts';
import { compoundFile } from '../helpers/compound-file.ts';
import { ods, row } from '../helpers/open-document.ts';
import { changes, jia, said, SETTINGS, yi } from '../helpers/sheets.ts';

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

  const old = readFileSync(join(ROOT, 'tests/fixtures/sheets/renyuan.xls'));
  const stream = streamNamed(old, ['Workbook']);
  const large = compoundFile('Workbook', new Uint8Array(stream.buffer));

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

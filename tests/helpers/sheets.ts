/** Sheets as people fill them in, laid over a small office. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/command/command.ts';
import { importSheets, importWorkbook, type ImportSettings } from '../../src/sheets/import-workbook.ts';
import { unfold } from '../../src/sheets/unfold.ts';
import { findingInWords, type FileName, type Imported, type OfficeRecords } from '../../src/sheets/model.ts';
import { usual } from './content.ts';

const textOf = (name: string) => `${JSON.stringify(usual(`offices/dong/${name}.json`), null, 2)}\n`;

/** 甲镇司法所 of the usual small city. */
export const jia: OfficeRecords = {
  id: 'dong/jia',
  county: '东县',
  notices: [{ file: '2026-11-02-tongzhi.md', title: '学法通知' }],
  texts: {
    office: textOf('jia/office'),
    staff: textOf('jia/staff'),
    statistics: textOf('jia/statistics'),
    whereabouts: textOf('jia/whereabouts'),
  },
};

/** 乙镇司法所, which has nothing but its record. */
export const yi: OfficeRecords = {
  id: 'dong/yi',
  county: '东县',
  notices: [],
  texts: { office: textOf('yi/office') },
};

export const SETTINGS: ImportSettings = { today: '2026-11-22', areaCode: '0833' };

type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

/** Sheets by name, each a list of rows. */
export const laid = (
  sheets: Sheets,
  offices: readonly OfficeRecords[] = [jia, yi],
  settings = SETTINGS,
): Imported =>
  importSheets(
    Object.entries(sheets).map(([name, rows]) => ({ name, rows })),
    offices,
    settings,
    unfold,
  );

export const fixture = (name: string): Promise<Imported> =>
  importWorkbook(readFileSync(join(ROOT, 'tests/fixtures/sheets', name)), [jia, yi], SETTINGS);

/** That a day of verification is older than what was changed: said of nearly every change. */
const OLDER_DAY = /原来的核实日期不再算数/;

/** Groups of facts whose day of verification went. */
export const unverified = ({ findings }: Imported): string[] =>
  findings.flatMap(({ message }) => (OLDER_DAY.test(message) ? [message.replace(/改了.*/, '')] : []));

/** What else is said, each in a line; hints begin with `!`. */
export const said = ({ findings }: Imported): string[] =>
  findings
    .filter(({ message }) => !OLDER_DAY.test(message))
    .map((one) => `${one.severity === 'warning' ? '! ' : ''}${findingInWords(one)}`);

/** What changes: `人员 新增 示例丙`, `司法所 地址：（空） → 一号`. */
export const changes = ({ offices }: Imported): string[] =>
  offices.flatMap(({ rows }) =>
    rows.flatMap(({ table, kind, name, cells }) =>
      kind === 'changed'
        ? cells.map(
            ({ title, before, after }) =>
              `${[table, name].filter(Boolean).join(' ')} ${title}：${before || '（空）'} → ${after || '（空）'}`,
          )
        : [`${table} ${kind === 'added' ? '新增' : '删除'} ${name}`],
    ),
  );

/** The record of a file as it is to be. */
export function recordAfter({ offices }: Imported, name: FileName, id = 'dong/jia'): Record<string, unknown> {
  const file = offices.find((one) => one.id === id)?.files.find(({ path }) => path.endsWith(`/${name}.json`));
  if (!file) throw new Error(`${name} of ${id} does not change`);
  return JSON.parse(file.after) as Record<string, unknown>;
}

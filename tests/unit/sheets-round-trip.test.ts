import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportWorkbook } from '../../src/sheets/export-workbook.ts';
import { importSheets } from '../../src/sheets/import-workbook.ts';
import type { SheetFinding, Imported, OfficeRecords } from '../../src/sheets/model.ts';
import { readBook } from '../../src/sheets/workbook/read.ts';
import { anyOffice } from '../helpers/any-office.ts';

const TODAY = '2026-11-22';
const settings = { today: TODAY };

/** A workbook is written and read for each. */
const RUNS = { numRuns: 15 };
const errors = ({ findings }: Imported): readonly SheetFinding[] =>
  findings.filter(({ severity }) => severity === 'error');

/** Out of one office and into another, with or without what the workbook carries unseen. */
async function roundTrip(source: OfficeRecords, target = source, { base = true, keys = true } = {}) {
  const sheets = await readBook(await exportWorkbook([source], TODAY));
  const seen = sheets.filter(({ name }) => base || name !== '底稿');
  const unkeyed = seen.map(({ name, rows }) => {
    const at = rows[1]?.indexOf('行编号') ?? -1;
    return { name, rows: rows.map((row) => row.map((text, column) => (column === at ? '' : text))) };
  });
  return importSheets(keys ? seen : unkeyed, [target], settings);
}

const bare: OfficeRecords = {
  id: 'dong/jia',
  county: '东县',
  notices: [],
  texts: {
    office: JSON.stringify({
      name: '东县甲镇司法所',
      shortName: '甲镇司法所',
      kind: 'township',
      status: { state: 'normal' },
      serves: ['991101100'],
      provenance: { establishment: { source: '设置待核实' } },
    }),
  },
};

/** A record without empty lists and objects: a cell cannot tell them from what is not known. */
function written(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(written);
  const isEmpty = (one: unknown) => typeof one === 'object' && one !== null && Object.keys(one).length === 0;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, key === 'sessions' ? one : written(one)] as const)
      .filter(([key, one]) => key === 'sessions' || !isEmpty(one)),
  );
}

describe('a workbook that goes out and comes back', () => {
  it('changes nothing, whatever the office has written', async () => {
    await fc.assert(
      fc.asyncProperty(anyOffice, async (office) => {
        const imported = await roundTrip(office);
        expect(imported).toMatchObject({ offices: [], findings: [] });
      }),
      RUNS,
    );
  });

  it('changes nothing even when the hidden sheet with the earlier values is lost', async () => {
    await fc.assert(
      fc.asyncProperty(anyOffice, async (office) => {
        const imported = await roundTrip(office, office, { base: false });
        expect(imported.offices.flatMap(({ rows }) => rows)).toEqual([]);
        expect(errors(imported)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('brings everything to an office that had nothing', async () => {
    const { office } = bare.texts;
    await fc.assert(
      fc.asyncProperty(anyOffice, async (source) => {
        const imported = await roundTrip(source, bare, { base: false, keys: false });
        // Two rows of one month are of no valid record, and which of them is right nobody can tell.
        expect(errors(imported).filter(({ message }) => !message.includes('只能留一个'))).toEqual([]);
        const after =
          imported.offices[0]?.files.find(({ path }) => path.endsWith('/office.json'))?.after ?? office;
        const wanted = JSON.parse(source.texts.office ?? '') as Record<string, unknown>;
        expect(written(JSON.parse(after ?? ''))).toEqual(written(wanted));
      }),
      RUNS,
    );
  });
});

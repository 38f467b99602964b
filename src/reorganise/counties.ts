/** A county with another name, and perhaps another code. Its address stays: it does not follow names. */
import { edit, recordAt, type Files } from '../editing/files.ts';
import type { CountyRecord } from '../schemas/county.ts';
import type { Divisions } from '../schemas/divisions.ts';
import { codesFor, recode, refuseTaken, type Codes, type Recoding } from './codes.ts';
import {
  countyFile,
  countyRecord,
  divisionsFile,
  editOffices,
  mentioning,
  noteOf,
  refuseIf,
  type Outcome,
} from './plan.ts';

interface CountyRenaming {
  readonly county: string;
  readonly name: string;
  /** What it is called in short, 犍为. */
  readonly shortName: string;
  /** Its new six digits, where it got others. */
  readonly code?: string | undefined;
  readonly recoding: Recoding;
}

/** The new codes of all townships and villages: of a township from the table, or by the three digits it keeps. */
function codesOf(
  files: Files,
  county: CountyRecord,
  { county: slug, code, recoding }: CountyRenaming,
): Codes {
  if (code === undefined || code === county.code) return new Map();
  refuseIf([!/^\d{6}$/.test(code) && `县的代码应为 6 位数字：${code}`]);
  const townships = recordAt<Divisions>(files, divisionsFile(slug))?.townships ?? [];
  const known = townships.map((record) => ({
    record,
    next: recoding.table.get(record.code) ?? (recoding.keepEndings ? code + record.code.slice(6) : undefined),
  }));
  refuseIf(
    known.map(
      ({ record, next }) =>
        next === undefined &&
        `${record.name}（${record.code}）的新代码没有写：用 --codes 给表，或写 --keep-endings`,
    ),
  );
  const codes = new Map(
    known.flatMap(({ record, next = '' }) => [...codesFor({ county: slug, record }, next, recoding)]),
  );
  refuseTaken([], codes);
  return codes;
}

/** Gives a county another name: its bureau and its offices are called after it, and the old name stays findable. */
export function renameCounty(files: Files, renaming: CountyRenaming): Outcome {
  const { county: slug, name, shortName, code } = renaming;
  const before = countyRecord(files, slug);
  refuseIf([name === before.name && code === undefined && `${slug} 本来就叫“${name}”`]);
  const codes = codesOf(files, before, renaming);
  const next = code ?? before.code;
  const former = [...new Set([...(before.former ?? []), before.name])].filter((one) => one !== name);
  const recorded = edit<CountyRecord>(files, countyFile(slug), ({ former: _, ...record }) => ({
    code: next,
    name,
    shortName,
    ...(former.length > 0 && { former }),
    ...Object.fromEntries(
      Object.entries(record).filter(([key]) => !['code', 'name', 'shortName'].includes(key)),
    ),
    bureau: { ...record.bureau, name: record.bureau.name.replace(before.name, name) },
  }));
  const divided = edit<Divisions>(recorded, divisionsFile(slug), (record) => ({
    ...record,
    code: next,
    name,
  }));
  const called = editOffices(divided, (record, id) =>
    id.startsWith(`${slug}/`)
      ? {
          ...record,
          name: record.name.replace(before.name, name),
          shortName: record.shortName.replace(before.name, name),
        }
      : record,
  );
  const recodedFiles = recode(called, codes);
  const own = (path: string) => path === countyFile(slug);
  return {
    files: recodedFiles,
    notes: noteOf(`还写着“${before.name}”，请看一看`, mentioning(recodedFiles, [before.name], own)),
  };
}

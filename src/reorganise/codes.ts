/** New division codes: of townships and of the villages below them, wherever they stand. */
import { editEach, type Files } from '../editing/files.ts';
import type { CommunityRecord, Divisions, TownshipRecord } from '../schemas/divisions.ts';
import { editOffices, refuseIf, type Named } from './plan.ts';

/** Old codes and the new ones. */
export type Codes = ReadonlyMap<string, string>;

/** How villages get their new codes: from the list that was published, or by the last three digits they keep. */
export interface Recoding {
  /** Old codes with new ones, as published. */
  readonly table: Codes;
  /** The operator's word that villages keep their last three digits. */
  readonly keepEndings: boolean;
}

/** Reads `旧代码,新代码` a line; a heading and empty lines are passed over. Throws a `Refusal` that names every wrong line. */
export function readCodes(text: string): Codes {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const pairs = lines.map((line, at) => ({ at, cells: line.split(/[,，\t]/).map((cell) => cell.trim()) }));
  const wanted = pairs.filter(
    ({ at, cells }) => cells.some(Boolean) && !(at === 0 && !/^\d/.test(cells[0] ?? '')),
  );
  const right = (cells: readonly string[]) =>
    /^\d{9}(?:\d{3})?$/.test(cells[0] ?? '') &&
    cells[0]?.length === cells[1]?.length &&
    /^\d+$/.test(cells[1] ?? '');
  refuseIf(
    wanted.map(
      ({ at, cells }) =>
        !right(cells) &&
        `代码表第 ${at + 1} 行应为“旧代码,新代码”，都是 9 位或都是 12 位：${cells.join(',')}`,
    ),
  );
  const first = new Map(wanted.toReversed().map(({ cells }) => [cells[0], cells[1]]));
  refuseIf(
    wanted.map(
      ({ at, cells: [old, now] }) =>
        first.get(old) !== now && `代码表第 ${at + 1} 行：${old} 前面已经写过，新代码是 ${first.get(old)}`,
    ),
  );
  return new Map(wanted.map(({ cells }) => [cells[0] ?? '', cells[1] ?? '']));
}

/** The new code of each village of a township whose code changes, and that of the township. */
export function codesFor({ record }: Named, code: string, { table, keepEndings }: Recoding): Codes {
  const mapped = record.communities.map(({ code: old, name }) => {
    const next = table.get(old) ?? (keepEndings ? code + old.slice(9) : undefined);
    return { old, name, next };
  });
  refuseIf([
    !/^\d{9}$/.test(code) && `乡镇、街道的代码应为 9 位数字：${code}`,
    ...mapped.map(({ old, name, next }) =>
      next === undefined
        ? `${name}（${old}）的新代码没有写：用 --codes 给一份“旧代码,新代码”的表；后三位都不变的，写 --keep-endings`
        : !next.startsWith(code) && `${name} 的新代码 ${next} 不以乡镇的 ${code} 开头`,
    ),
  ]);
  return new Map([[record.code, code], ...mapped.map(({ old, next }) => [old, next ?? ''] as const)]);
}

/** Refuses codes that others have already. */
export function refuseTaken(townships: readonly TownshipRecord[], codes: Codes): void {
  const others = townships.flatMap((one) => [one, ...one.communities]).filter(({ code }) => !codes.has(code));
  const names = new Map(others.map(({ code, name }) => [code, name]));
  const news = [...codes.values()];
  refuseIf([
    ...news.map((code) => names.has(code) && `代码 ${code} 已经是${names.get(code)}的`),
    ...news.map((code, at) => news.indexOf(code) !== at && `两个地方的新代码都是 ${code}`),
  ]);
}

const recoded = <T extends { readonly code: string }>(record: T, codes: Codes): T => ({
  ...record,
  code: codes.get(record.code) ?? record.code,
});

/** A township with its own new code and those of its villages. */
export const recodedTownship = (township: TownshipRecord, codes: Codes): TownshipRecord => ({
  ...recoded(township, codes),
  communities: township.communities.map((one): CommunityRecord => recoded(one, codes)),
});

/** The files with new codes in place of the old ones: in divisions, and in what offices serve. */
export function recode(files: Files, codes: Codes): Files {
  const divisions = editEach<Divisions>(files, /^divisions\/[^/]+\.json$/, (record) => ({
    ...record,
    townships: record.townships.map((one) => recodedTownship(one, codes)),
  }));
  return editOffices(divisions, (record) => ({
    ...record,
    serves: record.serves.map((code) => codes.get(code) ?? code),
  }));
}

import type { CountyFiles, OfficeFiles } from '../contents.ts';
import type { Entry } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';

/** Townships and villages of one county as written, as far as their codes can be read. */
export interface Territory {
  readonly townships: readonly { code: string; name: string; slug: string | undefined; at: number }[];
  readonly villages: readonly {
    code: string;
    name: string;
    township: string;
    at: readonly [number, number];
  }[];
  readonly names: ReadonlyMap<string, string>;
}

/** The territory of a county; undefined when its divisions are absent or could not be read. */
export function territoryOf({ divisions }: CountyFiles): Territory | undefined {
  if (divisions?.raw === undefined) return undefined;
  const list = listAt(divisions.raw, ['townships']);
  const townships = list.flatMap((one, at) => {
    const code = textAt(one, ['code']);
    return code === undefined ? [] : [{ code, name: nameOf(one), slug: textAt(one, ['slug']), at }];
  });
  const villages = townships.flatMap(({ code: township, at }) =>
    listAt(list[at], ['communities']).flatMap((one, index) => {
      const code = textAt(one, ['code']);
      return code === undefined ? [] : [{ code, name: nameOf(one), township, at: [at, index] as const }];
    }),
  );
  return {
    townships,
    villages,
    names: new Map([...townships, ...villages].map(({ code, name }) => [code, name])),
  };
}

const nameOf = (division: unknown) => textAt(division, ['name']) ?? '';

/** What an office says it serves: `clear` is false when that cannot be told. */
export interface Service {
  readonly files: OfficeFiles;
  readonly office: Entry | undefined;
  readonly open: boolean;
  readonly codes: readonly string[];
  readonly clear: boolean;
}

/** What each office of a county serves, as written; a closed office serves nobody. */
export function servicesOf({ offices }: CountyFiles, territory: Territory): Service[] {
  return offices.map((files): Service => {
    const raw = files.office?.raw;
    const codes = listAt(raw, ['serves']).filter((code) => typeof code === 'string');
    const open = textAt(raw, ['status', 'state']) !== 'closed';
    const clear = !open || (codes.length > 0 && codes.every((code) => territory.names.has(code)));
    return { files, office: files.office, open, codes, clear };
  });
}

import type { Problem } from '../../domain/problems.ts';
import type { Path } from '../../schemas/walk.ts';
import { problemAt, type Entry } from '../entry.ts';
import type { Contents, CountyFiles } from '../contents.ts';
import { listAt, textAt } from '../loose.ts';
import { checkUnique } from './reference.ts';

const counties = ({ all }: Contents): readonly CountyFiles[] => all.counties;

interface Coded {
  readonly entry: Entry;
  readonly path: Path;
  readonly code: string;
  /** The code that this one must begin with. */
  readonly within: string | undefined;
}

function codesOf(entry: Entry): Coded[] {
  const county = textAt(entry.raw, ['code']);
  return listAt(entry.raw, ['townships']).flatMap((township, at) => {
    const own = textAt(township, ['code']);
    const path: Path = ['townships', at, 'code'];
    const villages = listAt(township, ['communities']).flatMap((village, index) => {
      const code = textAt(village, ['code']);
      const where = ['townships', at, 'communities', index, 'code'];
      return code === undefined ? [] : [{ entry, path: where, code, within: own }];
    });
    return own === undefined ? villages : [{ entry, path, code: own, within: county }, ...villages];
  });
}

/** A division code occurs once in all content; a county's once among the counties. */
export function checkDivisionCodes(contents: Contents): Problem[] {
  const files = counties(contents);
  const below = files.flatMap(({ divisions }) => (divisions ? codesOf(divisions) : []));
  const tops = files.flatMap(({ county }): Coded[] => {
    const code = textAt(county?.raw, ['code']);
    return county && code !== undefined ? [{ entry: county, path: ['code'], code, within: undefined }] : [];
  });
  return [...duplicates(tops), ...duplicates(below)];
}

function duplicates(codes: readonly Coded[]): Problem[] {
  const first = new Map<string, Coded>();
  return codes.flatMap((one) => {
    const earlier = first.get(one.code);
    if (!earlier) {
      first.set(one.code, one);
      return [];
    }
    const line = earlier.entry.locate(earlier.path)?.line ?? 1;
    const message = `区划代码 ${one.code} 重复，${earlier.entry.file} 第 ${line} 行已经用过`;
    const remedy = '核对两处的代码，改正写错的一个';
    return [problemAt(one.entry, { kind: 'duplicate', path: one.path, message, remedy })];
  });
}

/** A township's code begins with its county's, a village's with its township's. */
export const checkCodePrefixes = (contents: Contents): Problem[] =>
  counties(contents).flatMap(({ divisions }) =>
    (divisions ? codesOf(divisions) : []).flatMap(({ entry, path, code, within }) => {
      if (within === undefined || code.startsWith(within) || !/^(?:\d{9}|\d{12})$/.test(code)) return [];
      const message = `代码 ${code} 不以上一级的 ${within} 开头`;
      return [
        problemAt(entry, { kind: 'value', path, message, remedy: `核对代码，或放到它所属的上一级下面` }),
      ];
    }),
  );

/** A county's bureau file and divisions file speak of the same county, which lies in the city. */
export const checkCountyPairs = (contents: Contents): Problem[] => [
  ...counties(contents).flatMap(({ county, divisions }) =>
    county && divisions ? ['code', 'name'].flatMap((key) => pairProblems(county, divisions, key)) : [],
  ),
  ...contents.real.counties.flatMap(({ county }) => (county ? cityProblems(county, contents) : [])),
];

function pairProblems(county: Entry, divisions: Entry, key: string): Problem[] {
  const wanted = textAt(county.raw, [key]);
  const written = textAt(divisions.raw, [key]);
  if (wanted === undefined || written === undefined || wanted === written) return [];
  const message = `“${written}”与 ${county.file} 里的“${wanted}”不同`;
  return [
    problemAt(divisions, {
      kind: 'value',
      path: [key],
      message,
      remedy: `改成 "${key}": "${wanted}"，或改 ${county.file}`,
    }),
  ];
}

function cityProblems(county: Entry, { of }: Contents): Problem[] {
  const city = textAt(of('site')[0]?.raw, ['city', 'code']);
  const code = textAt(county.raw, ['code']);
  if (!city || !code || !/^\d{6}$/.test(code) || code.startsWith(city)) return [];
  const message = `代码 ${code} 不属于本市（${city}）`;
  return [
    problemAt(county, {
      kind: 'value',
      path: ['code'],
      message,
      remedy: `核对代码，本市的县以 ${city} 开头`,
    }),
  ];
}

/** Townships of a county have different slugs: the slug names the folder of the office. */
export const checkTownshipSlugs = (contents: Contents): Problem[] =>
  counties(contents).flatMap(({ divisions }) =>
    divisions ? checkUnique(divisions, ['townships'], 'slug', '乡镇的网址名') : [],
  );

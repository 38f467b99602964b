/**
 * The three files behind the box 查找司法所. They are made for size: text blocks instead of objects, syllables in one
 * table instead of beside each name. `exports/finder.ts` writes them, `decode.ts` reads them.
 */

/** `townships.json`: what is needed for the first answer. */
export interface TownshipsFile {
  /** Tells which villages belong to these townships: both files must be of one build. */
  readonly stamp: string;
  /** 乐山市: people write it before everything else. */
  readonly city: string;
  /** `a阿 an安岸 …`: a character stands behind every syllable that it may be read as. */
  readonly sounds: string;
  /** The right characters, and how people write them. */
  readonly misspelt: Readonly<Record<string, readonly string[]>>;
  /**
   * A block per county, an empty line between them: `slug 名称 区划代码`, then a line per office,
   * `slug 名称|乡镇,乡镇|旧乡镇,旧乡镇|电话,电话|代码,代码|邮编`: of the codes of its townships what stands behind the
   * county's. Fields that are empty at the end are left out; a slug is left out where it is
   * the usual one of the first township, a name where it is that township's with 司法所.
   */
  readonly offices: string;
}

/** `villages.json`: a line per office, in the order of the other file: `村 村 …|旧村 旧村 …`. */
export interface VillagesFile {
  readonly stamp: string;
  /** Characters that townships do not have. */
  readonly sounds: string;
  readonly villages: string;
}

/** `homophones.json`: how other common characters are read, in the same form; asked for when nothing was found. */
export interface HomophonesFile {
  readonly sounds: string;
}

/** Where the files stand below the base. */
export const FINDER_FILES = {
  townships: '/data/finder/townships.json',
  villages: '/data/finder/villages.json',
  homophones: '/data/finder/homophones.json',
} as const;

/** Nearly every village ends in 村 and every community in 社区: the one is left out, the other has a mark. */
const COMMUNITY = '+';
const WHOLE = '=';

/** A village's name as it stands in the file. */
export function packVillage(name: string): string {
  const said = name.replace(/\s/g, '');
  if (said.endsWith('社区')) return `${said.slice(0, -2)}${COMMUNITY}`;
  return said.endsWith('村') ? said.slice(0, -1) : `${said}${WHOLE}`;
}

/** A village's name from how it stands in the file. */
export function unpackVillage(packed: string): string {
  const head = packed.slice(0, -1);
  if (packed.endsWith(COMMUNITY)) return `${head}社区`;
  return packed.endsWith(WHOLE) ? head : `${packed}村`;
}

/** The box 查找司法所 over the city's real content, as a browser has it when all its files have come. */
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { ROOT } from '../../src/command/command.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { addVillages, decodeTownships } from '../../src/domain/finder/decode.ts';
import { find } from '../../src/domain/finder/find.ts';
import { labelOf, type FinderHit } from '../../src/domain/finder/found.ts';
import { findNear } from '../../src/domain/finder/near.ts';
import { parseSounds } from '../../src/domain/finder/sounds.ts';
import { townshipsFile, villagesFile } from '../../src/exports/finder.ts';
import { homophonesFile } from '../../src/exports/homophones.ts';
import { syllables } from '../../src/exports/pinyin.ts';
import { CONTENT_DAY } from './content.ts';

const loaded = loadContent(join(ROOT, 'content'), { today: CONTENT_DAY }).catalogue;
if (!loaded) throw new Error('the content has errors: npm run check');
export const catalogue = loaded;

export const files = {
  townships: townshipsFile(catalogue),
  villages: villagesFile(catalogue),
  homophones: homophonesFile(catalogue),
};

/** What a file weighs on its way through the net. */
export const weight = (file: object | string): number => gzipSync(JSON.stringify(file), { level: 9 }).length;

export const early = decodeTownships(files.townships);
export const index = addVillages(early, files.villages);
const more = parseSounds(files.homophones.sounds);

/** The answers to a typed text, as the box gives them. */
export function ask(text: string): FinderHit[] {
  const found = find(index, text);
  return found.length > 0 ? found : findNear(index, more, text);
}

/** The answers as the reader sees them. */
export const seen = (text: string): string[] => ask(text).map(labelOf);

/** True when one of the first answers leads to an office. */
export const leads = (text: string, id: string, within: number): boolean =>
  ask(text)
    .slice(0, within)
    .some(({ path }) => path === `/offices/${id}/`);

export const pinyinOf = (name: string): string[] => syllables(name, catalogue.readings?.readings);

const KIND = /(?:街道|镇|乡)$/;

/** The nine ways in which people type a township. */
export function formsOf(name: string, county: string): Record<string, string> {
  const short = name.replace(KIND, '');
  const all = pinyinOf(name);
  const own = pinyinOf(short);
  const [first = '', ...others] = [...short];
  const half = others.map((_, at) => pinyinOf(short)[at + 1] ?? '').join('');
  return {
    'full name': name,
    'short name': short,
    'name and 司法所': `${short}司法所`,
    'county, township, 司法所': `${county}${name}司法所`,
    'full pinyin': all.join(''),
    'pinyin without the kind': own.join(''),
    initials: all.map((syllable) => syllable[0]).join(''),
    mixed: `${first}${half}`,
    'half-typed': own.join('').slice(0, -1),
  };
}

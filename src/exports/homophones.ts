/** `data/finder/homophones.json`: how the common characters are read that occur in no name of the city. */
import type { Catalogue } from '../catalogue/types.ts';
import type { HomophonesFile } from '../domain/finder/files.ts';
import { formatSounds, parseSounds } from '../domain/finder/sounds.ts';
import { soundsOfTownships, soundsOfVillages } from './finder.ts';
import { syllables } from './pinyin.ts';

/** The 3755 characters of level 1 of GB 2312, the ones in daily use: rows 16 to 55, 94 to a row, the last of 89. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const cells = Array.from({ length: 40 * 94 - 5 }, (_, at) => [
    0xb0 + Math.floor(at / 94),
    0xa1 + (at % 94),
  ]);
  return [...decoder.decode(Uint8Array.from(cells.flat()))];
}

/** For places and guides that are asked for by how their names sound. */
export function homophonesFile(catalogue: Catalogue): HomophonesFile {
  const known = [soundsOfTownships, soundsOfVillages].map((soundsOf) => parseSounds(soundsOf(catalogue)));
  const others = commonCharacters().filter((one) => !known.some((sounds) => sounds.has(one)));
  return { sounds: formatSounds(new Map(others.map((one) => [one, syllables(one).slice(0, 1)]))) };
}

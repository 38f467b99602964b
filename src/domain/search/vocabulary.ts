import type { FinderIndex } from '../finder/places.ts';
import { bareTownship } from './names.ts';
import type { Vocabulary } from './planner.ts';
import { listOf, type InstantIndex } from './types.ts';

/** Terms of the trade that are looked up whole. */
const TERMS = listOf(
  '法律援助 社区矫正 人民调解 人民调解员 人民陪审员 人民监督员 安置帮教 司法确认 行政复议 司法鉴定 行政执法 法律顾问 法治宣传 法律咨询 司法所 司法局 刑满释放 交通事故 调解协议 宅基地 土地承包',
);

/** The words that the planner keeps whole and what it looks for instead, from the instant index and the places. */
export function vocabularyOf(index: InstantIndex, places?: FinderIndex): Vocabulary {
  const synonyms = new Map<string, readonly string[]>();
  for (const { say, official } of index.words)
    for (const word of listOf(say)) if (official) synonyms.set(word, listOf(official));
  return {
    pages: index.pages,
    synonyms,
    words: [
      ...TERMS,
      ...index.guides.flatMap(({ also }) => listOf(also)),
      ...index.words.flatMap(({ official }) => listOf(official)),
      ...(places?.counties.map(({ name }) => name) ?? []),
      ...(places?.offices.flatMap(({ townships }) => [...townships, ...townships.map(bareTownship)]) ?? []),
    ],
  };
}

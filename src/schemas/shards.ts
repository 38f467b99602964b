/** The shape of the files that a region takes from its cities: others made them, so nothing is taken on trust. */
import { z } from 'zod';
import { SEARCH_KINDS } from '../domain/search/types.ts';
import { text } from './text.ts';

const short = text().max(200);
/** A path below a site's base, perhaps with an anchor. */
const within = text().regex(/^\/(?:[\w-]+\/)*(?:#[\w-]+)?$/);

/** Names of places, telephones, marks between them: nothing of HTML. */
const names = text()
  .max(3_000_000)
  .regex(/^[^<>"]*$/);

/** The two files behind a city's box 查找司法所. */
export const finderFiles = {
  townships: z.strictObject({
    stamp: short,
    city: text().max(20),
    sounds: text().max(500_000),
    misspelt: z.record(text().max(30), z.array(text().max(30)).max(20)),
    offices: names,
  }),
  villages: z.strictObject({
    stamp: short,
    sounds: text().max(500_000),
    villages: names,
  }),
};

/** `data/search/instant.json`. */
export const instantFile = z.strictObject({
  pages: z.number().int().min(0),
  guides: z
    .array(
      z.strictObject({
        path: within,
        title: short,
        kind: z.enum(SEARCH_KINDS),
        text: text().max(1000),
        also: text().max(4000).optional(),
        letters: text().max(4000).optional(),
      }),
    )
    .max(2000),
  words: z
    .array(
      z.strictObject({
        say: text().max(2000),
        official: text().max(2000).optional(),
        to: z.array(z.number().int().min(-1)).max(100),
      }),
    )
    .max(5000),
});

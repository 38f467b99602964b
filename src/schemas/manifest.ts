import { z } from 'zod';
import { date, line, slug, webAddress } from './primitives.ts';
import { text } from './text.ts';

const count = z.number().int().min(0).max(10_000_000);
const digest = text().regex(/^sha256:[0-9a-f]{64}$/, '不是 sha256 摘要');
const instant = text().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, '不是时刻');

/** An address below the site's root: no host, no way out of it. */
const below = text().regex(/^(?:[\w-]+(?:\.[\w-]+)*\/)*[\w-]+(?:\.[\w-]+)*$/, '不是站内地址');

/** A file that a region takes from the city. */
const file = z.strictObject({ path: below, bytes: count, digest });

/** How many cells of the disclosure are in which state. */
export const tallyOf = <N extends z.ZodNumber>(count: N) =>
  z.strictObject({
    published: count,
    stale: count,
    missing: count,
    'not-applicable': count,
    inherited: count,
    unverified: count,
  });
const tally = tallyOf(count);

const county = z.strictObject({
  slug,
  code: text().regex(/^\d{6}$/, '应为 6 位数字'),
  name: line(30),
  shortName: line(20),
  offices: count,
  disclosure: tally,
});

/** `manifest.json`: what a city's build says of itself to the regions above it. */
export const manifest = z.strictObject({
  manifestVersion: z.literal(1),
  /** The version of the program. */
  program: line(20),
  city: z.strictObject({
    code: text().regex(/^\d{4}(?:\d{2})?$/, '应为 4 位或 6 位数字'),
    name: line(20),
    title: line(40),
    publisher: line(40),
  }),
  /** Where the site is, with its base; absent where the build did not know. */
  url: webAddress.optional(),
  /** The instant that it was built for: what is older than one that was seen is a copy of old. */
  builtFor: instant,
  counts: z.strictObject({
    counties: count,
    offices: count,
    closed: count,
    communities: count,
    guides: count,
    notices: count,
    pages: count,
    quarantined: count,
  }),
  fresh: z.strictObject({
    /** Groups of facts whose day of verification is over, or that never had one. */
    unverified: count,
    /** The newest notice; absent where there is none. */
    notice: date.optional(),
  }),
  /** Where the middle of its county seats lies. */
  seat: z.strictObject({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }).optional(),
  disclosure: z.strictObject({ items: count, counts: tally }),
  counties: z.array(county).max(200),
  finder: z.strictObject({ townships: file, villages: file }),
  search: z.strictObject({ instant: file }),
  /** By the office's id: the digest of its data file. */
  offices: z.record(text().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/), text().regex(/^[0-9a-f]{16}$/)),
  /** How many notices speak of a pair of characters in title or summary. */
  terms: z.record(text().min(1).max(40), count),
  /** Over everything above, in this order of fields. */
  checksum: digest,
  /** Of the release, by whoever signs it. */
  signature: text().max(2000).optional(),
});

export type Manifest = z.infer<typeof manifest>;
export type ManifestTally = z.infer<typeof tally>;

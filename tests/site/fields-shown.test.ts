/** What somebody has written into a field can be read somewhere: no field of the content is for nothing. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { inWords, dayInWords } from '../../src/domain/date-words.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { ROOT } from '../../src/command/command.ts';
import { KINDS, type KindName } from '../../src/kinds.ts';
import { CONTENT_DAY } from '../helpers/content.ts';
import { DIST, readSite } from '../helpers/dist.ts';
import { placesIn } from '../helpers/schema-values.ts';

const { contents } = loadContent(join(ROOT, 'content'), { today: CONTENT_DAY });
const entriesOf = (kind: KindName) => contents?.of(kind) ?? [];
const shown = readSite(DIST)
  .pages.map(({ html }) => html)
  .join('\n');

/** What the program works by and readers see in other words, or only see the effect of; each with the reason. */
const BEHIND: readonly (readonly [RegExp, string])[] = [
  [/^site\.city\.areaCode$/, 'completes numbers that clerks type'],
  [/^site\.intervals\./, 'how long a fact counts as checked: shown as 待核实'],
  [/^calendar\.lunarMonths/, 'reckons market days'],
  [/^\w+\.(?:\w+\.)*crs$/, 'a position is shown in the one system of the map'],
  [/^(?:county|divisions)\.(?:\w+(?:\[\])?\.)*code$/, 'joins records; in the files for others'],
  [/^office\.serves/, 'joins records; shown by the name of the place'],
  [/^county\.(?:former|bureau\.address|bureau\.phones|localHolidays)/, 'only the made-up county has it yet'],
  [/\.(?:need|calendar|level)$/, 'a choice, shown in words'],
  [/^office\.hours\.marketDays\.sessions/, 'shown as 8:00—11:00 on the days that it holds for'],
  [/^whereabouts\./, 'shown for the days it holds for: the built pages are of another week'],
  [/^staff\.people\[\]\.photo$/, 'a picture, published under another name'],
  [/^service\.limits\[\]\.id$/, 'names a limit within its guide'],
  [
    /^adaptation\.(?:adapts|above\.)/,
    'the text above as it was when the local one was written: for who looks after it',
  ],
];

/** Kinds whose records are lists for the program: what they do is tested where it is done. */
const LISTS = new Set<KindName>([
  'redirects',
  'privacyAllow',
  'owners',
  'boundaries',
  'triage',
  'synonyms',
  'ownWords',
  'readings',
]);

/** Every text, number and choice below a value, by the path of its field. */
function* leaves(value: unknown, path: string): Generator<readonly [string, string]> {
  if (Array.isArray(value)) for (const one of value) yield* leaves(one, `${path}[]`);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) yield* leaves(inner, path ? `${path}.${name}` : name);
  else yield [path, String(value)];
}

/** The ways in which a value is written on pages. */
const writings = (text: string): string[] => [
  text,
  ...(/^\d{4}-\d{2}-\d{2}$/.test(text) ? [inWords(text)] : []),
  ...(/^\d{2}-\d{2}$/.test(text) ? [dayInWords(text)] : []),
  // Numbers and hotlines within a sentence are tapped: a link stands around them.
  ...text.split(/[^\p{Script=Han}，、]+/u).filter((part) => part.length > 5),
  ...(/^\d{4}-\d{2}$/.test(text) ? [`${text.slice(0, 4)}年${Number(text.slice(5))}月`] : []),
];

const isShown = (text: string) => writings(text).some((one) => shown.includes(one));

it.each((Object.keys(KINDS) as KindName[]).filter((kind) => !LISTS.has(kind)))(
  'every field of %s is shown to readers',
  (kind) => {
    const values = new Map<string, Set<string>>();
    for (const { raw } of entriesOf(kind))
      for (const [path, text] of leaves(raw, '')) values.set(path, (values.get(path) ?? new Set()).add(text));
    const unseen = [...values].filter(([path, texts]) => {
      if (BEHIND.some(([pattern]) => pattern.test(`${kind}.${path}`))) return false;
      // A yes or no is shown in words of its own.
      if ([...texts].every((text) => /^(?:true|false)$/.test(text))) return false;
      const longest = [...texts].toSorted((a, b) => b.length - a.length).slice(0, 5);
      return !longest.some(isShown);
    });
    expect(unseen.map(([path, texts]) => `${kind}.${path}: ${[...texts][0]}`)).toEqual([]);
  },
);

/** Fields that no text here needs; that they are shown is tested with content that has them. */
const UNUSED: readonly (readonly [RegExp, string])[] = [
  [/^site\./, 'what a city may set'],
  [/^(?:standards|progress)\./, 'only a bureau knows them'],
  [/^withdrawn\./, 'nothing was taken down here'],
  [/^rule\.confirmedBy$/, 'no bureau has confirmed one yet'],
  [
    /^law\.(?:successor|intervalDays|articles\[\]\.edition)$/,
    'of laws that were repealed, or are read more often',
  ],
  [/\.looked$/, 'read again and left as it was'],
  [/^(?:county|office)?[aA]daptation\./, 'the elements of guides, in the words of a place'],
];

/** The fields as declared that hold a value in some content; shared ones hold it for every kind. */
const used = new Set<z.ZodType>();
for (const kind of Object.keys(KINDS) as KindName[]) {
  const written = new Set(entriesOf(kind).flatMap(({ raw }) => [...leaves(raw, kind)].map(([path]) => path)));
  for (const [path, field] of placesIn(KINDS[kind].schema, kind)) if (written.has(path)) used.add(field);
}

it.each((Object.keys(KINDS) as KindName[]).filter((kind) => !LISTS.has(kind)))(
  'every field that %s may have is in some content, a sample at least, so that it is seen whether it is shown',
  (kind) => {
    const unused = [...placesIn(KINDS[kind].schema, kind)].flatMap(([path, field]) =>
      used.has(field) || UNUSED.some(([pattern]) => pattern.test(path)) ? [] : [path],
    );
    expect(unused).toEqual([]);
  },
);

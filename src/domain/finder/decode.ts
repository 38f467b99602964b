import type { TownshipsFile, VillagesFile } from './files.ts';
import { unpackVillage } from './files.ts';
import { placesOf, wordOf } from './places.ts';
import type { FinderCounty, FinderIndex, FinderOffice, FinderPlace } from './places.ts';
import { joinSounds, parseSounds, type Sounds, usualSlug } from './sounds.ts';

/** A line's fields, each a list. */
const fieldsOf = (row: string): string[][] => row.split('|').map((field) => field.split(',').filter(Boolean));

interface Row {
  readonly office: FinderOffice;
  readonly townships: readonly string[];
  readonly former: readonly string[];
  readonly phones: readonly string[];
  /** Division codes in full, and the postcode. */
  readonly codes: readonly string[];
}

function readOffice(row: string, county: FinderCounty, code: string, sounds: Sounds): Row {
  const [[head = ''] = [], townships = [], former = [], phones = [], within = [], post = []] = fieldsOf(row);
  const [unusual, name = `${townships[0]}司法所`] = head.split(' ');
  const slug = unusual || usualSlug(townships[0] ?? '', sounds);
  const all = [...townships, ...former];
  const heads = [county.name, ...county.also, ...all].map(([first]) => first).join('');
  const office = { id: `${county.slug}/${slug}`, name, townships: all, heads, county };
  const codes = [...within.map((rest) => code + rest), ...post];
  return { office, townships, former, phones, codes };
}

function readCounty(
  block: string,
  { misspelt, sounds }: Pick<FinderIndex, 'misspelt' | 'sounds'>,
): { county: FinderCounty; code: string; rows: readonly Row[] } {
  const [head = '', ...lines] = block.split('\n');
  const [slug = '', name = '', code = ''] = head.split(' ');
  const offices: FinderOffice[] = [];
  const county = { slug, name, also: misspelt[name] ?? [], offices };
  const rows = lines.map((line) => readOffice(line, county, code, sounds));
  offices.push(...rows.map(({ office }) => office));
  return { county, code, rows };
}

/** The index of townships, their former names and the counties. */
export function decodeTownships(file: TownshipsFile): FinderIndex {
  const known = { sounds: parseSounds(file.sounds), misspelt: file.misspelt };
  const blocks = file.offices.split('\n\n').map((block) => readCounty(block, known));
  const rows = blocks.flatMap((block) => block.rows);
  const places = blocks.flatMap(({ county, code, rows: own }): FinderPlace[] => [
    ...placesOf(known, { kind: 'county', county }, [county.name]),
    ...placesOf(known, { kind: 'code', county }, code ? [code] : []),
    ...own.flatMap(({ office, townships, former, phones, codes }) => [
      ...placesOf(known, { kind: 'township', county, office }, townships),
      ...placesOf(known, { kind: 'former', county, office }, former),
      ...placesOf(known, { kind: 'phone', county, office }, phones),
      ...placesOf(known, { kind: 'code', county, office }, codes),
    ]),
  ]);
  return {
    ...known,
    stamp: file.stamp,
    city: wordOf(file.city, known.sounds),
    counties: blocks.map(({ county }) => county),
    offices: rows.map(({ office }) => office),
    places,
  };
}

/** The index with villages and communities. Throws when the file is not of the same build. */
export function addVillages(index: FinderIndex, file: VillagesFile): FinderIndex {
  if (file.stamp !== index.stamp) throw new Error('villages of another build');
  const known = { sounds: joinSounds(index.sounds, parseSounds(file.sounds)), misspelt: index.misspelt };
  const places = file.villages.split('\n').flatMap((row, at): FinderPlace[] => {
    const office = index.offices[at];
    if (!office) return [];
    const [now = [], former = []] = row.split('|').map((part) => part.split(' ').filter(Boolean));
    const owner = { county: office.county, office };
    return [
      ...placesOf(known, { kind: 'village', ...owner }, now.map(unpackVillage)),
      ...placesOf(known, { kind: 'formerVillage', ...owner }, former.map(unpackVillage)),
    ];
  });
  return { ...index, sounds: known.sounds, places: [...index.places, ...places] };
}

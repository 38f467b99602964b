import type { Sounds } from './sounds.ts';

/** What a name that people type is the name of; the order is the order of their weight. */
const KINDS = [
  'township',
  'county',
  'misspelling',
  'former',
  'village',
  'formerVillage',
  'phone',
  'code',
] as const;
export type PlaceKind = (typeof KINDS)[number];

export interface FinderOffice {
  /** `qianwei/luocheng`. */
  readonly id: string;
  /** 罗城镇司法所 */
  readonly name: string;
  /** The names of the townships it serves, then those that were merged into them. */
  readonly townships: readonly string[];
  /** The first characters of its county and townships: what a full address may begin with. */
  readonly heads: string;
  readonly county: FinderCounty;
}

export interface FinderCounty {
  readonly slug: string;
  readonly name: string;
  /** What else people call it: its former names, and slips. */
  readonly also: readonly string[];
  readonly offices: readonly FinderOffice[];
}

/** A name cut into characters, ready to be compared. */
export interface Word {
  readonly name: string;
  readonly characters: readonly string[];
  /** The readings of each character. */
  readonly sounds: readonly (readonly string[])[];
  /** Where 镇, 街道, 村 begins: what people leave out. */
  readonly tail: number;
  /** With what a query must begin to be found in the name: its characters and their first letters. */
  readonly heads: string;
}

/** A name and where it leads: to an office, or to a county's list. */
export interface FinderPlace {
  readonly kind: PlaceKind;
  readonly word: Word;
  readonly county: FinderCounty;
  readonly office?: FinderOffice | undefined;
  /** For a misspelling, the right name. */
  readonly right?: string | undefined;
}

/** All that the box knows at a time; more is added when the villages arrive. */
export interface FinderIndex {
  readonly stamp: string;
  readonly city: Word;
  readonly counties: readonly FinderCounty[];
  /** In the order of the file. */
  readonly offices: readonly FinderOffice[];
  readonly places: readonly FinderPlace[];
  readonly sounds: Sounds;
  readonly misspelt: Readonly<Record<string, readonly string[]>>;
}

const TAIL = /(?:自治县|街道|社区|居委会|[市县区旗镇乡村])$/;

/** Cuts a name into characters with their readings. */
export function wordOf(name: string, sounds: Sounds): Word {
  const characters = [...name];
  const readings = characters.map((one) => sounds.get(one) ?? []);
  const tail = TAIL.exec(name)?.[0] ?? '';
  return {
    name,
    characters,
    sounds: readings,
    tail: characters.length - tail.length,
    heads: name + readings.map((own) => own.map((syllable) => syllable[0]).join('')).join(''),
  };
}

/** The places of some names of an office, and those that arise by misspelling them. */
export function placesOf(
  index: Pick<FinderIndex, 'sounds' | 'misspelt'>,
  owner: Pick<FinderPlace, 'kind' | 'county' | 'office'>,
  names: readonly string[],
): FinderPlace[] {
  const said = names.join();
  const wrongs = Object.entries(index.misspelt).filter(([right]) => said.includes(right));
  return names.flatMap((name) => {
    const slips = wrongs.flatMap(([right, forms]) =>
      name.includes(right) ? forms.map((form) => name.replace(right, form)) : [],
    );
    return [
      { ...owner, word: wordOf(name, index.sounds) },
      ...slips.map((slip): FinderPlace => ({
        ...owner,
        kind: 'misspelling',
        word: wordOf(slip, index.sounds),
        right: name,
      })),
    ];
  });
}

import type { AdaptationRecord, GuideElement } from '../schemas/adaptation.ts';
import type { ServiceRecord } from '../schemas/service.ts';

/** Who writes a text over another, from the widest to the narrowest. The nation writes the guides themselves. */
export const TEXT_LEVELS = ['province', 'city', 'county', 'office'] as const;
type TextLevel = (typeof TEXT_LEVELS)[number];

/** Where an adaptation holds. */
export interface TextPlace {
  readonly level: TextLevel;
  readonly county?: string | undefined;
  /** `county/office` */
  readonly office?: string | undefined;
}

export interface Adapting {
  readonly file: string;
  readonly place: TextPlace;
  readonly data: AdaptationRecord;
}

/** One element as one place gives it, beside what stands above it now and what stood there when it was written. */
export interface Adapted {
  readonly file: string;
  readonly place: TextPlace;
  readonly guide: string;
  readonly element: GuideElement;
  readonly here: unknown;
  readonly above: unknown;
  /** Undefined where its author did not write it down, or nothing stood there. */
  readonly was: unknown;
  /** The text above is another than the one it was written over: somebody has to look at it again. */
  readonly moved: boolean;
  readonly source: string;
  readonly updated: string;
}

/** The guide that an adaptation is of, and the date of the text above. */
export function adaptedText({ adapts }: Pick<AdaptationRecord, 'adapts'>) {
  const [guide = '', edition = ''] = adapts.split('@');
  return { guide, edition };
}

/** Whether one place lies in another: an office in its county, both in the city. */
const holdsAt = (wide: TextPlace, narrow: TextPlace): boolean =>
  wide.level === 'province' ||
  wide.level === 'city' ||
  (wide.level === 'county' ? wide.county === narrow.county : wide.office === narrow.office);

const rank = ({ level }: TextPlace) => TEXT_LEVELS.indexOf(level);

/** The adaptations of a guide that hold above a place, the widest first. */
export const chainAbove = (guide: string, place: TextPlace, all: readonly Adapting[]): Adapting[] =>
  all
    .filter(
      (one) =>
        adaptedText(one.data).guide === guide && rank(one.place) < rank(place) && holdsAt(one.place, place),
    )
    .toSorted((a, b) => rank(a.place) - rank(b.place));

/** Whether an element reads the same in two texts. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The elements that an adaptation gives. */
export const elementsOf = (data: AdaptationRecord, names: readonly GuideElement[]): GuideElement[] =>
  names.filter((name) => data[name] !== undefined);

/** A guide with the elements that the texts of a chain give in place of its own, the last one winning. */
export function adaptedGuide(
  guide: ServiceRecord,
  chain: readonly Adapting[],
  names: readonly GuideElement[],
): ServiceRecord {
  const given = chain.map(({ data }) =>
    Object.fromEntries(elementsOf(data, names).map((name) => [name, data[name]])),
  );
  return Object.assign({}, guide, ...given) as ServiceRecord;
}

/** Each element of an adaptation, held against the text above as it is now. Nothing is taken away or put over it here. */
export function compareAdaptation(
  { file, place, data }: Adapting,
  above: ServiceRecord,
  names: readonly GuideElement[],
): Adapted[] {
  return elementsOf(data, names).map((element) => ({
    file,
    place,
    guide: adaptedText(data).guide,
    element,
    here: data[element],
    above: above[element],
    was: data.above[element],
    moved: !same(data.above[element], above[element]),
    source: data.source,
    updated: data.updated,
  }));
}

import type { Catalogue, Guide, Office } from '../catalogue/types.ts';
import {
  adaptedGuide,
  adaptedText,
  chainAbove,
  compareAdaptation,
  same,
  TEXT_LEVELS,
  type Adapted,
  type TextPlace,
} from '../domain/adaptations.ts';
import { elementLines } from '../domain/element-words.ts';
import { paths } from '../domain/urls.ts';
import { ELEMENT_NAMES, ELEMENTS } from '../schemas/adaptation.ts';
import { SAMPLES } from '../domain/samples.ts';
import { attachmentsView } from './attachments.ts';
import { versionsView } from './versions.ts';

/** What a place is called, and its page where it has one. */
function placeName({ level, county, office }: TextPlace, catalogue: Catalogue) {
  if (level === 'province') return { name: '全省' };
  if (level === 'city') return { name: catalogue.site.city.name };
  if (level === 'county') {
    const name = catalogue.counties.find(({ slug }) => slug === county)?.record.name;
    return { name: name ?? county ?? '', path: paths.county(county ?? '') };
  }
  const name = catalogue.offices.find(({ id }) => id === office)?.record.name;
  return { name: name ?? office ?? '', path: paths.office(office ?? '') };
}

/** The elements of one local text, held against the text above it. */
function comparedText(
  text: Catalogue['adaptations'][number],
  { services, adaptations }: Catalogue,
): Adapted[] {
  const { guide: slug } = adaptedText(text.data);
  const guide = services.find((one) => one.slug === slug);
  if (!guide) return [];
  const above = adaptedGuide(guide.original, chainAbove(slug, text.place, adaptations), ELEMENT_NAMES);
  return compareAdaptation(text, above, ELEMENT_NAMES);
}

const elementView = ({ element, here, above, was, moved }: Adapted) => ({
  title: ELEMENTS[element],
  lines: elementLines(here),
  moved,
  above: elementLines(above),
  was: elementLines(was),
});

/** The elements of one local text; those that the guide has taken over are named, and not said again. */
function elementsView(compared: readonly Adapted[], { data }: Guide) {
  const isTaken = ({ element, here, moved }: Adapted) => !moved && same(here, data[element]);
  return {
    taken: compared.filter(isTaken).map(({ element }) => ELEMENTS[element]),
    elements: compared.filter((one) => !isTaken(one)).map(elementView),
  };
}

/** Everything that places say otherwise in a guide, the widest place first; samples stand apart. */
export function localTexts(guide: Guide, catalogue: Catalogue) {
  const { slug } = guide;
  return catalogue.adaptations
    .filter(({ data, place }) => adaptedText(data).guide === slug && place.county !== SAMPLES)
    .toSorted((a, b) => TEXT_LEVELS.indexOf(a.place.level) - TEXT_LEVELS.indexOf(b.place.level))
    .map((text) => ({
      ...placeName(text.place, catalogue),
      source: text.data.source,
      updated: text.data.updated,
      html: text.html,
      versions: versionsView(text.data.versions, catalogue.site),
      ...attachmentsView(text.attachments),
      ...elementsView(comparedText(text, catalogue), guide),
    }));
}

export type LocalTextView = ReturnType<typeof localTexts>[number];

/** What the county and the office itself say otherwise in a guide, as lines for the office's page. */
export function localTextLines(office: Office, slug: string, catalogue: Catalogue): string[] {
  const own = catalogue.adaptations.filter(
    ({ data, place }) =>
      adaptedText(data).guide === slug &&
      (place.level === 'office' ? place.office === office.id : place.county === office.county.slug),
  );
  return own.flatMap((text) =>
    comparedText(text, catalogue).map(({ element, here, moved }) => {
      const told = `${ELEMENTS[element]}：${elementLines(here).join('；')}`;
      return moved ? `${told}（上面的文本改了，正在复核）` : told;
    }),
  );
}

/** Every element of every place over which the text has moved, for those who keep the content up. */
export const movedTexts = (catalogue: Catalogue): Adapted[] =>
  catalogue.adaptations.flatMap((text) => comparedText(text, catalogue)).filter(({ moved }) => moved);

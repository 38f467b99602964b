/** The past of every office as it may be told today: made once for a build, for pages, feeds and data alike. */
import type { Catalogue, Office } from '../../catalogue/types.ts';
import { adaptedText } from '../../domain/adaptations.ts';
import { type History, idsIn, leftOf, pastOf, type OfficeFiles } from '../../domain/history.ts';
import { unrepeated } from '../../domain/privacy/unrepeated.ts';
import { paths } from '../../domain/urls.ts';
import { noticePath } from '../notices.ts';
import { type Line, linesOf, type Present } from './lines.ts';
import type { Names } from './facts.ts';

/** A release, or what was not released yet, with what it changed in one office. */
export interface Told {
  readonly date?: string | undefined;
  readonly lines: readonly Line[];
  readonly after: OfficeFiles | undefined;
}

export interface OfficePast {
  readonly since?: string | undefined;
  readonly first?: OfficeFiles | undefined;
  /** Oldest first. */
  readonly releases: readonly Told[];
  /** False for a text that is not to be told of that past. */
  readonly mayTell: (text: string) => boolean;
}

const made = new WeakMap<
  History,
  { readonly of: Catalogue; readonly pasts: ReadonlyMap<string, OfficePast> }
>();

/** By id, offices that are no longer there too. */
export function pastsOf(catalogue: Catalogue, history: History): ReadonlyMap<string, OfficePast> {
  const known = made.get(history);
  if (known?.of === catalogue) return known.pasts;
  const pasts = tellAll(catalogue, history);
  made.set(history, { of: catalogue, pasts });
  return pasts;
}

function tellAll(catalogue: Catalogue, history: History): Map<string, OfficePast> {
  const names = namesOf(catalogue);
  const offices = new Map(catalogue.offices.map((one) => [one.id, one]));
  const withdrawn = new Set(catalogue.withdrawn.flatMap(({ url, mention }) => (mention ? [] : [url])));
  const known = new Map<string, boolean>();
  const isImpersonal = (text: string) => {
    const isFine = known.get(text) ?? unrepeated(text) === text;
    known.set(text, isFine);
    return isFine;
  };
  return new Map(
    idsIn(history).map((id) => {
      const staff = offices.get(id)?.staff?.people.map(({ name }) => name) ?? [];
      const left = leftOf(history, id, staff);
      const mayTell = (text: string) => isImpersonal(text) && !left.some((name) => text.includes(name));
      const { since, first, steps } = pastOf(history, id, paths.history(id), catalogue.withdrawn);
      const present: Present = {
        ...names,
        mayTell,
        showStandards: catalogue.site.features.standards,
        text: textsOf(offices.get(id), catalogue),
        isWithdrawn: (file) => withdrawn.has(`${paths.office(id)}${file.replace(/\.md$/, '/')}`),
      };
      const releases = steps.map((step) => ({
        date: step.date,
        lines: linesOf(step, present),
        after: step.after,
      }));
      return [id, { since, first, releases, mayTell }];
    }),
  );
}

function namesOf({ counties, offices, services }: Catalogue): Names {
  const townships = counties.flatMap((county) => county.townships);
  const divisions = new Map(
    [...townships, ...townships.flatMap(({ communities }) => communities)].map(({ record }) => [
      record.code,
      record.name,
    ]),
  );
  const names = new Map(offices.map(({ id, record }) => [id, record.name]));
  const titles = new Map(services.map(({ slug, data }) => [slug, data.title]));
  return {
    division: (code) => divisions.get(code) ?? `代码${code}`,
    office: (id) => names.get(id) ?? '另一个司法所',
    service: (slug) => titles.get(slug),
  };
}

/** The notices and local texts of an office as they are today. */
function textsOf(office: Office | undefined, { adaptations, services }: Catalogue): Present['text'] {
  if (!office) return () => undefined;
  const folder = `offices/${office.id}/`;
  const guides = new Map(services.map((guide) => [guide.slug, guide.data.title]));
  const own = adaptations.filter(({ place }) => place.level === 'office' && place.office === office.id);
  const texts = new Map([
    ...office.notices.map(
      (one) => [one.file, { title: one.data.title, path: noticePath(one, office) }] as const,
    ),
    ...own.flatMap(({ file, data }) => {
      const { guide } = adaptedText(data);
      const title = guides.get(guide);
      return title === undefined ? [] : [[file, { title, path: paths.service(guide) }] as const];
    }),
  ]);
  return (file) => texts.get(folder + file);
}

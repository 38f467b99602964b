/** Where the page of each kind of content is: apart from the table of kinds, since forms in browsers ask only this. */
import { SAMPLES } from './samples.ts';
import { paths } from './urls.ts';

/** What stood in place of `<county>`, `<office>`, `<slug>` … in a file's path. */
export type Names = Readonly<Record<string, string>>;

const slugOf = (names: Names) => names['slug'] ?? '';
const idOf = (names: Names) => `${names['county']}/${names['office']}`;
const datedOf = (names: Names) => `${names['date']}-${names['slug']}`;

export const ADDRESSES = {
  county: ({ county: slug = '' }) => (slug === SAMPLES ? paths.samples : paths.county(slug)),
  office: (names) => paths.office(idOf(names)),
  officeNotice: (names) => paths.notice(idOf(names), datedOf(names)),
  notice: (names) => paths.cityNotice(datedOf(names)),
  functionPage: (names) => paths.func(slugOf(names)),
  service: (names) => paths.service(slugOf(names)),
  rule: (names) => paths.rule(slugOf(names)),
  law: (names) => paths.law(slugOf(names)),
  page: (names) => `/${slugOf(names)}/`,
} as const satisfies Readonly<Record<string, (names: Names) => string>>;

/** The page of what stands at some names; undefined for kinds that have none of their own. */
export const addressOf = (kind: string, names: Names): string | undefined =>
  Object.hasOwn(ADDRESSES, kind) ? ADDRESSES[kind as keyof typeof ADDRESSES](names) : undefined;

/** The paths of pages: what the collections list, joined to the linked catalogue. */
import { type CollectionKey, getCollection, getEntry, render } from 'astro:content';
import { catalogue } from '../catalogue/current.ts';
import type { Notice, Office } from '../catalogue/types.ts';
import { goesByCounty } from '../domain/by-county.ts';
import type { ListedKind } from '../kinds.ts';
import { textsOf } from '../domain/texts.ts';
import { listOf } from '../views/texts.ts';

/** The items that a collection lists, by the ids that both know them by, in the catalogue's order. */
async function listed<T>(name: CollectionKey, items: readonly T[], idOf: (item: T) => string): Promise<T[]> {
  const ids = new Set((await getCollection(name)).map(({ id }) => id));
  return items.filter((item) => ids.has(idOf(item)));
}

const officesOf = (sample: boolean) =>
  listed('offices', sample ? catalogue().samples : catalogue().offices, ({ id }) => id);

const paramsOf = ({ sample, county, slug }: Office) => ({
  ...(!sample && { county: county.slug }),
  office: slug,
});

/** A page for each office, real or fictional. */
export const officePaths = async ({ sample = false } = {}) =>
  (await officesOf(sample)).map((office) => ({ params: paramsOf(office), props: { office } }));

/** Pages within each office: `parts` names them by the rest of their parameters, with what they are handed. */
export const pathsInOffices = async <P extends object, R extends object>(
  parts: (office: Office) => readonly { readonly params: P; readonly props: R }[],
  { sample = false } = {},
) =>
  (await officesOf(sample)).flatMap((office) =>
    parts(office).map(({ params, props }) => ({
      params: { ...paramsOf(office), ...params },
      props: { office, ...props },
    })),
  );

/** A page for each notice of each office. */
export async function officeNoticePaths({ sample = false } = {}) {
  const ids = new Set((await getCollection('officeNotices')).map(({ id }) => id));
  const own = (office: Office) => office.notices.filter(({ slug }) => ids.has(`${office.id}/${slug}`));
  return pathsInOffices(
    (office) => own(office).map((notice: Notice) => ({ params: { slug: notice.slug }, props: { notice } })),
    { sample },
  );
}

/** A page for each notice of the whole city. */
export const cityNoticePaths = async () =>
  (await listed('notices', catalogue().notices, ({ slug }) => slug)).map((notice) => ({
    params: { slug: notice.slug },
    props: { notice },
  }));

/** A page for each county. */
export const countyPaths = async () =>
  (await listed('counties', catalogue().counties, ({ slug }) => slug)).map((county) => ({
    params: { county: county.slug },
    props: { county },
  }));

/** The page of the whole city, and one for each county where the city goes by county: then the first holds totals. */
export async function cityAndCountyPaths() {
  const byCounty = goesByCounty(catalogue());
  const city = { params: { county: undefined }, props: { county: undefined, byCounty } };
  const own = byCounty ? await countyPaths() : [];
  return [city, ...own.map(({ params, props }) => ({ params, props: { ...props, byCounty: false } }))];
}

/** A page for each text of a kind that has a list. */
export const textPaths = async <K extends ListedKind>(kind: K) => {
  const { collection } = listOf(catalogue(), kind);
  const own = await listed(collection as CollectionKey, textsOf(catalogue().texts, kind), ({ slug }) => slug);
  return own.map((doc) => ({ params: { slug: doc.slug }, props: { doc } }));
};

/** The list of a kind, which is handed no text, and a page for each of its texts; nothing where there are none. */
export async function listPaths<K extends ListedKind>(kind: K) {
  const texts = await textPaths(kind);
  const list = { params: { slug: undefined }, props: { doc: undefined } };
  return texts.length > 0 ? [list, ...texts] : [];
}

/** A page for each law. */
export const lawPaths = async () =>
  (await listed('laws', catalogue().laws, ({ slug }) => slug)).map((law) => ({
    params: { slug: law.slug },
    props: { law },
  }));

/** The site's own pages. */
export const sitePagePaths = async () =>
  (await listed('pages', [...catalogue().pages.values()], ({ slug }) => slug)).map((doc) => ({
    params: { page: doc.slug },
    props: { doc },
  }));

/** The text of a guide or page, as Astro renders MDX. */
export async function textOf(name: 'services' | 'pages', slug: string) {
  const entry = await getEntry(name, slug);
  if (!entry) throw new Error(`no text ${name}/${slug}`);
  return render(entry);
}

/** What a city tells the regions above it: counts, freshness, disclosure, where its shards stand, a digest an office. */
import type { Catalogue, County } from '../catalogue/types.ts';
import { assessCatalogue, tally, type AssessedOffice } from '../domain/disclosure/assess.ts';
import { termsOf } from '../domain/search/tokens.ts';
import type { Manifest } from '../schemas/manifest.ts';

type Shard = Manifest['finder']['townships'];

/** What the release knows and the catalogue does not. */
interface ReleaseFacts {
  readonly program: string;
  readonly url: string | undefined;
  readonly pages: number;
  readonly now: Date;
  /** A file of the built site with its size and digest. */
  readonly shard: (path: string) => Shard;
  /** The digest of an office's data file. */
  readonly officeDigest: (id: string) => string;
  readonly sha256: (text: string) => string;
}

/** The text that the checksum is taken of: the manifest without it and without its signature. */
export const checkedText = ({
  checksum: _,
  signature: __,
  ...rest
}: Omit<Manifest, 'checksum'> & { checksum?: string }): string => JSON.stringify(rest);

/** The middle of the seats that are known. */
function seatOf(counties: readonly County[]): Manifest['seat'] {
  const seats = counties.flatMap(({ record }) => record.seat ?? []);
  const mean = (list: readonly number[]) =>
    Math.round((list.reduce((sum, one) => sum + one, 0) / list.length) * 100) / 100;
  return seats.length > 0
    ? { lon: mean(seats.map(({ lon }) => lon)), lat: mean(seats.map(({ lat }) => lat)) }
    : undefined;
}

/** How many notices speak of each pair of characters, in the order of the pairs. */
function termsIn({ notices, offices }: Catalogue): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { data } of [...notices, ...offices.flatMap((office) => office.notices)])
    for (const term of termsOf(`${data.title} ${data.summary ?? ''}`))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const tallyOf = (offices: readonly AssessedOffice[]) => tally(offices.flatMap(({ cells }) => cells));

function countsOf(catalogue: Catalogue, pages: number): Manifest['counts'] {
  const { counties, offices, notices, services } = catalogue;
  return {
    counties: counties.length,
    offices: offices.length,
    closed: offices.filter(({ record }) => record.status.state === 'closed').length,
    communities: counties.reduce(
      (sum, { townships }) => sum + townships.reduce((all, one) => all + one.communities.length, 0),
      0,
    ),
    guides: services.length,
    notices: notices.length + offices.reduce((sum, one) => sum + one.notices.length, 0),
    pages,
    quarantined: catalogue.quarantined.size,
  };
}

/** The manifest of a built city, with its checksum. */
export function manifestOf(catalogue: Catalogue, release: ReleaseFacts): Manifest {
  const { city, title, publisher } = catalogue.site;
  const assessed = assessCatalogue(catalogue, release.now);
  const counts = tallyOf(assessed.counties.flatMap(({ offices }) => offices));
  const published = [...catalogue.notices, ...catalogue.offices.flatMap(({ notices }) => notices)]
    .map(({ data }) => data.published)
    .toSorted()
    .at(-1);
  const seat = seatOf(catalogue.counties);
  const told: Omit<Manifest, 'checksum'> = {
    manifestVersion: 1,
    program: release.program,
    city: { code: city.code, name: city.name, title, publisher: publisher.name },
    ...(release.url && { url: release.url }),
    builtFor: release.now.toISOString(),
    counts: countsOf(catalogue, release.pages),
    fresh: { unverified: counts.unverified, ...(published && { notice: published }) },
    ...(seat && { seat }),
    disclosure: { items: assessed.items.length, counts },
    counties: assessed.counties.map(({ county: { slug, record }, offices }) => ({
      slug,
      code: record.code,
      name: record.name,
      shortName: record.shortName,
      offices: offices.length,
      disclosure: tallyOf(offices),
    })),
    finder: {
      townships: release.shard('data/finder/townships.json'),
      villages: release.shard('data/finder/villages.json'),
    },
    search: { instant: release.shard('data/search/instant.json') },
    offices: Object.fromEntries(catalogue.offices.map(({ id }) => [id, release.officeDigest(id)])),
    terms: termsIn(catalogue),
  };
  return { ...told, checksum: release.sha256(checkedText(told)) };
}

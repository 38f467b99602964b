/** What the check would say of a local text, with the guide and the texts above it. */
import { groupContents } from '../../../catalogue/contents.ts';
import type { Entry } from '../../../catalogue/entry.ts';
import { checkAdaptations } from '../../../catalogue/rules/adaptations.ts';
import type { Adapting, TextPlace } from '../../../domain/adaptations.ts';
import type { Problem } from '../../../domain/problems.ts';
import type { KindName } from '../../../kinds.ts';
import { adaptation } from '../../../schemas/adaptation.ts';
import { service, type ServiceRecord } from '../../../schemas/service.ts';
import { assess } from '../assess.ts';

/** Where a text is written, and where its file stands. */
export interface TextAt {
  readonly guide: string;
  readonly title: string;
  readonly place: TextPlace;
  /** In the repository. */
  readonly path: string;
  /** Below the content folder. */
  readonly file: string;
  readonly today: string;
  readonly publicRepository: boolean;
}

const KINDS: Readonly<Record<TextPlace['level'], KindName>> = {
  province: 'adaptation',
  city: 'adaptation',
  county: 'countyAdaptation',
  office: 'officeAdaptation',
};

function entryOf(
  kind: KindName,
  file: string,
  names: Entry['names'],
  schema: Entry['schema'],
  data: unknown,
): Entry {
  const rest = { notation: 'form', text: '', prose: undefined, locate: () => undefined } as const;
  return { kind, file, names, schema, raw: data, data, ...rest };
}

const namesOf = (guide: string, { county, office }: TextPlace): Record<string, string> => ({
  slug: guide,
  ...(county !== undefined && { county }),
  ...(office !== undefined && { office: office.split('/')[1] ?? '' }),
});

/** The problems of a text as it stands: its schema, the rules of every file, and those of texts over others. */
export function problemsOfText(
  at: TextAt,
  front: unknown,
  original: ServiceRecord,
  chain: readonly Adapting[],
): Problem[] {
  const { guide, place, file, today, publicRepository } = at;
  const kind = KINDS[place.level];
  const names = namesOf(guide, place);
  const found = assess([{ kind, schema: adaptation, file, names, value: front }], {
    today,
    publicRepository,
  });
  const parsed = adaptation.safeParse(front);
  if (!parsed.success) return found;
  const above = chain.map((one) =>
    entryOf(KINDS[one.place.level], one.file, namesOf(guide, one.place), adaptation, one.data),
  );
  const nation = entryOf('service', `services/${guide}.mdx`, { slug: guide }, service, original);
  const own = entryOf(kind, file, names, adaptation, parsed.data);
  const rules = checkAdaptations(groupContents([nation, ...above, own], today));
  const mine = rules.filter((one) => one.file === file);
  // What has moved is looked at in the form, not by a command.
  return [
    ...found,
    ...mine.map((one) => (one.kind === 'date' ? { ...one, remedy: '对照以后改好，或按“对照过了”' } : one)),
  ];
}

import { appointmentInWords } from '../domain/appointment-words.ts';
import { citationsIn } from '../domain/cited.ts';
import { lookedOn } from '../domain/law-watch.ts';
import { paths } from '../domain/urls.ts';
import type { Catalogue, Document, Guide } from '../catalogue/types.ts';
import type { FunctionRecord } from '../schemas/function.ts';
import type { ServiceRecord } from '../schemas/service.ts';
import { RULE_GROUPS } from '../schemas/rule.ts';
import { citationView, standingOf, type CitationStanding } from './citations.ts';
import { localTexts } from './adaptations.ts';
import { deadlineData } from './deadlines.ts';
import { basisNotes, quietLine } from './doubt.ts';
import { inLine, limitView, type LimitView } from './limits.ts';
import { brief, localLines } from './services.ts';

/** Everything that the page of one guide shows on a day. */
export function serviceView(doc: Guide, catalogue: Catalogue, today: string) {
  const { data } = doc;
  const standing = standingOf(data, catalogue, today);
  const limits = data.limits.map((limit) => limitView(limit, standing));
  const titles = new Map(catalogue.services.map((one) => [one.slug, one]));
  const own = ownLimits(limits, data);
  return {
    doc,
    limits: limits.map((one) => ({ ...one, marked: one.costly && !own.includes(one) })),
    deadlines: deadlineData(limits, catalogue.calendars),
    basis: basisView(data, standing),
    quiet: quietLine({
      confirm: data.confirm,
      open: openInWords(data, limits, standing),
      citations: citationsOf(data, standing),
    }),
    steps: data.steps.map((step) => ({
      ...step,
      limitText: limits.filter((one) => one.id === step.limit).map(({ text }) => text)[0],
    })),
    remedies: data.remedies.map((one) => ({
      text: one.text,
      cited: one.basis && citationView(one.basis, standing),
    })),
    offices: localOffices(doc.slug, catalogue),
    local: localTexts(doc, catalogue),
    related: data.related.flatMap((slug) => titles.get(slug) ?? []).map(brief),
    inOffice: data.kind === 'office',
    /** True where people in danger are led first: somebody near may look at the screen. */
    hide: catalogue.urgent.some(({ hide, services }) => hide && services?.[0] === doc.slug),
    bring: bringInWords(data),
    appointment: data.appointment && appointmentInWords(data.appointment),
    ownLimits: own.map((one) => ({ text: inLine(one), costly: one.costly })),
    howLong: howLongInWords(limits, data),
    required: data.materials.filter((one) => one.required),
    optional: data.materials.filter((one) => !one.required),
  };
}

/** Every citation of a page, wherever it stands. */
const citationsOf = (data: object, standing: CitationStanding) =>
  [...citationsIn(data)].map(({ citation }) => citationView(citation, standing));

/** What a page rests on, and behind it how that was checked. */
function basisView(
  data: Pick<ServiceRecord, 'basis' | 'sourceNotes' | 'looked'> & { updated?: string | undefined },
  standing: CitationStanding,
) {
  return {
    citations: data.basis.map((one) => citationView(one, standing)),
    notes: basisNotes(data.sourceNotes, citationsOf(data, standing), lookedOn(data)),
  };
}

export type BasisView = ReturnType<typeof basisView>;

/** What the facts of a guide leave open without costing the reader: the papers, and how long others take. */
function openInWords(
  { materials }: ServiceRecord,
  limits: readonly LimitView[],
  standing: CitationStanding,
): string[] {
  const unread = materials.some(
    ({ certainty, basis }) =>
      certainty === 'second-hand' || (basis && citationView(basis, standing).unchecked),
  );
  const unregulated = materials.some(({ certainty }) => certainty === 'unregulated');
  return [
    ...(unread ? ['材料和份数'] : unregulated ? ['材料（法律没有规定清单）'] : []),
    ...(limits.some(({ unchecked, costly }) => unchecked && !costly) ? ['办理要多久'] : []),
  ];
}

/** The real offices that differ from the city's guide, or that do not offer it, by name. */
function localOffices(slug: string, { offices }: Catalogue) {
  return offices.flatMap((office) => {
    const lines = localLines(office.record.serviceNotes?.find((note) => note.service === slug));
    return lines.length ? [{ name: office.record.name, path: paths.office(office.id), lines }] : [];
  });
}

/** In what form a paper is wanted: `原件，复印件1份`. */
export const formInWords = (one: ServiceRecord['materials'][number]): string =>
  [one.original && '原件', one.copies > 0 && `复印件${one.copies}份`, one.pledge && '可用书面承诺代替']
    .filter(Boolean)
    .join('，');

/** What a resident must bring, in one line. */
export const bringInWords = ({ materials }: ServiceRecord): string =>
  materials
    .filter((one) => one.required)
    .map((one) => one.name)
    .join('、') || '不用带材料';

/** What the resident must keep to, a line a limit: those that the steps name, the rest stands in the table. */
function ownLimits(limits: readonly LimitView[], { steps }: ServiceRecord): LimitView[] {
  const named = new Set(steps.map((step) => step.limit));
  return limits.filter(({ id, whose }) => whose === 'resident' && named.has(id));
}

/** How long those who handle it may take, a line a limit; or that none is known. */
function howLongInWords(limits: readonly LimitView[], { noLimitNote }: ServiceRecord): string[] {
  const theirs = limits.filter((limit) => limit.whose === 'agency');
  if (theirs.length) return theirs.map(inLine);
  return [noLimitNote ?? '法律没有写办理机关几天内要办好，交申请时问清楚。'];
}

export type ServiceView = ReturnType<typeof serviceView>;

/** What it means that an office shows the way, in the word that stands in titles. */
export const GUIDED = '标“引导”的由别的机构办，司法所帮您找对地方、说清怎么办。';

/** Guides in a list, split by whether the office does them itself or shows the way. */
export const serviceGroups = ({ services }: Catalogue) => [
  {
    title: '在司法所能办',
    about: undefined,
    items: services.filter((doc) => doc.data.kind === 'office').map(brief),
  },
  {
    title: '司法所帮您找对地方',
    about: GUIDED,
    items: services.filter((doc) => doc.data.kind === 'guide').map(brief),
  },
];

/** What a text of any kind may rest on, and the guides that it leads to. */
interface Grounded extends Pick<FunctionRecord, 'basis' | 'confirm' | 'sourceNotes' | 'looked' | 'updated'> {
  readonly services?: readonly string[] | undefined;
}

/** A line of work, a work system or an answer, with its guides and its basis. */
export function textView<R extends Grounded>(doc: Document<R>, catalogue: Catalogue, today: string) {
  const { data } = doc;
  const standing = standingOf(data, catalogue, today);
  return {
    doc,
    basis: basisView(data, standing),
    quiet: quietLine({ confirm: data.confirm, citations: citationsOf(data, standing) }),
    services: (data.services ?? [])
      .flatMap((slug) => catalogue.services.find((one) => one.slug === slug) ?? [])
      .map(brief),
  };
}

export type TextView<R extends Grounded = Grounded> = ReturnType<typeof textView<R>>;

/** The work systems by group, in the seed's order (二（四）4). */
export const ruleGroups = ({ rules }: Catalogue) =>
  (Object.keys(RULE_GROUPS) as (keyof typeof RULE_GROUPS)[]).map((key) => ({
    title: RULE_GROUPS[key],
    rules: rules.filter((doc) => doc.data.group === key),
  }));

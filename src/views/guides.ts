import { paths } from '../domain/urls.ts';
import type { Catalogue, Document } from '../catalogue/types.ts';
import type { CitationRecord } from '../schemas/law.ts';
import type { FunctionRecord } from '../schemas/function.ts';
import type { LimitRecord } from '../schemas/limit.ts';
import type { ServiceRecord } from '../schemas/service.ts';
import { RULE_GROUPS, type RuleGroup, type RuleRecord } from '../schemas/rule.ts';
import { deadlineData } from './deadlines.ts';
import { brief, localLines, type ServiceDocument } from './services.ts';

/** A citation as people read it: the law's name, its articles, and whether somebody checked them. */
export function citationView(citation: CitationRecord, { laws }: Catalogue) {
  const law = laws.find((one) => one.slug === citation.law);
  const unchecked = citation.articles.some(
    (name) => law?.record.articles.find((one) => one.article === name)?.certainty === 'unverified',
  );
  return {
    slug: citation.law,
    name: law?.record.name ?? citation.law,
    shortName: law?.record.shortName ?? citation.law,
    articles: citation.articles,
    note: citation.note,
    unchecked: unchecked || law?.record.status !== 'in-force',
  };
}

export type CitationView = ReturnType<typeof citationView>;

const WORDS = { within: '内', before: '前', atMost: '以内' } as const;

/** A time limit as a sentence's parts: `收到申请后7日内`. Working days are said as such. */
export function limitInWords(limit: LimitRecord): string {
  const span = `${limit.value}${limit.unit === '月' ? '个月' : limit.unit === '工作日' ? '个工作日' : limit.unit}`;
  if (limit.direction === 'before') return `${limit.from}${span}前`;
  if (limit.direction === 'atMost') return `${limit.from}不超过${span}`;
  return `${limit.from}起${span}${WORDS.within}`;
}

/** Everything that the page of one guide shows. */
export function serviceView(doc: ServiceDocument, catalogue: Catalogue) {
  const { data } = doc;
  const limits = data.limits.map((limit) => ({
    ...limit,
    text: limitInWords(limit),
    cited: citationView(limit.basis, catalogue),
  }));
  const titles = new Map(catalogue.services.map((one) => [one.slug, one]));
  return {
    doc,
    limits,
    deadlines: deadlineData(limits, catalogue.calendars),
    basis: data.basis.map((one) => citationView(one, catalogue)),
    steps: data.steps.map((step) => ({
      ...step,
      limitText: limits.find((one) => one.id === step.limit)?.text,
    })),
    remedies: data.remedies.map((one) => ({
      text: one.text,
      cited: one.basis && citationView(one.basis, catalogue),
    })),
    offices: localOffices(doc.slug, catalogue),
    related: data.related.flatMap((slug) => titles.get(slug) ?? []).map(brief),
    bring: bringInWords(data),
    howLong: howLongInWords(data),
    required: data.materials.filter((one) => one.required),
    optional: data.materials.filter((one) => !one.required),
  };
}

/** The real offices that differ from the city's guide, or that do not offer it, by name. */
function localOffices(slug: string, { offices }: Catalogue) {
  return offices.flatMap((office) => {
    const lines = localLines(office.record.serviceNotes?.find((note) => note.service === slug));
    return lines.length ? [{ name: office.record.name, path: paths.office(office.id), lines }] : [];
  });
}

/** What a resident must bring, in one line. */
const bringInWords = ({ materials }: ServiceRecord): string =>
  materials
    .filter((one) => one.required)
    .map((one) => one.name)
    .join('、') || '不用带材料';

/** How long those who handle it may take, a line a limit; or that the law sets none. */
function howLongInWords({ limits, noLimitNote }: ServiceRecord): string[] {
  const theirs = limits.filter((limit) => limit.whose === 'agency');
  if (theirs.length) return theirs.map((limit) => `${limit.label}：${limitInWords(limit)}`);
  return [noLimitNote ?? '见下面的时限'];
}

export type ServiceView = ReturnType<typeof serviceView>;

/** Guides in a list, split by whether the office does them itself or shows the way. */
export const serviceGroups = ({ services }: Catalogue) => [
  { title: '在司法所能办', items: services.filter((doc) => doc.data.kind === 'office').map(brief) },
  { title: '司法所帮您找对地方', items: services.filter((doc) => doc.data.kind === 'guide').map(brief) },
];

/** One line of work with its guides and its basis. */
export function functionView(doc: Document<FunctionRecord>, catalogue: Catalogue) {
  return {
    doc,
    basis: doc.data.basis.map((one) => citationView(one, catalogue)),
    services: doc.data.services
      .flatMap((slug) => catalogue.services.find((one) => one.slug === slug) ?? [])
      .map(brief),
  };
}

/** The work systems by group, in the seed's order (二（四）4). */
export const ruleGroups = ({ rules }: Catalogue) =>
  (Object.keys(RULE_GROUPS) as RuleGroup[]).map((key) => ({
    title: RULE_GROUPS[key],
    rules: rules.filter((doc) => doc.data.group === key),
  }));

export const ruleView = (doc: Document<RuleRecord>, catalogue: Catalogue) => ({
  doc,
  basis: doc.data.basis.map((one) => citationView(one, catalogue)),
});

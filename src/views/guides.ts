import { isChecked } from '../domain/certainty.ts';
import { paths } from '../domain/urls.ts';
import type { Catalogue, Document } from '../catalogue/types.ts';
import type { FunctionRecord } from '../schemas/function.ts';
import type { ServiceRecord } from '../schemas/service.ts';
import { RULE_GROUPS, type RuleGroup, type RuleRecord } from '../schemas/rule.ts';
import { citationView } from './citations.ts';
import { deadlineData } from './deadlines.ts';
import { inLine, limitView, marked, type LimitView } from './limits.ts';
import { brief, localLines, type ServiceDocument } from './services.ts';

/** Everything that the page of one guide shows. */
export function serviceView(doc: ServiceDocument, catalogue: Catalogue) {
  const { data } = doc;
  const limits = data.limits.map((limit) => limitView(limit, catalogue));
  const titles = new Map(catalogue.services.map((one) => [one.slug, one]));
  return {
    doc,
    limits,
    deadlines: deadlineData(limits, catalogue.calendars),
    basis: data.basis.map((one) => citationView(one, catalogue)),
    steps: data.steps.map((step) => ({
      ...step,
      limitText: limits.filter((one) => one.id === step.limit).map(marked)[0],
    })),
    remedies: data.remedies.map((one) => ({
      text: one.text,
      cited: one.basis && citationView(one.basis, catalogue),
    })),
    offices: localOffices(doc.slug, catalogue),
    related: data.related.flatMap((slug) => titles.get(slug) ?? []).map(brief),
    inOffice: data.kind === 'office',
    /** True where people in danger are led first: somebody near may look at the screen. */
    hide: catalogue.urgent.some(({ hide, services }) => hide && services?.[0] === doc.slug),
    bring: bringInWords(data),
    ownLimits: ownLimits(limits, data),
    howLong: howLongInWords(limits, data),
    unreadMaterials: data.materials.some(({ certainty }) => !isChecked(certainty)),
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
export const bringInWords = ({ materials }: ServiceRecord): string =>
  materials
    .filter((one) => one.required)
    .map((one) => one.name)
    .join('、') || '不用带材料';

/** What the resident must keep to, a line a limit: those that the steps name, the rest stands in the table. */
function ownLimits(limits: readonly LimitView[], { steps }: ServiceRecord): string[] {
  const named = new Set(steps.map((step) => step.limit));
  return limits.filter(({ id, whose }) => whose === 'resident' && named.has(id)).map(inLine);
}

/** How long those who handle it may take, a line a limit; or that none is known. */
function howLongInWords(limits: readonly LimitView[], { noLimitNote }: ServiceRecord): string[] {
  const theirs = limits.filter((limit) => limit.whose === 'agency');
  if (theirs.length) return theirs.map(inLine);
  return [noLimitNote ?? '没有查到办理机关几天内要办好的规定，交申请时问清楚。'];
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

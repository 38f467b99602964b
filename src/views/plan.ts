import type { Catalogue } from '../catalogue/types.ts';
import { columnOf } from './head/columns.ts';
import { MEASURES } from '../domain/standards/measures.ts';
import { paths } from '../domain/urls.ts';
import type { PlanPoint, Progress } from '../schemas/plan.ts';

export const TASK_STATES = { done: '已完成', late: '超过期限', open: '还没到期' } as const;
type TaskState = keyof typeof TASK_STATES;

/** Whether something with a term is done, late or still open on a day. */
export function taskState(
  one: { due?: string | undefined; done?: string | undefined },
  today: string,
): TaskState {
  if (one.done !== undefined && one.done <= today) return 'done';
  return one.due !== undefined && one.due < today ? 'late' : 'open';
}

/** The pages that a plan points to, by address, with the name that readers know them by. */
function titlesOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map([
    ...catalogue.services.map((doc) => [paths.service(doc.slug), doc.data.title] as const),
    ...catalogue.functions.map((doc) => [paths.func(doc.slug), `工作职能：${doc.data.title}`] as const),
    ...catalogue.rules.map((doc) => [paths.rule(doc.slug), doc.data.title] as const),
    ...catalogue.laws.map(({ slug, record }) => [paths.law(slug), `《${record.shortName}》`] as const),
    [paths.plan, '年度推进'] as const,
  ]);
}

function pointView(
  { text, at = [], measures = [], measurable, declined }: PlanPoint,
  titles: ReadonlyMap<string, string>,
) {
  return {
    text,
    declined,
    measurable,
    at: at.map((path) => {
      const page = path.replace(/#.*$/, '');
      return { path, name: titles.get(page) ?? columnOf(page)?.name ?? page };
    }),
    measures: measures.map((id) => MEASURES.find((one) => one.id === id)?.title ?? id),
  };
}

function yearView(
  { year, published, source, tasks, inspections }: Progress['years'][number],
  catalogue: Catalogue,
  today: string,
) {
  const names = new Map(catalogue.counties.map(({ slug, record }) => [slug, record.name]));
  return {
    year,
    published,
    source,
    tasks: tasks
      .map((task) => ({
        ...task,
        where: (task.counties ?? []).map((slug) => names.get(slug) ?? slug).join('、'),
        state: taskState(task, today),
      }))
      .toSorted((a, b) => (a.due < b.due ? -1 : 1)),
    inspections: inspections
      .map((one) => ({ ...one, state: one.due === undefined ? undefined : taskState(one, today) }))
      .toSorted((a, b) => (a.on < b.on ? 1 : -1)),
  };
}

/** The plan sentence by sentence, and the yearly progress; undefined where the standards are off or there is no plan. */
export function planView(catalogue: Catalogue, today: string) {
  const { plan, progress, site, laws } = catalogue;
  if (!plan || !site.features.standards) return undefined;
  const titles = titlesOf(catalogue);
  const points = plan.clauses.flatMap((one) => one.points);
  return {
    law: laws.find(({ slug }) => slug === plan.law),
    updated: plan.updated,
    counts: {
      clauses: plan.clauses.length,
      points: points.length,
      placed: points.filter(({ at }) => at !== undefined).length,
      declined: points.filter(({ declined }) => declined !== undefined).length,
      measured: points.filter(({ measures }) => measures !== undefined).length,
    },
    clauses: plan.clauses.map((one) => ({
      ...one,
      points: one.points.map((each) => pointView(each, titles)),
    })),
    years: (progress?.years ?? [])
      .map((one) => yearView(one, catalogue, today))
      .toSorted((a, b) => b.year - a.year),
  };
}

export type PlanView = NonNullable<ReturnType<typeof planView>>;

import type { Catalogue } from '../catalogue/types.ts';
import { citationsIn } from '../domain/cited.ts';
import { isArticleRead } from '../domain/editions.ts';
import { CERTAINTIES, type Certainty } from '../schemas/law.ts';
import { citationView, standingOf } from './citations.ts';
import { limitView } from './limits.ts';

/** How many there are of something, and how many of them are so, in the words that name it. */
interface Count {
  readonly name: string;
  readonly all: number;
  readonly parts: readonly { readonly word: string; readonly count: number }[];
}

const one = <T>(name: string, list: readonly T[], word: string, is: (one: T) => boolean): Count => ({
  name,
  all: list.length,
  parts: [{ word, count: list.filter(is).length }],
});

/** Statements by how they are settled. */
const byState = (name: string, states: readonly Certainty[]): Count => ({
  name,
  all: states.length,
  parts: (Object.keys(CERTAINTIES) as Certainty[]).map((state) => ({
    word: CERTAINTIES[state],
    count: states.filter((found) => found === state).length,
  })),
});

const readOrNot = (read: boolean): Certainty => (read ? 'read' : 'second-hand');

/** The guides, functions and rules, the laws they rest on, and how far each statement is settled on a day. */
export function counts(catalogue: Catalogue, today: string): Count[] {
  const { services, functions, rules, laws } = catalogue;
  const citing = catalogue.texts.filter((text) => text.kind !== 'law');
  const cited = citing.flatMap(({ data }) =>
    [...citationsIn(data)].map(({ citation }) => citationView(citation, standingOf(data, catalogue, today))),
  );
  const limits = services.flatMap(({ data }) =>
    data.limits.map((limit) => limitView(limit, standingOf(data, catalogue, today))),
  );
  const without = services.filter(({ data }) => data.limits.length === 0);
  return [
    one('办事指南', services, '有要问清楚的', ({ data }) => data.confirm !== undefined),
    one('工作职能', functions, '有要问清楚的', ({ data }) => data.confirm !== undefined),
    one('工作规则', rules, '示范文本', ({ data }) => data.template),
    one('法律文件', laws, '效力待核或者修订中', ({ record }) => record.status !== 'in-force'),
    byState(
      '条文大意',
      laws.flatMap(({ record }) =>
        record.articles.map(({ article }) => readOrNot(isArticleRead(record, article, today))),
      ),
    ),
    byState(
      '引用',
      cited.map(({ unchecked }) => readOrNot(!unchecked)),
    ),
    byState('时限', [
      ...limits.map(({ unchecked }) => readOrNot(!unchecked)),
      ...without.map((): Certainty => 'unregulated'),
    ]),
    byState(
      '材料',
      services.flatMap(({ data }) => data.materials.map(({ certainty }) => certainty)),
    ),
  ];
}

import type { Catalogue } from '../catalogue/types.ts';
import { citationView } from './citations.ts';
import type { CitationRecord } from '../schemas/law.ts';
import { isChecked } from '../domain/certainty.ts';
import { limitView } from './limits.ts';

/** How many there are of something, and how many of them are open, in the sense that `open` names. */
export interface Count {
  readonly name: string;
  readonly all: number;
  readonly open: string;
  readonly count: number;
}

/** Every citation below a value, wherever it stands. */
function* citationsIn(value: unknown): Generator<CitationRecord> {
  if (typeof value !== 'object' || value === null) return;
  if ('law' in value && 'articles' in value) yield value as CitationRecord;
  for (const part of Object.values(value)) yield* citationsIn(part);
}

function holding<T>(name: string, list: readonly T[], open: string, isOpen: (one: T) => boolean): Count {
  return { name, all: list.length, open, count: list.filter(isOpen).length };
}

/** The guides, functions and rules, the laws they rest on, and what of it nobody has checked yet. */
export function counts(catalogue: Catalogue): Count[] {
  const { services, functions, rules, laws } = catalogue;
  const documents = [...services, ...functions, ...rules].map(({ data }) => data);
  const cited = documents
    .flatMap((data) => [...citationsIn(data)])
    .map((one) => citationView(one, catalogue));
  const limits = services.flatMap(({ data }) => data.limits).map((one) => limitView(one, catalogue));
  const articles = laws.flatMap(({ record }) => record.articles);
  const materials = services.flatMap(({ data }) => data.materials);
  return [
    holding('办事指南', services, '有待核事项', ({ data }) => data.certaintyNotes.length > 0),
    holding('工作职能', functions, '有待核事项', ({ data }) => (data.certaintyNotes ?? []).length > 0),
    holding('工作规则', rules, '示范文本', ({ data }) => data.template),
    holding('法律文件', laws, '效力待核或者修订中', ({ record }) => record.status !== 'in-force'),
    holding('条文大意', articles, '待核', ({ certainty }) => !isChecked(certainty)),
    holding('引用', cited, '待核', ({ unchecked }) => unchecked),
    holding('时限', limits, '待核', ({ unchecked }) => unchecked),
    holding('材料', materials, '待核', ({ certainty }) => !isChecked(certainty)),
  ];
}

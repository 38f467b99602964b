/** What changed in an office between two releases, in a reader's words: never of people, never what was taken down. */
import { alike } from '../../domain/changes.ts';
import type { Inherited, OfficeSnapshot, HistoryStep } from '../../domain/history.ts';
import { WITHHELD } from '../../domain/privacy/unrepeated.ts';
import { hintOf } from '../../schemas/field.ts';
import { office as schema, type OfficeRecord } from '../../schemas/office.ts';
import { type Fact, FIELDS, GROUPS, type Group, type NamesToday } from './facts.ts';
import { PARTS, STANDARDS } from './inherited.ts';
import { documentLines, figureLines, type HistoryLine, type Present, plain, textLines } from './texts.ts';

const quoted = (words: string) => (/^[\d-]+$/.test(words) ? words : `“${words}”`);

const less = (list: readonly string[], other: readonly string[]) =>
  list.filter((one) => !other.includes(one));

/** What became of one fact; nothing where it is the same. */
function told({ title, words: was }: Fact, { words: is }: Fact): string[] {
  if (alike(was, is)) return [];
  if (typeof was === 'object' || typeof is === 'object') {
    const [old, now] = [[was ?? []].flat(), [is ?? []].flat()];
    if (old.length > 1 || now.length > 1) {
      const [come, gone] = [less(now, old), less(old, now)];
      return [
        ...(come.length ? [`${title}增加了${come.join('、')}`] : []),
        ...(gone.length ? [`${title}去掉了${gone.join('、')}`] : []),
      ];
    }
    return told({ title, words: old[0] }, { title, words: now[0] });
  }
  if (was === undefined) return [`公布了${title}：${is}`];
  if (is === undefined) return [`不再公布${title}（原来是${quoted(was)}）`];
  return [`${title}由${quoted(was)}改为${quoted(is)}`];
}

type Field = keyof typeof FIELDS;

const titleOf = (field: Field) => hintOf(schema.shape[field])?.title ?? field;

/** What became of some facts, and that something changed in what stands beside them. */
function factLines(title: string, [old, now]: Pair<readonly Fact[]>, [was, is]: Pair<unknown>): string[] {
  const lines = old.flatMap((one, at) => told(one, now[at] ?? { ...one, words: undefined }));
  const same = alike(plain(was), plain(is));
  return same ? lines : [...lines, `${title}${old.length ? '的说明' : ''}有更新`];
}

type Pair<T> = readonly [was: T, is: T];

function fieldLines(field: Field, [was, is]: Pair<OfficeRecord>, [then, now]: Pair<NamesToday>): string[] {
  const { facts = () => [], rest = () => undefined } = FIELDS[field];
  return factLines(titleOf(field), [facts(was, then), facts(is, now)], [rest(was), rest(is)]);
}

const sourceOf = (field: Field, { provenance, legalServiceStation }: OfficeRecord) => {
  const group = FIELDS[field].group;
  const { source, verifiedOn } =
    (field === 'legalServiceStation' ? legalServiceStation?.provenance : group && provenance[group]) ?? {};
  return { source, verifiedOn };
};

/** Places as they were called then. */
const namesThen = ({ inherited }: OfficeSnapshot, present: Present): NamesToday => ({
  ...present,
  division: (code) => inherited?.places.find((one) => one.code === code)?.name ?? present.division(code),
});

function recordLines(records: Pair<OfficeRecord>, names: Pair<NamesToday>, present: Present): HistoryLine[] {
  const [was, is] = records;
  const fields = (Object.keys(FIELDS) as Field[]).filter(
    (one) => one !== 'standards' || present.showStandards,
  );
  const lines = fields.map((field) => ({
    field,
    texts: fieldLines(field, records, names),
  }));
  const moved = new Set(lines.flatMap(({ field, texts }) => (texts.length ? [FIELDS[field].group] : [])));
  return [
    ...lines.flatMap(({ field, texts }) => texts.map((text) => ({ text, ...sourceOf(field, is) }))),
    ...checked(was, is, moved, present),
  ];
}

type Sourced = Pick<HistoryLine, 'source' | 'verifiedOn'>;

/** That somebody looked at facts again and found them as they were, or has another source for them. */
function lookedAt(title: string, old: Sourced | undefined, now: Sourced | undefined): HistoryLine[] {
  if (!now?.source || alike(plain(old), plain(now))) return [];
  const again = now.verifiedOn !== undefined && now.verifiedOn !== old?.verifiedOn;
  const text = again ? `核对了${title}，没有变化` : `${title}的来源有更新`;
  return [{ text, source: now.source, verifiedOn: now.verifiedOn }];
}

/** Groups of facts that somebody looked at again and found as they were. */
function checked(
  { provenance: was }: OfficeRecord,
  { provenance: is }: OfficeRecord,
  moved: ReadonlySet<Group | undefined>,
  { showStandards }: Present,
): HistoryLine[] {
  const groups = (Object.keys(GROUPS) as Group[]).filter((one) => one !== 'standards' || showStandards);
  return groups.flatMap((group) => {
    return moved.has(group) ? [] : lookedAt(GROUPS[group], was[group], is[group]);
  });
}

/** What became of what the office takes from its county. */
function inheritedLines(was: Inherited, is: Inherited, { showStandards }: Present): HistoryLine[] {
  return [...PARTS, ...(showStandards ? [STANDARDS] : [])].flatMap(
    ({ title, facts, rest, source }): HistoryLine[] => {
      const texts = factLines(title, [facts(was), facts(is)], [rest(was), rest(is)]);
      const [old, now] = [source(was), source(is)];
      if (texts.length === 0) return lookedAt(title, old, now);
      return texts.map((text) => ({ text, source: now.source, verifiedOn: now.verifiedOn }));
    },
  );
}

/** What a release changed, a line each; no line where a reader sees no difference. */
export function linesOf({ before, after }: HistoryStep, present: Present): HistoryLine[] {
  if (!after?.record) return before ? [{ text: '不再列出这个司法所' }] : [];
  if (!before?.record) {
    const { source, verifiedOn } = after.record.provenance.establishment;
    return fit([{ text: '开始列出这个司法所', source, verifiedOn }], present.mayTell);
  }
  const names = [namesThen(before, present), namesThen(after, present)] as const;
  const own = [
    ...recordLines([before.record, after.record], names, present),
    ...textLines(before, after, present),
    ...documentLines(before, after, present),
    ...figureLines(before, after),
  ];
  const inherited =
    before.inherited && after.inherited ? inheritedLines(before.inherited, after.inherited, present) : [];
  return [...fit(own, present.mayTell), ...fit(inherited, present.mayTellOfCounty)];
}

function fit(lines: readonly HistoryLine[], mayTell: Present['mayTell']): HistoryLine[] {
  const safe = (text: string) => (mayTell(text) ? text : WITHHELD);
  return lines.map(({ text, source, ...line }) => ({
    text: safe(text),
    source: source === undefined ? undefined : safe(source),
    ...line,
  }));
}

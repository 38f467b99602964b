/** What changed in an office between two releases, in a reader's words: never of people, never what was taken down. */
import { alike } from '../../domain/changes.ts';
import type { OfficeFiles, Step } from '../../domain/history.ts';
import { WITHHELD } from '../../domain/privacy/unrepeated.ts';
import { hintOf } from '../../schemas/field.ts';
import { office as schema, type OfficeRecord } from '../../schemas/office.ts';
import { type Fact, FIELDS, GROUPS, type Group, type Names } from './facts.ts';

export interface Line {
  readonly text: string;
  readonly source?: string | undefined;
  /** When the fact was last checked, as it was written then. */
  readonly verifiedOn?: string | undefined;
  /** A page of the site that it is about. */
  readonly path?: string | undefined;
}

/** What is public of an office now, and what was taken down. */
export interface Present extends Names {
  readonly showStandards: boolean;
  /** A notice or local text by its file below the office's folder, as it is called now; undefined: no longer there. */
  readonly text: (file: string) => { readonly title: string; readonly path?: string | undefined } | undefined;
  readonly isWithdrawn: (file: string) => boolean;
  /** False for what looks like personal data, or names somebody who left. */
  readonly mayTell: (text: string) => boolean;
}

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

function fieldLines(field: Field, was: OfficeRecord, is: OfficeRecord, present: Present): string[] {
  const { facts = () => [], rest = () => undefined } = FIELDS[field];
  const [old, now] = [facts(was, present), facts(is, present)];
  const lines = old.flatMap((one, at) => told(one, now[at] ?? { ...one, words: undefined }));
  const same = alike(plain(rest(was)), plain(rest(is)));
  return same ? lines : [...lines, `${titleOf(field)}${old.length ? '的说明' : ''}有更新`];
}

/** Without what is not there: JSON has no other way of leaving out. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

const sourceOf = (field: Field, { provenance, legalServiceStation }: OfficeRecord) => {
  const group = FIELDS[field].group;
  const { source, verifiedOn } =
    (field === 'legalServiceStation' ? legalServiceStation?.provenance : group && provenance[group]) ?? {};
  return { source, verifiedOn };
};

function recordLines(was: OfficeRecord, is: OfficeRecord, present: Present): Line[] {
  const fields = (Object.keys(FIELDS) as Field[]).filter(
    (one) => one !== 'standards' || present.showStandards,
  );
  const lines = fields.map((field) => ({
    field,
    texts: fieldLines(field, was, is, present),
  }));
  const moved = new Set(lines.flatMap(({ field, texts }) => (texts.length ? [FIELDS[field].group] : [])));
  return [
    ...lines.flatMap(({ field, texts }) => texts.map((text) => ({ text, ...sourceOf(field, is) }))),
    ...checked(was, is, moved, present),
  ];
}

/** Groups of facts that somebody looked at again and found as they were. */
function checked(
  { provenance: was }: OfficeRecord,
  { provenance: is }: OfficeRecord,
  moved: ReadonlySet<Group | undefined>,
  { showStandards }: Present,
): Line[] {
  const groups = (Object.keys(GROUPS) as Group[]).filter((one) => one !== 'standards' || showStandards);
  return groups.flatMap((group) => {
    const [old, now] = [was[group], is[group]];
    if (!now || moved.has(group) || alike(plain(old), plain(now))) return [];
    const again = now.verifiedOn !== undefined && now.verifiedOn !== old?.verifiedOn;
    const text = again ? `核对了${GROUPS[group]}，没有变化` : `${GROUPS[group]}的来源有更新`;
    return [{ text, source: now.source, verifiedOn: now.verifiedOn }];
  });
}

const monthInWords = (month: string) => month.replace(/^(\d+)-0?(\d+)$/, '$1年$2月');

/** Which months' figures came or were put right: no count is told twice. */
function figureLines(was: OfficeFiles, is: OfficeFiles): Line[] {
  const of = ({ statistics }: OfficeFiles) =>
    new Map(statistics?.months.map(({ month, figures }) => [month, plain(figures)]));
  const [old, now] = [of(was), of(is)];
  const months = [...new Set([...old.keys(), ...now.keys()])].filter(
    (one) => !alike(old.get(one), now.get(one)),
  );
  const { source, verifiedOn } = is.statistics?.provenance ?? {};
  return months.sort().map((month) => {
    const does = !old.has(month) ? '公布了' : now.has(month) ? '更正了' : '不再公布';
    return {
      text: `${does}${monthInWords(month)}的工作量`,
      source,
      verifiedOn,
    };
  });
}

/** Notices and local texts by what they are called now; of one that is gone only that one is gone. */
function textLines(was: OfficeFiles, is: OfficeFiles, present: Present): Line[] {
  const [before, after] = [new Map(was.texts), new Map(is.texts)];
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files.flatMap((file): Line[] => {
    const [old, now] = [before.get(file), after.get(file)];
    if (old === now || present.isWithdrawn(file)) return [];
    const what = file.startsWith('affairs/') ? '公告' : '本所的办事写法';
    const text = present.text(file);
    if (now === undefined) return text ? [] : [{ text: `撤下了一份${what}` }];
    if (!text) return [];
    return [{ text: `${old === undefined ? '发布' : '更新'}了${what}《${text.title}》`, path: text.path }];
  });
}

/** What a release changed, a line each; no line where a reader sees no difference. */
export function linesOf(step: Step, present: Present): Line[] {
  const safe = (text: string) => (present.mayTell(text) ? text : WITHHELD);
  return allLines(step, present).map(({ text, source, ...line }) => ({
    text: safe(text),
    source: source === undefined ? undefined : safe(source),
    ...line,
  }));
}

function allLines({ before, after }: Step, present: Present): Line[] {
  if (!after?.record) return before ? [{ text: '不再列出这个司法所' }] : [];
  if (!before?.record) {
    const { source, verifiedOn } = after.record.provenance.establishment;
    return [{ text: '开始列出这个司法所', source, verifiedOn }];
  }
  return [
    ...recordLines(before.record, after.record, present),
    ...textLines(before, after, present),
    ...figureLines(before, after),
  ];
}

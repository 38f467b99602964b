/** What became of notices, documents, local texts and figures: by what is public now, never by what was taken down. */
import { alike } from '../../domain/changes.ts';
import { monthInWords } from '../../domain/dates.ts';
import type { OfficeSnapshot } from '../../domain/history.ts';
import type { NamesToday } from './facts.ts';

export interface HistoryLine {
  readonly text: string;
  readonly source?: string | undefined;
  /** When the fact was last checked, as it was written then. */
  readonly verifiedOn?: string | undefined;
  /** A page of the site that it is about. */
  readonly path?: string | undefined;
}

/** What is public of an office now, and what was taken down. */
export interface Present extends NamesToday {
  readonly showStandards: boolean;
  /** A notice or local text by its file below the office's folder; undefined: no longer there. */
  readonly text: (file: string) => { readonly title: string; readonly path?: string | undefined } | undefined;
  /** A document by its file, with the file of what carries it; undefined: no longer there. */
  readonly document: (file: string) => { readonly title: string; readonly carrier: string } | undefined;
  readonly isWithdrawn: (file: string) => boolean;
  /** False for what looks like personal data, or names somebody who left. */
  readonly mayTell: (text: string) => boolean;
  /** The same of what all offices of the county take from it: nor whoever left any of them. */
  readonly mayTellOfCounty: (text: string) => boolean;
}

type Named = OfficeSnapshot['texts'];

/** The files that came, went or changed, and that nobody took down. */
function moved(was: Named, is: Named, { isWithdrawn }: Present) {
  const [before, after] = [new Map(was), new Map(is)];
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files.flatMap((file) => {
    const [old, now] = [before.get(file), after.get(file)];
    return old === now || isWithdrawn(file)
      ? []
      : [{ file, isNew: old === undefined, isGone: now === undefined }];
  });
}

const kindOf = (file: string) =>
  file.startsWith('affairs/') ? '公告' : file.startsWith('county/') ? '本县的办事写法' : '本所的办事写法';

/** Notices and local texts by what they are called now; of one that is gone only that one is gone. */
export function textLines(was: OfficeSnapshot, is: OfficeSnapshot, present: Present): HistoryLine[] {
  return moved(was.texts, is.texts, present).flatMap(({ file, isNew, isGone }): HistoryLine[] => {
    const text = present.text(file);
    if (isGone) return text ? [] : [{ text: `撤下了一份${kindOf(file)}` }];
    if (!text) return [];
    return [{ text: `${isNew ? '发布' : '更新'}了${kindOf(file)}《${text.title}》`, path: text.path }];
  });
}

/** Documents likewise; those of a text that is new came with it. */
export function documentLines(was: OfficeSnapshot, is: OfficeSnapshot, present: Present): HistoryLine[] {
  const known = new Set(was.texts.map(([file]) => file));
  return moved(was.documents, is.documents, present).flatMap(({ file, isNew, isGone }): HistoryLine[] => {
    const found = present.document(file);
    if (isGone) return found ? [] : [{ text: '撤下了一份附件' }];
    const text = found && present.text(found.carrier);
    if (!found || !text || (isNew && !known.has(found.carrier))) return [];
    const whose = `${kindOf(found.carrier)}《${text.title}》`;
    return [{ text: `${whose}${isNew ? '增加了' : '换了新的'}附件《${found.title}》`, path: text.path }];
  });
}

/** Without what is not there: JSON has no other way of leaving out. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Which months' figures came or were put right: no count is told twice. */
export function figureLines(was: OfficeSnapshot, is: OfficeSnapshot): HistoryLine[] {
  const of = ({ statistics }: OfficeSnapshot) =>
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

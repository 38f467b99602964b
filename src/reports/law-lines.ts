import type { Adapted } from '../domain/adaptations.ts';
import { elementLines } from '../domain/element-words.ts';
import { ELEMENTS } from '../schemas/adaptation.ts';
import type { Amendment, LawWatch } from '../domain/law-watch.ts';
import { inWords } from '../domain/dates.ts';

/** `《监狱法》2026年修订，2026年11月1日施行：刑满释放人员安置帮教登记（依据、材料“释放证明书”）`. */
export function amendmentLine({ law, edition, resting }: Amendment): string {
  const on = edition.effective ? `，${inWords(edition.effective)}施行` : '';
  const pages = resting.map(({ title, parts }) => `${title}（${parts.join('、')}）`).join('；');
  return `《${law.record.shortName}》${edition.name}${on}：${pages || '没有页面用到改了的条'}`;
}

/** `《行政诉讼法》：2026-01-01起该再查，全文在……`. */
export function overdueLine({ law, since }: LawWatch['overdue'][number]): string {
  const when = since ? `${since}起该再查` : '没有写查到哪天';
  const where = law.record.textAt ? `，全文在${law.record.textAt}` : '';
  return `《${law.record.shortName}》：${when}${where}`;
}

const amendmentData = ({ law, edition, resting }: Amendment) => ({ law: law.slug, edition, resting });

/** The same for programs: laws by the name of their files. */
export const lawData = ({ due, coming, overdue }: LawWatch) => ({
  due: due.map(amendmentData),
  coming: coming.map(amendmentData),
  overdue: overdue.map(({ law, since }) => ({ law: law.slug, since })),
});

const joined = (value: unknown) => elementLines(value).join('；') || '没有写';

/** One element of a local text over which the text has moved: what stood above, what stands there now, what is written here. */
export const movedLine = ({ file, element, was, above, here }: Adapted): string =>
  `${file} ${ELEMENTS[element]}：原来“${joined(was)}”，现在“${joined(above)}”，本地“${joined(here)}”`;

import { inWords } from '../../domain/dates.ts';
import { LAW_DAYS, citingOf, watchLaws, type Amendment, type Citing } from '../../domain/law-watch.ts';
import type { Law } from '../types.ts';
import type { Problem } from '../../domain/problems.ts';
import { CITING_KINDS } from '../../kinds.ts';
import type { Contents } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { writeField } from '../notation.ts';

function citingIn({ of }: Contents): (Citing & { readonly entry: Entry })[] {
  return CITING_KINDS.flatMap((kind) =>
    (of(kind) as readonly Entry[]).flatMap((entry) => {
      const { file, data } = entry;
      return data ? [{ ...citingOf({ file, data }), entry }] : [];
    }),
  );
}

/** The texts of the law that were not held against the published one for too long, and what amendments ask for. */
export function remindLaws(contents: Contents): Problem[] {
  const entries = contents.of('law').filter(({ data }) => data !== undefined);
  const laws = entries.flatMap(({ names, data }) =>
    data ? [{ slug: names['slug'] ?? '', record: data }] : [],
  );
  const entryOf = (slug: string | undefined) => entries.find(({ names }) => names['slug'] === slug);
  const pages = citingIn(contents);
  const days = contents.site?.intervals.lawDays ?? LAW_DAYS;
  const watch = watchLaws(laws, pages, contents.today, days);
  return [
    ...overdue(
      entryOf(watch.overdue[0]?.law.slug),
      watch.overdue.map(({ law }) => law),
    ),
    ...watch.coming.flatMap((one) => coming(entryOf(one.law.slug), one)),
    ...watch.due.flatMap((one) =>
      one.resting.flatMap(({ file, parts }) =>
        due(pages.find((page) => page.file === file)?.entry, one, parts, contents.today),
      ),
    ),
  ];
}

const MAX_NAMED = 6;

/** One reminder for all of them, in the file of the first: the command for upkeep lists each. */
function overdue(entry: Entry | undefined, laws: readonly Law[]): Problem[] {
  if (!entry) return [];
  const names = laws.slice(0, MAX_NAMED).map(({ record }) => `《${record.shortName}》`);
  const rest = laws.length > MAX_NAMED ? '等' : '';
  const message = `${names.join('')}${rest}${laws.length}份依据太久没有对照公布的文本（或者没有写对照到哪天）`;
  const todo = entry.national
    ? '随程序来的，由程序的维护人员对照，有新版就换上'
    : '没有变的，写新的 "current"；改了的，在 "editions" 里加一个版本';
  const remedy = `${todo}；npm run upkeep 逐份列出`;
  return [problemAt(entry, { kind: 'date', severity: 'warning', path: ['current'], message, remedy })];
}

const named = ({ law, edition }: Amendment) => `《${law.record.shortName}》${edition.name}`;

function coming(entry: Entry | undefined, one: Amendment): Problem[] {
  if (!entry) return [];
  const on = one.edition.effective ? inWords(one.edition.effective) : '';
  const told = one.resting.map(({ title, parts }) => `${title}（${parts.join('、')}）`).join('；');
  const message = `${named(one)}${on}起施行${told ? `，要对照新条文的：${told}` : '，没有页面用到改了的条'}`;
  const path = ['editions', one.law.record.editions.indexOf(one.edition), 'effective'];
  return [
    problemAt(entry, { kind: 'date', severity: 'warning', path, message, remedy: '施行以前看完、改好' }),
  ];
}

function due(entry: Entry | undefined, one: Amendment, parts: readonly string[], today: string): Problem[] {
  if (!entry) return [];
  const message = `${named(one)}已经施行，还没有人对照：${parts.join('、')}`;
  const looked = writeField(entry.notation, 'looked', today);
  const remedy = `对照新条文：改了内容的，写新的 updated；不用改的，写 ${looked}`;
  return [
    problemAt(entry, {
      kind: 'date',
      severity: 'warning',
      path: ['updated'],
      message,
      remedy,
    }),
  ];
}

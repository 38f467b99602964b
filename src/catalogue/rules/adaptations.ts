import { adaptedGuide, adaptedText, chainAbove, compareAdaptation } from '../../domain/adaptations.ts';
import type { Adapted } from '../../domain/adaptations.ts';
import { elementLines } from '../../domain/element-words.ts';
import type { Problem } from '../../domain/problems.ts';
import { quote } from '../../domain/text.ts';
import { ELEMENT_NAMES, ELEMENTS, type GuideElement } from '../../schemas/adaptation.ts';
import { service, type ServiceRecord } from '../../schemas/service.ts';
import { adaptationsIn, type AdaptingEntry } from '../adaptations.ts';
import type { Contents } from '../contents.ts';
import { problemAt } from '../entry.ts';
import { writeField, writeValue } from '../notation.ts';
import { suggest } from '../suggest.ts';

/** Guides by slug, as the nation writes them. */
const guidesIn = ({ of }: Contents) =>
  new Map(of('service').flatMap(({ names, data }) => (data ? [[names['slug'] ?? '', data] as const] : [])));

/** An adaptation is of a guide that exists, once in a place, over a text that has been written, and says something else. */
export function checkAdaptations(contents: Contents): Problem[] {
  const guides = guidesIn(contents);
  const all = adaptationsIn(contents);
  return all.flatMap((one, at) => {
    const { guide: slug } = adaptedText(one.data);
    const guide = guides.get(slug);
    if (!guide)
      return contents.of('service').some(({ names }) => names['slug'] === slug)
        ? []
        : [unknown(one, slug, guides)];
    const chain = chainAbove(slug, one.place, all);
    const above = adaptedGuide(guide, chain, ELEMENT_NAMES);
    const found = compareAdaptation(one, above, ELEMENT_NAMES);
    return [
      ...twice(one, all.slice(0, at)),
      ...early(one, [guide.updated, ...chain.map(({ data }) => data.updated)]),
      ...unfit(
        one,
        above,
        found.some(({ moved }) => moved),
      ),
      ...found.flatMap((each) => assess(one, each)),
    ];
  });
}

function unknown(one: AdaptingEntry, slug: string, guides: ReadonlyMap<string, unknown>): Problem {
  const near = suggest(slug, new Set(guides.keys()));
  const remedy = near ? `是不是 adapts: ${near}@${adaptedText(one.data).edition}` : '写 services/ 里有的指南';
  const message = `没有“${slug}”这份办事指南`;
  return problemAt(one.entry, { kind: 'reference', path: ['adapts'], message, remedy });
}

function twice({ entry, data, place }: AdaptingEntry, earlier: readonly AdaptingEntry[]): Problem[] {
  const { guide } = adaptedText(data);
  const other = earlier.find(
    (one) =>
      adaptedText(one.data).guide === guide &&
      one.place.level === place.level &&
      one.place.county === place.county &&
      one.place.office === place.office,
  );
  if (!other) return [];
  const message = `${other.file} 已经改了同一份指南`;
  return [problemAt(entry, { kind: 'duplicate', path: ['adapts'], message, remedy: '合并成一个文件' })];
}

/** An edition that nobody has written yet would put off every reminder. */
function early({ entry, data }: AdaptingEntry, written: readonly string[]): Problem[] {
  const { guide, edition } = adaptedText(data);
  const newest = written.toSorted().at(-1) ?? '';
  if (edition <= newest) return [];
  const message = `上面的文本没有 ${edition} 的版本，最近的是 ${newest}`;
  const remedy = `改成 adapts: ${guide}@${newest}`;
  return [problemAt(entry, { kind: 'date', path: ['adapts'], message, remedy })];
}

/**
 * The guide with the place's elements is still a whole guide: a step's limit is among its limits. Where the text above
 * moved, that is no fault of the place's, and stops nobody.
 */
function unfit(one: AdaptingEntry, above: ServiceRecord, moved: boolean): Problem[] {
  const result = service.safeParse(adaptedGuide(above, [one], ELEMENT_NAMES));
  return (result.error?.issues ?? []).map((issue) =>
    problemAt(one.entry, {
      kind: 'value',
      severity: moved ? 'warning' : 'error',
      path: [String(issue.path[0])],
      message: `同上面的文本合在一起对不上：${issue.message}`,
      remedy: '把有关的要素（例如流程和时限）一起写出来',
    }),
  );
}

/** An element that a guide may do without: then nothing stands above. */
const isOptional = (element: GuideElement) => service.shape[element].safeParse(undefined).success;

const told = (value: unknown) => quote(elementLines(value).join('；') || '没有写', 60);

function assess({ entry }: AdaptingEntry, found: Adapted): Problem[] {
  const { element, here, above, was, moved } = found;
  const path = [element];
  const name = ELEMENTS[element];
  if (JSON.stringify(here) === JSON.stringify(above)) {
    const message = `“${name}”同上面的文本一样`;
    return [
      problemAt(entry, { kind: 'duplicate', severity: 'warning', path, message, remedy: '删掉，只写不同的' }),
    ];
  }
  if (!moved) return [];
  if (was === undefined && !isOptional(element)) {
    const remedy = `在 above 里补上 ${writeField(entry.notation, element, writeValue(entry.notation, above))}`;
    const message = `没有写“${name}”上面的原文，以后改了不知道`;
    return [problemAt(entry, { kind: 'missingField', path: ['above'], message, remedy })];
  }
  const message = `“${name}”上面的文本改了，要再看一遍。原来：${told(was)}；现在：${told(above)}；这里写的：${told(here)}`;
  const remedy = `对照以后运行 npm run adapt -- --renew ${entry.file}`;
  return [problemAt(entry, { kind: 'date', severity: 'warning', path, message, remedy })];
}

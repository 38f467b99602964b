/** What a place says otherwise in a guide while it is written: element by element, beside what stands above it. */
import { adaptedGuide, chainAbove, type Adapting } from '../../../domain/adaptations.ts';
import { alike } from '../../../domain/changes.ts';
import { elementLines } from '../../../domain/element-words.ts';
import type { Problem } from '../../../domain/problems.ts';
import { patchFront, readFront, writeFront } from '../../../editing/front-matter.ts';
import { toBytes, toText } from '../../../forges/base64.ts';
import type { Stored } from '../../../forges/types.ts';
import { adaptation, ELEMENT_NAMES, ELEMENTS, type GuideElement } from '../../../schemas/adaptation.ts';
import type { ServiceRecord } from '../../../schemas/service.ts';
import type { AdminGuide } from '../../../views/admin-guides.ts';
import { ontoNow, type Kept } from '../drafts/onto-now.ts';
import type { Extra } from '../extra.ts';
import { carriedEdits, type Carrying } from '../notice-state.ts';
import { assessRecordings, listedIn } from '../notice.ts';
import { pruned } from '../values.ts';
import type { ToldChange } from '../words.ts';
import { problemsOfText, type TextAt } from './text-problems.ts';
import { toldText } from './told-text.ts';

type Group = Record<string, unknown>;

/** One element as a reader of the form sees it. */
export interface ElementView {
  readonly element: GuideElement;
  readonly title: string;
  readonly above: readonly string[];
  /** What stood above when it was written; undefined where that is what stands there now. */
  readonly was?: readonly string[];
  readonly isOwn: boolean;
}

export class LocalText implements Extra {
  readonly at: TextAt;
  readonly file: string;
  /** The elements that are given here, the source, and whatever else the file says. */
  value: Group;
  /** Recordings and other documents, those that are there already among them. */
  readonly carried: Carrying;
  /** What stood above each of them. */
  #was: Group;
  readonly #before: Group | undefined;
  readonly #text: string;
  readonly #body: string;
  readonly #guide: AdminGuide;
  readonly #stored: Stored | undefined;
  readonly #chain: readonly Adapting[];
  readonly #above: ServiceRecord;

  /** Throws a `SyntaxError` for a file without readable front matter. */
  constructor(at: TextAt, guide: AdminGuide, stored: Stored | undefined) {
    this.at = at;
    this.file = at.file;
    this.#guide = guide;
    this.#stored = stored;
    this.#text = stored ? toText(stored.bytes) : '';
    const read = stored && readFront(this.#text);
    this.#before = read?.front as Group | undefined;
    this.#body = read?.body ?? '';
    const { given, was, kept } = this.#asRead();
    this.value = given;
    this.carried = { attached: [], kept };
    this.#was = was;
    this.#chain = chainAbove(at.guide, at.place, guide.texts);
    this.#above = adaptedGuide(guide.original, this.#chain, ELEMENT_NAMES);
  }

  title = (): string => `《${this.at.title}》的本地写法`;

  #asRead() {
    const { above = {}, adapts: _, updated: __, attachments, ...given } = structuredClone(this.#before ?? {});
    const kept = (attachments ?? []) as NonNullable<Carrying['kept']>;
    return { given, was: { ...(above as Group) }, kept };
  }

  draft = (): Kept => ({
    sha: this.#stored?.sha,
    before: this.#asRead(),
    value: { given: this.value, was: this.#was },
    ...(this.carried.gone && { gone: this.carried.gone }),
  });

  resume = (kept: Kept) => {
    const { value, isMoved, conflicts } = ontoNow(kept, this.#stored?.sha, this.#asRead());
    const { given = {}, was = {} } = value as { given?: Group; was?: Group };
    this.value = given;
    this.#was = was;
    const lost = conflicts.flatMap((change) => {
      const [part, name = ''] = change.path;
      if (name === 'versions') return ['其他文字的版本：您写的没有放上去'];
      const typed = 'after' in change ? elementLines(change.after).join('；') : '';
      return part === 'given' && String(name) in ELEMENTS
        ? [`${ELEMENTS[name as GuideElement]}：您写的是“${typed}”`]
        : [];
    });
    return { isMoved, lost };
  };

  elements(): ElementView[] {
    return ELEMENT_NAMES.flatMap((element): ElementView[] => {
      const isOwn = this.value[element] !== undefined;
      const above = elementLines(this.#above[element]);
      if (!isOwn && above.length === 0) return [];
      const moved = isOwn && !alike(this.#was[element], this.#above[element]);
      const was = moved ? { was: elementLines(this.#was[element]) } : {};
      return [{ element, title: ELEMENTS[element], above, isOwn, ...was }];
    });
  }

  /** Begins a text of one's own with what stands above. */
  begin(element: GuideElement): void {
    this.value[element] = structuredClone(this.#above[element]);
    this.#was[element] = this.#above[element];
  }

  end(element: GuideElement): void {
    Reflect.deleteProperty(this.value, element);
    Reflect.deleteProperty(this.#was, element);
  }

  /** Somebody has held the text against what stands above now. */
  renew(element: GuideElement): void {
    this.#was[element] = this.#above[element];
  }

  /** The front matter as it would be written; its edition moves on once every element was looked at. */
  front(): Group {
    const given = pruned(adaptation, {
      ...this.value,
      attachments: listedIn(this.carried),
      above: {},
    }) as Group;
    const own = ELEMENT_NAMES.filter((name) => given[name] !== undefined);
    const seen = own.every((name) => alike(this.#was[name], this.#above[name]));
    const dates = [this.#guide.original.updated, ...this.#chain.map(({ data }) => data.updated)].toSorted();
    const adapts = seen ? `${this.at.guide}@${dates.at(-1)}` : this.#before?.['adapts'];
    const above = Object.fromEntries(
      own.flatMap((name) => (this.#was[name] === undefined ? [] : [[name, this.#was[name]]])),
    );
    const { level, looked, source, above: _, ...elements } = given;
    const frontOf = (updated: unknown) => {
      const all = { adapts, level, updated, looked, source, ...elements, above };
      return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Group;
    };
    const same = frontOf(this.#before?.['updated']);
    return alike(same, this.#before ?? {}) ? same : frontOf(this.at.today);
  }

  isChanged = (): boolean =>
    this.#before
      ? !alike(this.front(), this.#before)
      : [...ELEMENT_NAMES, 'versions', 'attachments'].some((name) => this.front()[name] !== undefined);

  edits = () => {
    const front = this.front();
    const text = this.#stored
      ? patchFront(this.#text, { front, body: this.#body })
      : writeFront(front, this.#body);
    const { path, place } = this.at;
    const folder = path.replace(/services\/[^/]+$/, place.county === undefined ? 'affairs/files' : 'files');
    return [{ path, bytes: toBytes(text), before: this.#stored }, ...carriedEdits(folder, this.carried)];
  };

  carrying = (): Carrying => this.carried;

  told = (): ToldChange[] => toldText(this.#before, this.front(), this.#above);

  problems = (): Problem[] => [
    ...problemsOfText(this.at, this.front(), this.#guide.original, this.#chain),
    ...assessRecordings(this.carried, this.file),
  ];
}

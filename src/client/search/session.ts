import { mayOffer, type Urgent } from '../../domain/search/urgent.ts';
import { element } from '../element.ts';
import type { FullTextAnswer } from './full-text.ts';
import type { PageHit, ShownAnswer } from './hit.ts';
import { within } from './pagefind.ts';
import type { Query } from './query.ts';
import { ResultList } from './results.ts';
import { askFullText, askInstant, askVillages } from './search.ts';
import { sayDanger, sayStage, type Stage } from './words.ts';

/** After this the reader is told that it is slow. */
const SLOW = 4000;
/** How many pages of each kind are fetched at first, and how many of the one that is asked for. */
const OF_EACH = 4;
const OF_ONE = 10;
const RELATED = 6;
const NOTHING: FullTextAnswer = { ranked: [], full: [], partial: [] };

interface Screen {
  readonly results: HTMLElement;
  readonly status: HTMLElement;
  /** What the question speaks of. */
  readonly dangers: readonly Urgent[];
}

/** Fetches what was found, without what must not be offered. */
const fetchOf =
  (mayOffer: (page: ShownAnswer) => boolean) =>
  async (hits: readonly PageHit[]): Promise<ShownAnswer[]> =>
    (await within(Promise.all(hits.map((hit) => hit.data())))).filter(mayOffer);

/** One search on the screen, until it is done or another takes its place. */
export class Session {
  private list = new ResultList('搜索结果');
  private readonly query: Query;
  private readonly screen: Screen;
  private readonly mayOffer: (page: ShownAnswer) => boolean;
  private readonly fetchAll: (hits: readonly PageHit[]) => Promise<ShownAnswer[]>;
  private ended = false;
  private more = false;
  /** Told that it takes long: only the end takes that back. */
  private isSlow = false;

  constructor(query: Query, screen: Screen) {
    this.query = query;
    this.screen = screen;
    this.mayOffer = mayOffer(screen.dangers);
    this.fetchAll = fetchOf(this.mayOffer);
  }

  /** Another search has begun: nothing of this one may be shown any more. */
  end(): void {
    this.ended = true;
  }

  async run(): Promise<void> {
    this.list = new ResultList('搜索结果');
    this.more = false;
    const heading = element('h2', { class: 'hidden' }, ['搜索结果']);
    this.screen.results.replaceChildren(heading, this.list.element);
    this.screen.status.textContent = '正在查找……';
    const slow = setTimeout(() => {
      this.isSlow = true;
      this.say('slow');
    }, SLOW);
    const quick = await this.add(askInstant(this.query));
    // Only now: on a slow line the large files would hold up the small ones.
    const fullText = this.isPastReading() ? Promise.resolve(NOTHING) : askFullText(this.query);
    await Promise.allSettled([quick ? this.add(askVillages(this.query)) : undefined, fullText]);
    const stage = await fullText.then(
      (answer) => this.showFullText(answer),
      (): Stage => (quick ? 'failed' : 'broken'),
    );
    clearTimeout(slow);
    this.say(stage);
    if (!this.ended) this.screen.results.append(...this.after(stage));
  }

  /** A danger that no page here helps with: pages that hold a piece of its words by chance would be cruel. */
  private isPastReading(): boolean {
    const { dangers } = this.screen;
    return dangers.length > 0 && dangers.every(({ guides }) => guides.length === 0);
  }

  /** Adds instant answers when they come; false when they do not. */
  private async add(answers: Promise<readonly ShownAnswer[]>): Promise<boolean> {
    try {
      this.list.add((await answers).filter(this.mayOffer));
      this.say(this.isSlow ? 'slow' : 'instant');
      return true;
    } catch {
      return false;
    }
  }

  private async showFullText({ full, partial }: FullTextAnswer): Promise<Stage> {
    const most = this.query.kind ? OF_ONE : OF_EACH;
    try {
      const groups = await Promise.all(full.map(({ hits }) => this.fetchAll(hits.slice(0, most))));
      full.forEach(({ kind, hits }, at) => {
        const rest = hits.length > most;
        this.more ||= rest;
        this.list.add(groups[at] ?? [], rest ? `${kind}（共${hits.length}页）` : kind);
      });
      const related = await this.fetchAll(partial.slice(0, RELATED));
      if (this.list.size === 0) this.list.add(related, '只有一部分相关');
      else this.showRelated(related.filter(({ path }) => !this.list.has(path)));
      if (this.query.kind) this.offerMore(full[0]?.hits.slice(most) ?? []);
      return 'done';
    } catch {
      return 'failed';
    }
  }

  private showRelated(pages: readonly ShownAnswer[]): void {
    if (pages.length === 0) return;
    const related = new ResultList('相关结果');
    related.add(pages);
    this.screen.results.append(element('h2', {}, ['相关结果']), related.element);
  }

  /** A button that adds the next pages below, and leads the keyboard to the first of them. */
  private offerMore(rest: readonly PageHit[]): void {
    if (rest.length === 0) return;
    const button = element('button', { type: 'button' }, ['再看一些']);
    button.addEventListener('click', () => {
      button.disabled = true;
      void this.fetchAll(rest.slice(0, OF_ONE)).then((pages) => {
        const at = this.list.element.children.length;
        this.list.add(pages);
        button.remove();
        this.offerMore(rest.slice(OF_ONE));
        this.say('done');
        this.list.element.children[at]?.querySelector('a')?.focus();
      });
    });
    this.more = true;
    this.list.element.after(button);
  }

  /** The ways on where nothing was found or something failed. */
  private after(stage: Stage): Node[] {
    if (stage === 'done' && (this.list.size > 0 || this.screen.dangers.length > 0)) return [];
    if (stage === 'done')
      return [
        element('p', { class: 'note' }, [
          '可以换个说法、少写几个字再试；或者看下面的办法，也可以打12348问。',
        ]),
      ];
    const again = element('button', { type: 'button' }, ['再试一次']);
    again.addEventListener('click', () => void this.run());
    return [again];
  }

  private say(stage: Stage): void {
    if (this.ended) return;
    const danger = sayDanger(this.screen.dangers);
    const found = this.list.size;
    // Nobody in danger is told that nothing was found.
    const told =
      danger && stage === 'done' && found === 0 ? '' : sayStage(stage, this.query.text, found, this.more);
    this.screen.status.textContent = `${danger}${told}`;
  }
}

import { findInRegion, type FoundThere } from '../domain/finder/find-in-region.ts';
import { guideMatcher } from '../domain/search/guides.ts';
import { citiesSpeakingOf } from '../domain/search/region-notices.ts';
import type { Answer, InstantIndex } from '../domain/search/types.ts';
import { leavesNoTrace } from '../domain/search/urgent.ts';
import { fetched } from './fetched.ts';
import { askShard, shardsOn } from './region/places.ts';
import { dangerParts } from './search/danger-card.ts';
import { askDanger } from './search/danger.ts';
import { once, orNothing } from './search/once.ts';
import { readQuery, writeQuery } from './search/query.ts';
import { ResultList } from './search/results.ts';
import { sayDanger } from './search/words.ts';

const INSTANT = '/data/search/instant.json';
const GUIDES = 5;
/** Below this a guide is a guess. */
const LEAST = 10;

const guides = once(async () => guideMatcher(await fetched<InstantIndex>(INSTANT)));

const placeAnswer = ({ url, path, name, county, why }: FoundThere): Answer => ({
  path: url ?? path,
  title: name,
  kind: '司法所',
  county,
  text: url ? why : [why, '网址待公开'].filter(Boolean).join('，'),
});

/** The cities whose notices speak of it: each is asked on its own site. */
const noticesOn = async (text: string, count: number): Promise<Answer[]> =>
  (await citiesSpeakingOf(text, (key) => askShard(key, count))).map(({ name, url, notices }) => ({
    path: `${url}search/?${new URLSearchParams({ q: text, type: '公告' }).toString()}`,
    title: `${name}的公告`,
    kind: '公告',
    text: `标题、摘要里提到的最多${notices}篇，到${name}的网站看`,
  }));

/** The guides for a trouble; in the one city that was named, its own. */
async function guidesFor(text: string, found: readonly FoundThere[]): Promise<Answer[]> {
  const match = await guides();
  const roots = new Set(found.map(({ url }) => url?.replace(/offices\/.*$/, '')));
  const [root] = roots.size === 1 ? roots : [];
  return match(text)
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, GUIDES)
    .map(({ answer }) => ({
      ...answer,
      path: root && /^\/services\/[^#]+/.test(answer.path) ? root + answer.path.slice(1) : answer.path,
    }));
}

const said = (text: string, count: number): string =>
  count > 0 ? `找到${count}条与“${text}”有关的结果。` : `没有找到与“${text}”有关的内容。`;

/** The search of a region at work: the place first, then what is asked about it. */
class RegionSearch extends HTMLElement {
  /** Grows with every question: an answer to an older one is not shown. */
  private turn = 0;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    if (!form || !input) return;
    const follow = () => {
      input.value = readQuery(location.search).text;
      void this.show(input.value);
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      history.pushState(null, '', writeQuery({ text: input.value.trim() }));
      void this.show(input.value.trim());
    });
    window.addEventListener('popstate', follow);
    follow();
  }

  private async show(text: string): Promise<void> {
    const [results, status, danger] = ['[data-results]', '[role=status]', '[data-danger]'].map((name) =>
      this.querySelector(name),
    );
    if (!results || !status || !danger) return;
    const turn = (this.turn += 1);
    for (const part of [results, status, danger]) part.replaceChildren();
    if (!text) return;
    const hearing = await askDanger(text);
    if (turn !== this.turn) return;
    danger.replaceChildren(...dangerParts(hearing));
    if (leavesNoTrace(hearing)) history.replaceState(null, '', location.pathname);
    const list = new ResultList('搜索结果');
    results.replaceChildren(list.element);
    const places = await orNothing(findInRegion(text, (key) => askShard(key, shardsOn(this))));
    if (turn !== this.turn) return;
    list.add((places?.found ?? []).map(placeAnswer));
    const rest = places ? places.rest : text;
    const answers = rest ? await orNothing(guidesFor(rest, places?.found ?? [])) : [];
    if (turn !== this.turn) return;
    list.add(answers ?? []);
    list.add((rest && (await orNothing(noticesOn(rest, shardsOn(this))))) || []);
    if (turn !== this.turn) return;
    if (list.size === 0) list.element.remove();
    const broken = places && answers ? '' : '有的没有取到，可能是网络不通，请再试一次。';
    status.textContent = `${sayDanger(hearing.sure)}${broken || said(text, list.size)}`;
    delete document.documentElement.dataset['asked'];
  }
}

customElements.define('region-search', RegionSearch);

/** The lists of what was found. What is shown stays where it is: more is only ever added below. */
import { withBase } from '../../domain/urls.ts';
import { element } from '../element.ts';
import type { ShownAnswer } from './hit.ts';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
const decoded = (text: string) =>
  text.replace(/&(lt|gt|quot|amp|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** An excerpt as nodes: `<mark>` is its only tag, everything else is text; marks left over in front are dropped. */
const excerptNodes = (excerpt: string): (Node | string)[] =>
  excerpt
    .replace(/^[\s.,;:。，、；：]+/, '')
    .split(/<mark>([\s\S]*?)<\/mark>/)
    .map((part, at) => (at % 2 ? element('mark', {}, [decoded(part)]) : decoded(part)));

function item({ path, title, kind, county, text, excerpt }: ShownAnswer, heading = ''): HTMLLIElement {
  const about = [county, text].filter(Boolean).join('，');
  return element('li', {}, [
    element('p', { class: 'found-title' }, [
      element('a', { href: withBase(import.meta.env.BASE_URL, path) }, [title]),
      // The heading of its group shows the kind already.
      element('span', { class: heading.startsWith(kind) ? 'tag hidden' : 'tag' }, [kind]),
    ]),
    ...(about ? [element('p', {}, [about])] : []),
    ...(excerpt ? [element('p', { class: 'soft' }, excerptNodes(excerpt))] : []),
  ]);
}

/** A list that only grows, and never says the same page twice. */
export class ResultList {
  readonly element: HTMLOListElement;
  private readonly paths = new Set<string>();

  constructor(name: string) {
    this.element = element('ol', { class: 'found', 'aria-label': name });
  }

  get size(): number {
    return this.paths.size;
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** Adds pages below those that are there; a heading goes before the first new one. */
  add(pages: readonly ShownAnswer[], heading?: string): void {
    const fresh = pages.filter(({ path }) => !this.paths.has(path));
    fresh.forEach((page, at) => {
      const made = item(page, heading);
      if (heading && at === 0) made.prepend(element('h3', {}, [heading]));
      this.paths.add(page.path);
      this.element.append(made);
    });
  }
}

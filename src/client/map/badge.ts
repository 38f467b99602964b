import type { MapData } from '../../views/map.ts';
import { element } from '../element.ts';
import { sayMarks, type MapMark } from './marks.ts';

function shapeOf(marks: readonly MapMark[]): HTMLElement {
  const count = marks.reduce((sum, { entries }) => sum + entries.length, 0);
  const [first] = marks;
  if (marks.length > 1) return element('span', { class: 'map-dot many' }, [String(count)]);
  if (first?.kind === 'seat') return element('span', { class: 'map-dot square' }, [String(count)]);
  const solid = first?.entries[0]?.office.placed === 'office';
  return element('span', { class: `map-dot ${solid ? 'solid' : 'hollow'}` });
}

/** A group of points as a button: its shape says how exactly it is known, its name says it in words. */
export const buttonOf = (marks: readonly MapMark[]): HTMLButtonElement =>
  element('button', { type: 'button', class: 'map-mark', 'aria-label': sayMarks(marks) }, [shapeOf(marks)]);

/** The counties whose seats are in a group, for the eye; the button says the same to a screen reader. */
export function labelOf(marks: readonly MapMark[], { counties }: MapData): HTMLElement | undefined {
  const slugs = marks.flatMap(({ kind, entries }) =>
    kind === 'seat' ? (entries[0]?.office.county ?? []) : [],
  );
  const names = counties.filter(({ slug }) => slugs.includes(slug)).map(({ shortName }) => shortName);
  if (names.length === 0) return undefined;
  const text = names.length > 1 ? `${names[0]}等` : names.join('');
  return element('span', { class: 'map-name', 'aria-hidden': 'true' }, [text]);
}

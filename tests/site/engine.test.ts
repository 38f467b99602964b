/** The emitted styles and scripts, checked for what the oldest engines lack (README: Chromium 86). */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/build/stamp.ts';
import { all, attribute, DIST, readSite } from '../helpers/dist.ts';
import { newInScript } from '../helpers/engine-scripts.ts';
import { newInStyles } from '../helpers/engine-styles.ts';

const site = readSite(DIST);
const files = filesBelow(DIST).map((file) => ({
  name: relative(DIST, file).replaceAll('\\', '/'),
  text: () => readFileSync(file, 'utf8'),
}));

/** Styles that only improve on what stands without them. */
const ONLY_BETTER = [
  'text-underline-offset',
  'text-decoration-thickness',
  // On paper: folded text is printed open, frames are closed at the end of a sheet; without, as on the screen.
  ':details-content()',
  'box-decoration-break',
  // On a phone long pages are laid out bit by bit; an engine that does not know it lays out all at once.
  'text-wrap',
  'text-wrap: pretty',
  'contain-intrinsic-height',
  // The mark of a list beside the first line of a link; without, beside its last.
  'baseline-source',
  'baseline-source: first',
];

/** What scripts use only where they have found it: they ask `'share' in navigator`, `'Segmenter' in Intl`. */
const ASKED_FOR = ['.share', '.Segmenter', '.segment'];

const textIn = (element: { readonly childNodes: readonly object[] }) =>
  element.childNodes.map((node) => ('value' in node ? String(node.value) : '')).join('');

const inPages = (tag: 'style' | 'script') =>
  [
    ...new Set(
      site.pages.flatMap((page) =>
        all(page, tag)
          .filter((one) => !isData(one))
          .map(textIn),
      ),
    ),
  ].filter(Boolean);

const isData = (one: Parameters<typeof attribute>[0]) => /json/.test(attribute(one, 'type') ?? '');

describe('in engines of 2020', () => {
  it('all styles work', () => {
    const sheets = [
      ...inPages('style'),
      ...files.filter(({ name }) => name.endsWith('.css')).map(({ text }) => text()),
    ];
    const found = new Set(sheets.flatMap(newInStyles));
    expect(sheets.length).toBeGreaterThan(1);
    expect([...found].filter((one) => !ONLY_BETTER.includes(one))).toEqual([]);
  });

  it('the scripts of the pages work', () => {
    const scripts = files.filter(({ name }) => name.endsWith('.js'));
    const found = [
      ...scripts.map(({ name, text }) => ({ name, what: newInScript(text()) })),
      ...inPages('script').map((text) => ({ name: 'in pages', what: newInScript(text) })),
    ];
    const wrong = found.flatMap(({ name, what }) =>
      what.filter((one) => !ASKED_FOR.includes(one)).map((one) => `${name}: ${one}`),
    );
    expect(scripts.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { newInScript } from '../helpers/engine-scripts.ts';
import { newInStyles } from '../helpers/engine-styles.ts';

describe('the check for old engines finds', () => {
  it.each([
    ['@layer a { .x { color: red } }', '@layer'],
    ['.x { inset: 0 }', 'inset'],
    ['.x { aspect-ratio: 1 }', 'aspect-ratio'],
    ['.x { color: color-mix(in srgb, red, blue) }', 'color-mix()'],
    ['.x { color: light-dark(red, blue) }', 'light-dark()'],
    ['.x { color: lab(50% 0 0) }', 'lab()'],
    ['.x { overflow: clip }', 'overflow: clip'],
    ['.x { width: 100dvh }', 'dvh'],
    ['.x:is(.a, .b) { color: red }', ':is()'],
    ['.x:has(.a) { color: red }', ':has()'],
    ['.x:not(.a, .b) { color: red }', ':not()'],
    ['.x { .y { color: red } }', 'nesting'],
    ['@container (min-width: 1px) { .x { color: red } }', '@container'],
    ['@media (width >= 40rem) { .x { color: red } }', '@media (a < b)'],
  ])('in styles %s', (text, found) => {
    expect(newInStyles(text)).toContain(found);
  });

  it.each([
    ['[1].at(0)', '.at'],
    ['[1].findLast(Boolean)', '.findLast'],
    ['[1].toSorted()', '.toSorted'],
    ['Object.hasOwn({}, "a")', '.hasOwn'],
    ['structuredClone({})', 'structuredClone'],
    ['document.body.checkVisibility()', '.checkVisibility'],
    ['Object.groupBy([], String)', '.groupBy'],
    ['class A { static {} }', 'static {}'],
    ['class A { #a; has(b) { return #a in b } }', '#x in y'],
    ['await fetch("")', 'await'],
    ['/a/d', '/d'],
  ])('in scripts %s', (text, found) => {
    expect(newInScript(text)).toContain(found);
  });

  it('nothing in what those engines know', () => {
    const styles = '.a { display: flex; gap: 1rem; margin: 0 } .a:not(.b):focus-visible { color: #0008 }';
    const script =
      'class A { #a = 1; static b = 2; c() { return this?.#a ?? "x".replaceAll("a", "b") } } a ||= /(?<=b)c/u; async () => await 1';
    expect(newInStyles(styles)).toEqual([]);
    expect(newInScript(script)).toEqual([]);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadContent, type Loaded } from '../../src/catalogue/load.ts';
import { isError } from '../../src/domain/problems.ts';
import { contentFiles, TODAY, withContent } from '../helpers/content.ts';

const FILES = [...contentFiles().keys()].filter((file) => file !== 'README.md');

/** Checks the folder with one file damaged, and puts the file back. */
function checkDamaged(folder: string, file: string, damage: (bytes: Buffer) => Uint8Array | string): Loaded {
  const path = join(folder, file);
  const whole = readFileSync(path);
  try {
    writeFileSync(path, damage(Buffer.from(whole)));
    return loadContent(folder, { today: TODAY });
  } finally {
    writeFileSync(path, whole);
  }
}

const WORDS_OF_LIBRARIES = /Invalid|Required|expected|Unrecognized|undefined|NaN|\[object/;

/** No catalogue with errors, no errors without words, no words of the libraries. */
function expectHonest({ catalogue, problems }: Loaded): void {
  expect(catalogue === undefined).toBe(problems.some(isError));
  for (const { message, remedy, line, column } of problems) {
    expect(message).toMatch(/\p{Script=Han}/u);
    expect(remedy).toMatch(/\p{Script=Han}/u);
    expect(message).not.toMatch(WORDS_OF_LIBRARIES);
    expect(line ?? 1).toBeGreaterThan(0);
    expect(column ?? 1).toBeGreaterThan(0);
  }
}

/** A value somewhere below, replaced by another. */
function replaceAt(value: unknown, steps: readonly number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null || steps.length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[(steps[0] ?? 0) % Math.max(1, keys.length)];
  if (key === undefined) return by;
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  Reflect.set(copy, key, replaceAt(Reflect.get(value, key), steps.slice(1), by));
  return copy;
}

const file = fc.constantFrom(...FILES);
const place = fc.double({ min: 0, max: 1, noNaN: true });
const runs = { numRuns: 150 };

describe('the check of damaged content', () => {
  it('survives bytes written over any file', () => {
    withContent({}, (folder) => {
      fc.assert(
        fc.property(file, place, fc.uint8Array({ minLength: 1, maxLength: 12 }), (name, at, bytes) => {
          const damage = (whole: Buffer) => {
            whole.set(
              bytes.slice(0, whole.length),
              Math.floor(at * Math.max(0, whole.length - bytes.length)),
            );
            return whole;
          };
          expectHonest(checkDamaged(folder, name, damage));
        }),
        runs,
      );
    });
  });

  it('survives files cut short anywhere', () => {
    withContent({}, (folder) => {
      fc.assert(
        fc.property(file, place, (name, at) => {
          expectHonest(
            checkDamaged(folder, name, (whole) => whole.subarray(0, Math.floor(at * whole.length))),
          );
        }),
        runs,
      );
    });
  });

  it('survives any value in place of any other', () => {
    const json = fc.constantFrom(...FILES.filter((name) => name.endsWith('.json')));
    withContent({}, (folder) => {
      fc.assert(
        fc.property(
          json,
          fc.array(fc.nat(20), { minLength: 1, maxLength: 7 }),
          // A message quotes the author, who may write such a word.
          fc.jsonValue().filter((value) => !WORDS_OF_LIBRARIES.test(JSON.stringify(value))),
          (name, steps, by) => {
            const damage = (whole: Buffer) =>
              JSON.stringify(replaceAt(JSON.parse(whole.toString()), steps, by));
            expectHonest(checkDamaged(folder, name, damage));
          },
        ),
        { numRuns: 400 },
      );
    });
  });

  it('survives any text as a body', () => {
    const piece = fc.constantFrom(
      '# ',
      '[a](',
      ')',
      '<b>',
      '![',
      '|',
      '\n',
      '\n\n',
      '---',
      '> ',
      '- ',
      '`',
      '文',
      '[^1]',
      '&',
    );
    withContent({}, (folder) => {
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
          const damage = (whole: Buffer) => whole.toString() + pieces.join('');
          expectHonest(checkDamaged(folder, 'pages/about.mdx', damage));
        }),
        runs,
      );
    });
  });
});

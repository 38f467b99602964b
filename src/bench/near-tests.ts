/** Which tests look at a file from near: those that run its mutants. */
import type { SourceFile } from './imports.ts';

/** Who imports a file, types aside. */
function importersOf(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const { path, imports } of files)
    for (const { target, typeOnly } of imports)
      if (target && !typeOnly) importers.set(target, [...(importers.get(target) ?? []), path]);
  return importers;
}

const isTest = (path: string): boolean => path.endsWith('.test.ts');
const isHelper = (path: string): boolean => path.startsWith('tests/') && !isTest(path);

/** The rules of the check are asked through one door. */
const isRule = (path: string): boolean => path.startsWith('src/catalogue/rules/');
const asksRules = ({ path, code }: SourceFile): boolean => isTest(path) && /\bproblemsOf\b/.test(code);

/** The rings of files around one, each importing one of the ring before; a helper stands for the tests that it helps. */
function* ringsAround(
  target: string,
  importers: ReadonlyMap<string, readonly string[]>,
): Generator<string[]> {
  const seen = new Set([target]);
  for (let ring = [target]; ring.length > 0;) {
    const around: string[] = [];
    for (const path of ring)
      for (const importer of importers.get(path) ?? [])
        if (!seen.has(importer)) {
          seen.add(importer);
          (isHelper(importer) ? ring : around).push(importer);
        }
    yield around;
    ring = around;
  }
}

/**
 * Of the files, the tests that import one of the targets, be it through helpers of the tests;
 * of a file that only other files import, the tests that import those; of a rule, those that ask the check.
 */
export function nearTests(targets: readonly string[], files: readonly SourceFile[]): string[] {
  const importers = importersOf(files);
  const asking = files.filter(asksRules).map(({ path }) => path);
  const near = (target: string): string[] => {
    const rings = ringsAround(target, importers);
    if (isRule(target)) return [...(rings.next().value ?? []).filter(isTest), ...asking];
    for (const ring of rings) {
      const tests = ring.filter(isTest);
      if (tests.length > 0) return tests;
    }
    return [];
  };
  return [...new Set(targets.flatMap(near))].sort();
}

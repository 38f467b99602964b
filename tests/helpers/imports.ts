/** What is found by following the project's import lines, for the test of its layers. */
import type { Import, SourceFile } from '../../src/bench/imports.ts';

/** What is found on the way down through imports: the longest chain of files, and a ring where there is one. */
interface Descent {
  /** From the file that nobody imports to the one that imports nothing. */
  readonly longest: readonly string[];
  readonly ring?: readonly string[];
}

/** Follows the imports of the files, each once; those of types never. */
export function descend(
  files: readonly SourceFile[],
  follows: (one: Import) => boolean = () => true,
): Descent {
  const next = ({ imports }: SourceFile) =>
    imports.flatMap((one) => (!one.typeOnly && follows(one) && one.target ? [one.target] : []));
  const edges = new Map(files.map((file) => [file.path, next(file)]));
  const below = new Map<string, readonly string[]>();
  let ring: readonly string[] | undefined;
  const walk = (path: string, trail: readonly string[]): readonly string[] => {
    const known = below.get(path);
    if (known) return known;
    if (trail.includes(path)) {
      ring ??= [...trail.slice(trail.indexOf(path)), path];
      return [];
    }
    const chains = (edges.get(path) ?? []).map((target) => walk(target, [...trail, path]));
    const chain = [path, ...chains.reduce((a, b) => (b.length > a.length ? b : a), [])];
    below.set(path, chain);
    return chain;
  };
  const chains = files.map(({ path }) => walk(path, []));
  const longest = chains.reduce((a, b) => (b.length > a.length ? b : a), []);
  return { longest, ...(ring && { ring }) };
}

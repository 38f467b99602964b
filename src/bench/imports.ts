/** The import lines of the project's source. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from '../command/command.ts';
import { filesBelow } from '../build/stamp.ts';

export interface Import {
  /** What is written between the quotes. */
  readonly specifier: string;
  /** The file inside the project, from its root, or undefined for a package. */
  readonly target: string | undefined;
  readonly typeOnly: boolean;
  /** Fetched while running, when it is needed. */
  readonly late: boolean;
}

export interface SourceFile {
  /** From the project's root, with forward slashes: `src/domain/dates.ts`. */
  readonly path: string;
  /** `src/domain`, `scripts`, …: the first two parts under src, the first elsewhere. */
  readonly layer: string;
  readonly code: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

const CODE = /\.(?:ts|mjs|astro)$/;

/** An import line, or an export line that names a source. */
const STATIC = /^\s*(?:import|export)\s+(type\s+)?(?:([\w$*{][^'";=]*?)\s*from\s*)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

const frontMatter = (text: string): string => /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';

/** All names of `{ type A, type B }` are types. */
function onlyTypes(names: string): boolean {
  const list = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  if (list === undefined) return false;
  const parts = list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 0 && parts.every((part) => part.startsWith('type '));
}

function importsOf(path: string, code: string): Import[] {
  const target = (specifier: string) =>
    specifier.startsWith('.') ? join(dirname(path), specifier).replaceAll('\\', '/') : undefined;
  const fixed = [...code.matchAll(STATIC)].map(([, type, names = '', specifier = '']) => ({
    specifier,
    target: target(specifier),
    typeOnly: Boolean(type) || onlyTypes(names),
    late: false,
  }));
  const late = [...code.matchAll(DYNAMIC)].map(([, specifier = '']) => ({
    specifier,
    target: target(specifier),
    typeOnly: false,
    late: true,
  }));
  return [...fixed, ...late];
}

function readSource(file: string): SourceFile {
  const path = relative(ROOT, file).replaceAll('\\', '/');
  const text = readFileSync(file, 'utf8');
  const code = path.endsWith('.astro') ? frontMatter(text) : text;
  const parts = path.split('/');
  const layer = parts[0] === 'src' && parts.length > 2 ? `src/${parts[1]}` : (parts[0] ?? '');
  return { path, layer, code, lines: text.trimEnd().split('\n').length, imports: importsOf(path, code) };
}

/** Every source file below the given folders of the project. */
export const sources = (...folders: readonly string[]): SourceFile[] =>
  folders
    .map((folder) => join(ROOT, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => filesBelow(folder).filter((file) => CODE.test(file)))
    .map(readSource);

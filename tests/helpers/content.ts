import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadContent } from '../../src/catalogue/load.ts';
import type { Problem } from '../../src/domain/problems.ts';
import { BASE } from './content-base.ts';

/** What stands in a file: data for JSON, text, or bytes. */
export type Content = object | string | Uint8Array;

/** A file changed by a function of its usual content, replaced, or left out (`null`). */
// eslint-disable-next-line -- each test knows the shape of the file that it changes
export type Override = Content | null | ((usual: Loose) => unknown);

/** A JSON value whose shape the test knows. */
export interface Loose {
  [key: string]: Loose;
}

/** The day on which all checks of tests take place. */
export const TODAY = '2026-11-22';

const isBytes = (content: unknown): content is Uint8Array => content instanceof Uint8Array;

function asBytes(content: Content): string | Uint8Array {
  if (typeof content === 'string' || isBytes(content)) return content;
  return `${JSON.stringify(content, null, 2)}\n`;
}

function applied(usual: Content | undefined, override: Override): Content | null {
  if (typeof override !== 'function') return override;
  const copy = structuredClone(usual) as unknown as Loose;
  const result = override(copy);
  return (result ?? copy) as Content;
}

/** The files of a small valid city (2 counties, 3 townships), with overrides. */
export function contentFiles(overrides: Readonly<Record<string, Override>> = {}): Map<string, Content> {
  const files = new Map<string, Content>(Object.entries(BASE));
  for (const [file, override] of Object.entries(overrides)) {
    const content = applied(files.get(file), override);
    if (content === null) files.delete(file);
    else files.set(file, content);
  }
  return files;
}

/** Writes files into a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, Content>): void {
  for (const [file, content] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), asBytes(content));
  }
}

/** Makes a temporary content folder for the time of one call. */
export function withContent<T>(overrides: Readonly<Record<string, Override>>, act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    writeFiles(folder, contentFiles(overrides));
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Checks a small city with overrides. */
export const aContent = (overrides: Readonly<Record<string, Override>> = {}, today = TODAY) =>
  withContent(overrides, (folder) => loadContent(folder, { today }));

/** A problem in one line: `file:line:column kind | field | message | remedy`; a warning begins with `!`. */
export function row({ severity, file, line, column, kind, field, message, remedy }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  const mark = severity === 'warning' ? '! ' : '';
  return `${mark}${place} ${kind} | ${field ?? '-'} | ${message} | ${remedy}`;
}

/** The table of problems of a small city with overrides. */
export const problemsOf = (overrides: Readonly<Record<string, Override>>): string[] =>
  aContent(overrides).problems.map(row);

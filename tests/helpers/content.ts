import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadContent } from '../../src/catalogue/load.ts';
import type { Problem } from '../../src/domain/problems.ts';
import { BASE } from './content-base.ts';

/** What stands in a file: data for JSON, text, or bytes. */
export type Content = object | string | Uint8Array;

/** A file made from its usual text, replaced, or left out (`null`). */
export type Override = Content | null | ((usual: string) => Content);
export type Overrides = Readonly<Record<string, Override>>;

/** The day on which all checks of tests take place. */
export const TODAY = '2026-11-22';

/** The day on which tests look at the content of this repository: none of its dates lies ahead of it. */
export const CONTENT_DAY = '2026-11-28';

const asText = (content: Content): string =>
  typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;

/** The usual content of a file. */
export const usual = (file: string): Content => BASE[file] ?? '';

/** The usual text with the first occurrence of some words replaced. */
export const replaced = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`the usual text has no ${from}`);
  return text.replace(from, () => to);
};

/** The usual text with more behind it. */
export const appended = (more: string) => (text: string) => text + more;

/** The usual data with some fields changed, each named by its path (`people[0].id`); undefined takes it out. */
export const fields = (changes: Readonly<Record<string, unknown>>) => (text: string) => {
  const data = JSON.parse(text) as object;
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(/[.[\]]+/).filter(Boolean);
    const parent = keys.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key) as object, data);
    const last = keys.at(-1) ?? '';
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else Reflect.set(parent, last, value);
  }
  return data;
};

/** The files of a small valid city (2 counties, 3 townships), with overrides. */
export function contentFiles(overrides: Overrides = {}): Map<string, Content> {
  const files = new Map<string, Content>(Object.entries(BASE));
  for (const [file, override] of Object.entries(overrides)) {
    const content = typeof override === 'function' ? override(asText(usual(file))) : override;
    if (content === null) files.delete(file);
    else files.set(file, content);
  }
  return files;
}

/** Writes files into a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, Content>): void {
  for (const [file, content] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content instanceof Uint8Array ? content : asText(content));
  }
}

/** Makes a temporary content folder for the time of one call. */
export function withContent<T>(overrides: Overrides, act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    writeFiles(folder, contentFiles(overrides));
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Checks a small city with overrides. */
export const aContent = (overrides: Overrides = {}, today = TODAY) =>
  withContent(overrides, (folder) => loadContent(folder, { today }));

/** A problem in one line: `file:line:column kind | field | message | remedy`; a warning begins with `!`. */
export function row({ severity, file, line, column, kind, field, message, remedy }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  const mark = severity === 'warning' ? '! ' : '';
  return `${mark}${place} ${kind} | ${field ?? '-'} | ${message} | ${remedy}`;
}

/** The table of problems of a small city with overrides. */
export const problemsOf = (overrides: Overrides): string[] => aContent(overrides).problems.map(row);

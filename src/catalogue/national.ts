/** The texts that hold in every city: they come with the program and lie beneath a city's own content. */
import { fileURLToPath } from 'node:url';
import type { Problem } from '../domain/problems.ts';
import { SAMPLES } from '../domain/samples.ts';
import { isFolder, readFolder, type FoundFile } from './read-folder.ts';

/** Where they lie: guides, functions, rules, laws, words, samples, each in the place it would have in a city's content. */
export const NATIONAL = fileURLToPath(new URL('../../national', import.meta.url));

/** Looked for before anything is parsed, so that a fault in `site.json` brings in no texts that a city does without. */
export const WITHOUT = /"national"\s*:\s*false/;

/** Without a `site.json` there is no city yet that anything could lie beneath. */
const standsAlone = (files: readonly FoundFile[]): boolean => {
  const site = files.find(({ file }) => file === 'site.json');
  return site === undefined || WITHOUT.test(Buffer.from(site.read()).toString('utf8'));
};

/** What stands in place of what: samples only all together, since they belong to each other. */
const nameOf = (file: string): string => (file.startsWith(`${SAMPLES}/`) ? SAMPLES : file);

/**
 * Every file of a content folder, and beneath them the national ones: a city's file stands in place of the national
 * one of the same name. Fewer where not all are wanted: `site.json` has to be.
 */
export function readSources(
  folder: string,
  wants?: (file: string) => boolean,
): { files: FoundFile[]; problems: Problem[] } {
  const own = readFolder(folder, wants);
  if (standsAlone(own.files) || !isFolder(NATIONAL)) return own;
  const taken = new Set(own.files.map(({ file }) => nameOf(file)));
  const beneath = readFolder(NATIONAL, wants).files.filter(({ file }) => !taken.has(nameOf(file)));
  return {
    files: [...own.files, ...beneath.map((one) => ({ ...one, national: true as const }))],
    problems: own.problems,
  };
}

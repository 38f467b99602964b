/**
 * The place where cities with the installed program stand, one after the other in a run of tests: each finds it as a
 * repository that was just set up, but what the program has bundled and compiled of itself there is kept.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sweepLeftovers } from '../../src/command/leftovers.ts';

const PREFIX = join(tmpdir(), 'open-office-city-');

/** By the process that runs the files of tests one after the other. */
const placeOf = (run: number) => `${PREFIX}${run}`;

/** The packages, and what their programs make of themselves alone. */
const KEPT = ['node_modules', '.cache'];
const KEPT_MADE = ['node', 'program', 'renderer'];

/** Removes what a folder holds but for some. */
function removeOthers(folder: string, kept: readonly string[]): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (!kept.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Takes a city away; the program stays. */
export function clear(place: string): void {
  removeOthers(place, KEPT);
  removeOthers(join(place, '.cache'), KEPT_MADE);
}

/** The place, without a city. `install` puts the program into a folder of packages where it is not there yet. */
export function emptyPlace(install: (modules: string) => void): string {
  sweepLeftovers(PREFIX);
  const place = placeOf(process.ppid);
  const modules = join(place, 'node_modules');
  if (existsSync(modules)) clear(place);
  else install(modules);
  return place;
}

/** When all files have run. */
export const teardown = (): void => rmSync(placeOf(process.pid), { recursive: true, force: true });

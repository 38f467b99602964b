/**
 * What the oldest engines that we promise lack (Chromium 86: WeChat's and Android's WebViews of 2020), by MDN's
 * compatibility data.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CompatData, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';

export const OLDEST = 86;

const file = createRequire(import.meta.url).resolve('@mdn/browser-compat-data');
export const known = JSON.parse(readFileSync(file, 'utf8')) as CompatData;

/** From which version on without a flag, prefix or other name; Infinity for never. */
function since(statement: SimpleSupportStatement): number {
  const { flags, prefix, alternative_name: other, version_added: added } = statement;
  if (flags || prefix || other || !added) return Infinity;
  return Number.parseInt(added.replace('≤', ''), 10) || Infinity;
}

/** The first Chrome with a feature; 0 where the data know nothing of it. */
export function firstChrome(feature: Identifier | undefined): number {
  const support = feature?.__compat?.support.chrome;
  return support ? Math.min(...[support].flat().map(since)) : 0;
}

/** True for what the oldest engine lacks. */
export const isNew = (feature: Identifier | undefined): boolean => firstChrome(feature) > OLDEST;

/** The parts of a feature, by name. */
export const partsOf = (feature: Identifier | undefined): [string, Identifier][] =>
  Object.entries(feature ?? {}).filter(([name]) => name !== '__compat') as [string, Identifier][];

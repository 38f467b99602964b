/** Every kind of file for others, said once: `/data/`, the descriptions for machines and the tests take it from here. */
import { CITY_FILES } from './documented/city.ts';
import { EACH_FILES } from './documented/each.ts';
import type { Documented } from '../domain/documented.ts';
import { STANDARD_FILES } from './documented/standard.ts';

export const DOCUMENTED = {
  ...CITY_FILES,
  ...EACH_FILES,
  ...STANDARD_FILES,
} as const satisfies Record<string, Documented>;

export type ExportKind = keyof typeof DOCUMENTED;

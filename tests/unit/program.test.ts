import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';

let program: string;

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(program, path)), { recursive: true });
  writeFileSync(join(program, path), text);
};

/** What `check` of a small program says, started as every command is. */
function said(): string {
  const start = ['--import', pathToFileURL(join(program, 'scripts/program.mjs')).href];
  const command = [...start, join(program, 'scripts/check.ts')];
  const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', cwd: program });
  return stdout + stderr;
}

/** Where what was bundled of `check` is kept. */
const bundles = () =>
  readdirSync(join(program, '.cache/program'))
    .filter((name) => name !== 'kept.json')
    .map((name) => join('.cache/program', name, 'scripts/check.mjs'));

describe('a command of the program', () => {
  beforeEach(() => {
    program = mkdtempSync(join(tmpdir(), 'open-office-bundled-'));
    symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'));
    write('package.json', '{ "type": "module" }');
    write(
      'scripts/check.ts',
      "import { word } from '../src/word.ts';\nconsole.log(word, import.meta.url.split('/').at(-1));",
    );
    write('src/word.ts', "export const word: string = 'one';");
    write('src/integration.ts', '');
    write('src/build/compile-process.ts', '');
    for (const name of ['bundle.mjs', 'program.mjs', 'run.mjs'])
      copyFileSync(join(ROOT, 'scripts', name), join(program, 'scripts', name));
    return () => rmSync(program, { recursive: true, force: true });
  });

  it('is bundled once, and looks for files beside its source', () => {
    expect(said()).toBe('one check.ts\n');
    const [kept = '', ...more] = bundles();
    expect(more).toEqual([]);
    write(kept, "console.log('from what is kept');");
    expect(said()).toBe('from what is kept\n');
  });

  it('is bundled anew when a file was written, though it be as long and as old as before', () => {
    said();
    const { atime, mtime } = statSync(join(program, 'src/word.ts'));
    write('src/word.ts', "export const word: string = 'two';");
    utimesSync(join(program, 'src/word.ts'), atime, mtime);
    expect(said()).toBe('two check.ts\n');
  });

  it('is bundled anew when what is kept cannot be read', () => {
    said();
    write('.cache/program/kept.json', '{');
    expect(said()).toBe('one check.ts\n');
  });

  it('runs where nothing can be kept', () => {
    write('.cache', 'a file in the way');
    expect(said()).toBe('one check.ts\n');
  });

  it('tells where its own source has a fault', () => {
    write('src/word.ts', 'export const word: = 1;');
    expect(said()).toContain('word.ts:1');
  });
});

/** Readers that others wrote, as far as this machine has them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PYTHON } from '../../src/command/programs.ts';
import { ROOT } from '../../src/command/command.ts';

const GRAMMAR = join(ROOT, 'tests/fixtures/standards/atom.rng');

/** What a script in Python says of texts that it is handed as JSON. */
export function askPython<T>(script: string, texts: readonly string[]): T {
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', `import json, sys\n${script}`], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

/** What the grammar of Atom finds wrong with a feed; empty when nothing is. */
export function atomFaults(xml: string): string {
  const args = ['--noout', '--nonet', '--relaxng', GRAMMAR, '-'];
  const { status, stderr } = spawnSync('xmllint', args, { input: xml, encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}

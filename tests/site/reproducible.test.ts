import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { filesBelow } from '../../src/build/stamp.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds for a fixed instant, as an archive or a second publisher would, and returns every file by name. */
function build(name: string): Map<string, string> {
  const out = join(folder, name);
  const args = ['--disable-warning=ExperimentalWarning', join(ROOT, 'scripts/build.ts'), '--out', out];
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1795831200', NODE_ENV: 'production' };
  const result = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(result.stdout + result.stderr);
  return new Map(filesBelow(out).map((file) => [relative(out, file), readFileSync(file, 'base64')]));
}

it('the same content at the same instant gives the same bytes', () => {
  const [first, second] = [build('first'), build('second')];
  expect(first.size).toBeGreaterThan(0);
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...first].filter(([name, bytes]) => second.get(name) !== bytes).map(([name]) => name)).toEqual([]);
});

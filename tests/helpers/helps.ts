/** The help of many commands, without starting each. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Loads commands one after the other, each with `--help`, and tells what each says. */
const SCRIPT = `
import { pathToFileURL } from 'node:url';
const [folder, ...names] = process.argv.slice(1);
const said = {};
for (const name of names) {
  const script = folder + '/' + name + '.ts';
  process.argv = [process.execPath, script, '--help'];
  console.log = (text) => void (said[name] = text);
  await import(pathToFileURL(script).href);
}
process.stdout.write(JSON.stringify(said));
`;

/** What the commands of a program's folder of scripts say with `--help` in a project, by name; loaded as its bundle. */
export function helpsOf(
  scripts: string,
  names: readonly string[],
  cwd: string,
): Readonly<Record<string, string>> {
  const bundle = pathToFileURL(join(scripts, 'program.mjs')).href;
  const flags = ['--disable-warning=ExperimentalWarning', '--import', bundle, '--input-type=module'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, '--eval', SCRIPT, '--', scripts, ...names],
    { cwd, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, string>;
}

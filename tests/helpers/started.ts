import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../src/command/command.ts';

/** What Node is told to start a command as people start it, from its bundle. */
export const started = (command: string, ...args: readonly string[]): string[] => [
  '--disable-warning=ExperimentalWarning',
  ...['--import', pathToFileURL(join(ROOT, 'scripts/program.mjs')).href],
  join(ROOT, 'scripts', `${command}.ts`),
  ...args,
];

/** The checks of the code that are not tests: types and layout. Quiet unless something is wrong. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './command.ts';

interface Gate {
  readonly name: string;
  /** A script inside `node_modules`, and its arguments. */
  readonly script: string;
  readonly args: readonly string[];
  /** What to do when it fails. */
  readonly remedy: string;
}

export const GATES: readonly Gate[] = [
  {
    name: '类型检查',
    script: 'astro/bin/astro.mjs',
    args: ['check', '--minimumFailingSeverity', 'warning', '--minimumSeverity', 'warning'],
    remedy: '请按上面的提示修改代码。',
  },
  {
    name: '代码排版',
    script: 'prettier/bin/prettier.cjs',
    args: ['--check', '.'],
    remedy: '请运行 npm run format。',
  },
];

/** Runs one gate; prints its output only when it fails. */
export function runGate(gate: Gate): Promise<boolean> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    join(ROOT, 'node_modules', gate.script),
    ...gate.args,
  ];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) console.log(Buffer.concat(chunks).toString('utf8').trim());
      console.log(code === 0 ? `✓ ${gate.name}` : `✗ ${gate.name}：${gate.remedy}`);
      resolve(code === 0);
    });
  });
}

/** The gate itself over the repository of the double: its report stands under each open request, as its job posts it. */
import { execFileSync } from 'node:child_process';
import { assess } from '../../../src/gate/assess.ts';
import { formatGate } from '../../../src/gate/report.ts';
import type { Forge } from './forge.ts';

const NOW = new Date('2026-11-22T02:00:00Z');
const OPEN = 'refs/gate/open';

/** Runs the gate on what is open, and posts what it says. */
export async function runGate(forge: Forge): Promise<void> {
  const repository = forge.repository.folder;
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, stdio: 'pipe' });
  const open = forge.open(undefined, 'main');
  for (const { number, ref } of open) git('update-ref', `${OPEN}/${number}`, ref);
  for (const pull of open) {
    const report = await assess({
      repository,
      base: 'main',
      head: pull.ref,
      accounts: [pull.author.login],
      place: { prefix: 'content' },
      open: OPEN,
      now: NOW,
    });
    pull.comments.push({ author: 'jiancha', body: formatGate('markdown', report, 'content') });
  }
}

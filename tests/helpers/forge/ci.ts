/** What runs on the head of a pull request: the project’s own content check, and whose files were touched. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent } from '../../../src/catalogue/load.ts';
import { may } from '../../../src/domain/ownership.ts';
import { isError } from '../../../src/domain/problems.ts';
import { whoWithdraws, touchedBy } from '../../../src/gate/ownership.ts';
import { differences } from '../../../src/gate/proposal.ts';
import type { Owner } from '../../../src/schemas/owners.ts';
import type { Repository } from './repository.ts';

/** An account, and what it answers for. */
export interface Account extends Omit<Owner, 'account'> {
  readonly login: string;
  /** False for one that may only read the repository: it proposes from a copy of its own. */
  readonly canWrite?: boolean;
}

export interface Verdict {
  readonly passed: boolean;
  readonly reasons: readonly string[];
}

/** The files that an account may not touch, by the gate's own judgement. */
function foreignTo(
  { login, ...owner }: Account,
  repository: Repository,
  [base, head]: readonly [string, string],
  folders: { readonly before: string; readonly after: string },
): string[] {
  const isContent = base === 'main';
  const place = isContent ? { prefix: 'content' } : { prefix: '', rest: folders.before };
  const changes = differences(repository.folder, repository.fork(base, head), head);
  const withdraws = isContent ? whoWithdraws(folders.before, folders.after) : undefined;
  return touchedBy(changes, place, withdraws)
    .filter(({ need }) => !may({ account: login, ...owner }, need))
    .map(({ path }) => path);
}

/** Assesses a branch that is to be merged into `base`; `today` is the day of the check. */
export function runChecks(
  repository: Repository,
  base: string,
  head: string,
  account: Account,
  today: string,
): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'ci-'));
  const content = join(folder, 'main');
  const proposed = join(folder, 'head');
  try {
    for (const [ref, into] of [
      ['main', content],
      [head, proposed],
    ] as const) {
      mkdirSync(into);
      repository.checkOut(ref, into);
    }
    const folders = { before: join(content, 'content'), after: join(proposed, 'content') };
    const foreign = foreignTo(account, repository, [base, head], folders);
    const { problems } =
      base === 'main'
        ? loadContent(join(proposed, 'content'), { today })
        : loadContent(join(content, 'content'), { today, whereabouts: proposed });
    const reasons = [
      ...foreign.map((path) => `越权改动 ${path}`),
      ...problems.filter(isError).map(({ file, message }) => `${file} ${message}`),
    ];
    return { passed: reasons.length === 0, reasons };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

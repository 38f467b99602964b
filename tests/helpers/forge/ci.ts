/** What runs on the head of a pull request: the project’s own content check, and whose files were touched. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent } from '../../../src/catalogue/load.ts';
import { isError } from '../../../src/domain/problems.ts';
import type { Repository } from './repository.ts';

export interface Account {
  readonly login: string;
  /** The offices whose files this account may change. */
  readonly offices: readonly string[];
  /** False for one that may only read the repository: it proposes from a copy of its own. */
  readonly canWrite?: boolean;
}

export interface Verdict {
  readonly passed: boolean;
  readonly reasons: readonly string[];
}

const isOwn = (path: string, { offices }: Account) =>
  offices.some(
    (office) => path.startsWith(`content/offices/${office}/`) || path.startsWith(`offices/${office}/`),
  );

/** Assesses a branch that is to be merged into `base`; `today` is the day of the check. */
export function runChecks(
  repository: Repository,
  base: string,
  head: string,
  account: Account,
  today: string,
): Verdict {
  const foreign = repository.changed(base, head).filter((path) => !isOwn(path, account));
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

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../command/command.ts';

/** A file as it is and as it is to be; `before` is absent for a new file. */
export interface Draft {
  readonly path: string;
  readonly before?: string | Uint8Array | undefined;
  readonly after: string | Uint8Array;
}

const aside = ({ path }: Draft) => `${path}.new`;

function putBack({ path, before }: Draft): void {
  if (before === undefined) rmSync(path, { force: true });
  else writeFileSync(path, before);
}

/** Writes all files or none: first beside the old ones, then each in its place; a failure puts back what was. */
export function writeAll(drafts: readonly Draft[]): void {
  const begun: Draft[] = [];
  const placed: Draft[] = [];
  try {
    for (const draft of drafts) {
      mkdirSync(dirname(draft.path), { recursive: true });
      begun.push(draft);
      writeFileSync(aside(draft), draft.after);
    }
    for (const draft of drafts) {
      renameSync(aside(draft), draft.path);
      placed.push(draft);
    }
  } catch (error) {
    placed.forEach(putBack);
    for (const draft of begun) rmSync(aside(draft), { force: true });
    throw new Failure(`没有写成，已全部恢复原样：${error instanceof Error ? error.message : error}`);
  }
}

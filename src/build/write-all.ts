import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../command/command.ts';

/** A file as it is and as it is to be; `before` is absent for a new file, `after` undefined for one that goes. */
export interface Draft {
  readonly path: string;
  readonly before?: string | Uint8Array | undefined;
  readonly after: string | Uint8Array | undefined;
}

const aside = ({ path }: Draft) => `${path}.new`;

function putBack({ path, before }: Draft): void {
  if (before === undefined) return rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, before);
}

/** Takes folders away that a file has left empty. */
function withoutEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  withoutEmpty(dirname(folder));
}

function place(draft: Draft): void {
  if (draft.after !== undefined) return renameSync(aside(draft), draft.path);
  rmSync(draft.path, { force: true });
  withoutEmpty(dirname(draft.path));
}

/** Writes all files or none: first beside the old ones, then each in its place; a failure puts back what was. */
export function writeAll(drafts: readonly Draft[]): void {
  const begun: Draft[] = [];
  const placed: Draft[] = [];
  try {
    for (const draft of drafts) {
      if (draft.after === undefined) continue;
      mkdirSync(dirname(draft.path), { recursive: true });
      begun.push(draft);
      writeFileSync(aside(draft), draft.after);
    }
    for (const draft of drafts) {
      placed.push(draft);
      place(draft);
    }
  } catch (error) {
    placed.forEach(putBack);
    for (const draft of begun) rmSync(aside(draft), { force: true });
    throw new Failure(`没有写成，已全部恢复原样：${error instanceof Error ? error.message : error}`);
  }
}

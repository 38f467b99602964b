/** A file of an office as it is to be written. */
import { patchJson } from '../../editing/patch-json.ts';
import { toBytes } from './base64.ts';
import type { Edit } from './forges/types.ts';
import { writtenValue, type Paper } from './office-files.ts';

/** The text of the file with the changes in it; every other character stays as it was. */
function textOf(paper: Paper): string {
  const next = writtenValue(paper);
  return paper.stored ? patchJson(paper.text, next) : `${JSON.stringify(next, null, 2)}\n`;
}

/** The file to be written, edited with the fewest changed lines; `path` is where it stands in the repository. */
export const editOf = (paper: Paper, path: string): Edit => ({
  path,
  bytes: toBytes(textOf(paper)),
  before: paper.stored,
});

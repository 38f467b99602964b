/** A file of an office as it is to be written. */
import { patchJson } from '../../editing/patch-json.ts';
import { toBytes } from '../../forges/base64.ts';
import type { FileEdit } from '../../forges/types.ts';
import { writtenValue, type OfficeFile } from './office-files.ts';

/** The text of the file with the changes in it; every other character stays as it was. */
function textOf(file: OfficeFile): string {
  const next = writtenValue(file);
  return file.stored ? patchJson(file.text, next) : `${JSON.stringify(next, null, 2)}\n`;
}

/** The file to be written, edited with the fewest changed lines; `path` is where it stands in the repository. */
export const editOf = (file: OfficeFile, path: string): FileEdit => ({
  path,
  bytes: toBytes(textOf(file)),
  before: file.stored,
});

/** The change package (修改包): a change as one file, for offices without an account; the bureau proposes it for them. */
import { toBase64, toText } from '../../forges/base64.ts';
import type { FileEdit } from '../../forges/types.ts';

export const PACKAGE_FORMAT = 'open-office-change';

/** One file of a package; `text` for what people can read, `base64` for the rest. */
interface PackedFile {
  /** Below the content folder: `offices/qianwei/luocheng/office.json`. */
  readonly path: string;
  /** Git's name of the content that it replaces or takes away; absent for a new file. */
  readonly before?: string;
  /** The file goes. */
  readonly gone?: true;
  readonly text?: string;
  readonly base64?: string;
}

export interface ChangePackage {
  readonly format: typeof PACKAGE_FORMAT;
  readonly version: 1;
  /** `qianwei/luocheng`. */
  readonly office: string;
  /** ISO instant, by the clock of who made it. */
  readonly made: string;
  readonly title: string;
  readonly description: string;
  readonly files: readonly PackedFile[];
}

const isText = (path: string) => /\.(?:json|md)$/.test(path);

/** Makes a package of edits whose paths are below the content folder. */
export function packageOf(
  about: Pick<ChangePackage, 'office' | 'made' | 'title' | 'description'>,
  edits: readonly FileEdit[],
): ChangePackage {
  const files = edits.map(({ path, bytes, before }) => ({
    path,
    ...(before && { before: before.sha }),
    ...(!bytes
      ? { gone: true as const }
      : isText(path)
        ? { text: toText(bytes) }
        : { base64: toBase64(bytes) }),
  }));
  return { format: PACKAGE_FORMAT, version: 1, ...about, files };
}

/** Hands a package to the reader as a file. */
export function download(name: string, content: BlobPart, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

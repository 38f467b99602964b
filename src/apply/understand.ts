/** A package or a workbook as one proposal: title, description, changed files, and what changes in words. */
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/types.ts';
import { changesBetween } from '../domain/changes.ts';
import { unrepeated } from '../domain/privacy/unrepeated.ts';
import { quote } from '../domain/text.ts';
import { ownerWithdrawing } from '../domain/withdrawals.ts';
import { KINDS } from '../kinds.ts';
import { withdrawn } from '../schemas/withdrawn.ts';
import { fieldLabel, pathInWords } from '../schemas/walk.ts';
import { FILE_NAMES } from '../sheets/model.ts';
import { Failure } from '../command/command.ts';
import type { ContentFolders } from '../command/folders.ts';
import { titleIn } from '../gate/labels.ts';
import type { FileChange } from '../editing/files.ts';
import { folderOf } from './sheets/offices.ts';
import { isSame } from '../forges/propose.ts';
import { blobName, bytesAt, keptAs } from './blob.ts';
import { readPackage, WITHDRAWN_LIST, type PackageFile } from './read-package.ts';

export interface AppliedProposal {
  readonly title: string;
  readonly description: string;
  readonly changes: readonly FileChange[];
  /** What changes, a line each. */
  readonly told: readonly string[];
}

const isThere = (file: PackageFile, now: Uint8Array | undefined): boolean =>
  keptAs(now).some((one) => isSame(one, file.after));

/** Refuses a file that is no longer what the package was made of. */
function isStale(file: PackageFile, now: Uint8Array | undefined): boolean {
  if (isThere(file, now)) return false;
  return keptAs(now).every((one) => (one && blobName(one, file.before)) !== file.before);
}

const shown = (value: unknown) =>
  value === undefined
    ? '（空）'
    : quote(unrepeated(typeof value === 'string' ? value : JSON.stringify(value)), 60);

const text = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : undefined);

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(text(bytes) ?? '{}') as unknown;
  } catch {
    return {};
  }
}

/** A notice by its title, and by the one that it had where that is another. */
function tellNotice(head: string, { path, after }: PackageFile, now: Uint8Array | undefined): string[] {
  const [was, is] = [now, after].map((one) => titleIn(path, text(one) ?? ''));
  if (was === undefined || is === undefined || was === is) return [`${head}《${shown(is ?? was)}》`];
  return [`${head}《${shown(is)}》`, `      标题：${shown(was)} → ${shown(is)}`];
}

/** What a file changes: fields of a record by their names, the title of a notice, the size of the rest. */
function tell(file: PackageFile, now: Uint8Array | undefined): string[] {
  const name = FILE_NAMES.find((one) => file.path.endsWith(`/${one}.json`));
  const head = `  ${file.path}${file.after ? (now ? '' : '（新）') : '（删除）'}`;
  if (file.path.endsWith('.md')) return tellNotice(head, file, now);
  if (!file.after) return [head];
  if (!name) return [head, `      ${Math.ceil(file.after.length / 1024)} KB`];
  const [before, after] = [parsed(now), parsed(file.after)];
  const { schema } = KINDS[name];
  const lines = changesBetween(before, after).map((change) => {
    const label = fieldLabel(schema, change.path, after) ?? pathInWords(change.path);
    return `      ${label}：${shown(change.before)} → ${shown('after' in change ? change.after : undefined)}`;
  });
  return [head, ...lines];
}

const withdrawnIn = (bytes: Uint8Array | undefined) =>
  withdrawn.safeParse(parsed(bytes)).data?.withdrawn ?? [];

/** Whether a package lists addresses of others as withdrawn. */
const trespasses = (office: string, file: PackageFile, now: Uint8Array | undefined): boolean =>
  file.path === WITHDRAWN_LIST && ownerWithdrawing(withdrawnIn(now), withdrawnIn(file.after)) !== office;

/** A package as a proposal, held against the content as it is now. Throws a Failure. */
export function proposalOf(
  bytes: Uint8Array,
  folders: ContentFolders,
  catalogue: Catalogue,
): AppliedProposal {
  const pack = readPackage(bytes);
  if (!catalogue.offices.some(({ id }) => id === pack.office))
    throw new Failure(`修改包是 ${pack.office} 的，内容里没有这个司法所。`);
  const files = pack.files.map((file) => ({
    file,
    now: bytesAt(join(folderOf(file.path, folders), file.path)),
  }));
  const stale = files.filter(({ file, now }) => isStale(file, now));
  if (stale.length > 0) {
    const list = stale.map(({ file }) => `  ${file.path}`).join('\n');
    throw new Failure(
      `内容已被他人更新，修改包没有用上：\n${list}\n请司法所打开填报页，取最新内容，再把修改放上去。`,
    );
  }
  if (files.some(({ file, now }) => trespasses(pack.office, file, now)))
    throw new Failure(`修改包不能用：${WITHDRAWN_LIST} 里有不是本所（${pack.office}）的网址`);
  const fresh = files.filter(({ file, now }) => !isThere(file, now));
  return {
    title: pack.title,
    description: pack.description,
    changes: fresh.map(({ file }) => file),
    told: fresh.flatMap(({ file, now }) => tell(file, now)),
  };
}

/** What is true of one file: unchanged, changed, taken down, or not signed. */
import { inShanghai } from '../domain/open-words.ts';
import { type FileList, isSigned, leafOf } from '../release/log/list.ts';
import { addressAt } from '../release/released.ts';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../schemas/withdrawn.ts';
import { type Log, type VerifyVerdict } from './open-log.ts';
import type { SiteFile, SiteSource } from './source.ts';

export interface JudgedFile {
  readonly name: string;
  readonly verdict: VerifyVerdict;
  readonly why: string;
}

interface Taken {
  readonly on: string;
  readonly reason: WithdrawalReason;
}

const inWords = ({ on, reason }: Taken) => `${on} 撤下（${WITHDRAWAL_REASONS[reason]}）`;

/** What the site itself says was taken down, by address without base; only as far as that is signed. */
type TakenDown = ReadonlyMap<string, Taken>;

const rowOf = (list: FileList, name: string) => list.rows.find(({ file }) => file?.name === name);

const isUnchanged = (list: FileList, name: string, bytes: Uint8Array) => {
  const row = rowOf(list, name);
  return row?.file !== undefined && leafOf(row.file.salt, name, bytes) === row.leaf;
};

async function signedJson<T>(source: SiteSource, list: FileList, name: string): Promise<T | undefined> {
  const found = await source.read(name);
  if (found.kind !== 'there' || !isUnchanged(list, name, found.bytes)) return undefined;
  try {
    return JSON.parse(Buffer.from(found.bytes).toString('utf8')) as T;
  } catch {
    return undefined;
  }
}

interface About {
  readonly base: string;
  readonly redirects: readonly { readonly from: string }[];
}

/** What the release says of itself, where that is signed. */
export const readAbout = (source: SiteSource, { newest }: Log): Promise<About | undefined> =>
  signedJson<About>(source, newest, 'release.json');

/** Reads what was taken down, if the file that says so is the signed one. */
export async function readTakenDown(source: SiteSource, { newest }: Log, base = '/'): Promise<TakenDown> {
  const name = 'data/withdrawn.json';
  const said = await signedJson<{ withdrawn: (Taken & { url: string })[] }>(source, newest, name);
  return new Map((said?.withdrawn ?? []).map(({ url, ...one }) => [`/${url.slice(base.length)}`, one]));
}

/** Judges one file by what was found of it. */
export function judgeFile(name: string, found: SiteFile, { list, entry }: Log, taken: TakenDown): JudgedFile {
  const says = (verdict: VerifyVerdict, why: string): JudgedFile => ({ name, verdict, why });
  if (!isSigned(name))
    return says('unsigned', '这类文件不签名（每天更换的、压缩的副本、服务器的配置、日志本身）');
  if (found.kind === 'unknown') return says('unsure', found.why);
  const gone = taken.get(addressAt(name));
  if (found.kind === 'missing' && gone)
    return says('withdrawn', `${inWords(gone)}，有签名的 data/withdrawn.json 里有记录`);
  const row = rowOf(list, name);
  if (!row && list.rows.some(({ file }) => !file))
    return gone
      ? says('withdrawn', `${inWords(gone)}，那一版的校验值随撤下销毁`)
      : says('unsure', '那以后撤下过内容，那一版凡是后来有变化的文件，校验值都已销毁，不能再核对');
  if (!row)
    return says(
      found.kind === 'missing' ? 'unsigned' : 'changed',
      found.kind === 'missing' ? '这一版里没有这个文件' : '签名的清单里没有这个文件：是多出来的',
    );
  if (found.kind === 'missing') return says('changed', '签名的清单里有，现在没有了，也没有撤下的记录');
  const since = `${inShanghai(entry.shown)} 起显示的那一版`;
  return isUnchanged(list, name, found.bytes)
    ? says('unchanged', `同${since}逐字节相同`)
    : says('changed', `同${since}不同`);
}

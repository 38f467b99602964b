/** Whose files a proposal touches, held against what the accounts behind it may touch. */
import { placeFile } from '../catalogue/file-kind.ts';
import { readContent } from '../catalogue/read-content.ts';
import { isFolder } from '../catalogue/read-folder.ts';
import { KINDS } from '../kinds.ts';
import { CITY_NOTICES } from '../domain/notice-places.ts';
import { charge, LEVELS, may, needOf, ownerOf, type Need } from '../domain/ownership.ts';
import type { KindName } from '../kinds.ts';
import { ownerWithdrawing } from '../domain/withdrawals.ts';
import type { Owner, Owners } from '../schemas/owners.ts';
import type { Withdrawn } from '../schemas/withdrawn.ts';
import type { ProposedFile } from './proposal.ts';
import { inContent, type ContentPlace } from './place.ts';
import type { Refusal } from './refuse.ts';

/** A file that a change touches: a renamed one is touched in both places. */
export interface Touched {
  /** From the top of the repository. */
  readonly path: string;
  readonly kind?: KindName | undefined;
  readonly status: ProposedFile['status'];
  readonly need: Need;
}

export interface Ownership {
  readonly accounts: readonly { readonly account: string; readonly charge?: string | undefined }[];
  readonly faults: readonly Refusal[];
}

/** The accounts that the content names, in the state before the proposal. Undefined where it names none. */
export function ownersIn(content: string): readonly Owner[] | undefined {
  if (!isFolder(content)) return undefined;
  const { entries } = readContent(content, ({ kind }) => kind === 'owners');
  const data = entries.find(({ kind }) => kind === 'owners')?.data as Owners | undefined;
  return data?.accounts;
}

const withdrawnIn = (content: string): Withdrawn =>
  readContent(content, ({ kind }) => kind === 'withdrawn').entries.flatMap(
    ({ data }) => (data as { readonly withdrawn: Withdrawn } | undefined)?.withdrawn ?? [],
  );

/** The office, the county or the city that lists only its own addresses as withdrawn, where a proposal does no more to that list. */
export const whoWithdraws = (before: string, after: string): string | undefined =>
  ownerWithdrawing(withdrawnIn(before), withdrawnIn(after));

/** Every file that changes touch, with what each needs; `withdraws` is whose addresses alone are taken down. */
export const touchedBy = (
  changes: readonly ProposedFile[],
  place: ContentPlace,
  withdraws?: string,
): Touched[] =>
  changes.flatMap(({ status, path, from }) =>
    [path, ...(from === undefined ? [] : [from])].map((one) => {
      const touched = touch(one, status, place);
      if (touched.kind !== 'withdrawn' || withdraws === undefined) return touched;
      const office = { level: 'office', county: withdraws.split('/')[0], office: withdraws } as const;
      return { ...touched, need: withdraws === CITY_NOTICES ? { level: 'city' } : office };
    }),
  );

function touch(path: string, status: ProposedFile['status'], place: ContentPlace): Touched {
  const file = inContent(place, path);
  if (file === undefined) return { path, status, need: { level: 'maintainer' } };
  const kind = placeFile(file).placed?.kind;
  const isOther = place.rest !== undefined && kind !== 'whereabouts';
  const need = isOther
    ? { level: 'maintainer' as const }
    : needOf(file, kind && KINDS[kind].owner, status !== 'changed');
  return { path, kind, status, need };
}

const NO_OWNERS =
  '还没有登记账号（content/owners.json），不能判断是不是本所的账号。请司法局的管理员先登记账号';

const unknown = (account: string) =>
  `账号 ${account} 没有在 content/owners.json 里登记，不能改任何文件。请司法局登记后再提交`;

/** Whose a file is, in words. */
function whose({ path, kind, need }: Touched, place: ContentPlace, named: (id: string) => string): string {
  const county = named(need.county ?? '');
  if (need.level === 'office') return `这是${named(need.office ?? '')}的文件`;
  if (need.level === 'county')
    return kind === 'office'
      ? `新设、撤销司法所由${county}的${LEVELS.county}提交`
      : `这是${county}${LEVELS.county}的文件`;
  if (need.level === 'city') return `这是${LEVELS.city}的文件`;
  if (place.rest !== undefined) return '去向分支里只放各所的 whereabouts.json';
  return inContent(place, path) === undefined
    ? '这不是内容文件（程序、设置、流水线），只有维护人员可以改'
    : '这类内容只有维护人员可以改';
}

/** Holds every touched file against every account: all of them must be allowed to touch it. */
export function assessOwnership(
  touched: readonly Touched[],
  accounts: readonly string[],
  owners: readonly Owner[] | undefined,
  place: ContentPlace,
  named: (id: string) => string,
): Ownership {
  if (!owners)
    return { accounts: accounts.map((account) => ({ account })), faults: [{ path: '', message: NO_OWNERS }] };
  const known = accounts.map((account) => ({ account, owner: ownerOf(owners, account) }));
  const strangers = known
    .filter(({ owner }) => !owner)
    .map(({ account }) => ({ path: '', message: unknown(account) }));
  const trespasses = known.flatMap(({ account, owner }) =>
    touched.flatMap((one) =>
      !owner || may(owner, one.need)
        ? []
        : [
            {
              path: one.path,
              message: `越权改动：${whose(one, place, named)}，账号 ${account} 负责的是${charge(owner, named)}；撤回对这个文件的改动`,
            },
          ],
    ),
  );
  return {
    accounts: known.map(({ account, owner }) => ({ account, charge: owner && charge(owner, named) })),
    faults: [...strangers, ...trespasses],
  };
}

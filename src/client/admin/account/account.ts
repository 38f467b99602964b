/** Who is logged in, and which offices main says that the account answers for. */
import '../no-eval.ts';
import { may, needOf, ownerOf } from '../../../domain/ownership.ts';
import { toText } from '../../../forges/base64.ts';
import type { Forge } from '../../../forges/types.ts';
import { owners, type Owner } from '../../../schemas/owners.ts';
import type { AdminData } from '../../../views/admin.ts';

export interface Account {
  readonly login: string;
  /** What the register says of it; undefined where it does not stand there. */
  readonly owner: Owner | undefined;
  /** Whether there is a register at all. */
  readonly isKept: boolean;
}

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Asks the platform who holds the token, and the register on main what that account is for. */
export async function accountOf({ editor }: AdminData, forge: Forge): Promise<Account> {
  const path = [editor.folder ?? 'content', 'owners.json'].filter(Boolean).join('/');
  const [stored, login] = await Promise.all([forge.read(path, editor.branch), forge.whoAmI()]);
  const named = owners.safeParse(stored && read(toText(stored.bytes)));
  const owner = named.success ? ownerOf(named.data.accounts, login) : undefined;
  return { login, owner, isKept: stored !== undefined };
}

/** Whether the register names an account for an office. */
export const isNamedFor = ({ owner }: Account, office: string): boolean =>
  owner !== undefined && may(owner, needOf(`offices/${office}/office.json`, 'office'));

/** The offices that can be chosen: those of the account; all of them where no register is kept. */
export const officesOf = (account: Account, { counties }: AdminData): string[] =>
  counties
    .flatMap(({ offices }) => offices.map(({ id }) => id))
    .filter((id) => !account.isKept || isNamedFor(account, id));

/** What an account answers for, in the words of the page. */
export function chargeOf({ owner, isKept }: Account, { counties }: AdminData): string {
  if (!isKept) return '没有登记各账号负责的所';
  if (!owner) return '没有登记负责哪个司法所';
  if (owner.maintainer) return '维护全站';
  if (owner.city) return '负责全市';
  const whole = counties.filter(({ offices }) =>
    owner.counties?.includes(offices[0]?.id.split('/')[0] ?? ''),
  );
  const own = counties.flatMap(({ offices }) => offices.filter(({ id }) => owner.offices?.includes(id)));
  return `负责${[...whole.map(({ name }) => `${name}全县`), ...own.map(({ name }) => name)].join('、')}`;
}

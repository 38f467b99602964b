/** Requests for an office that nobody has decided yet: one's own is gone on with, those of others are told. */
import type { Followed, Following } from '../../../forges/followed.ts';
import { isSameAccount } from '../../../forges/followed.ts';
import { failed } from '../../../forges/faults.ts';
import { isSame } from '../../../forges/propose.ts';
import {
  type FileEdit,
  type Forge,
  type ForgeProposal,
  type Proposed,
  type Stored,
} from '../../../forges/types.ts';
import { withoutTexts } from './former-words.ts';

/** A request with the files that it changes. */
export interface Undecided extends Followed {
  readonly paths: readonly string[];
  /** Whether the account that is logged in has opened it. */
  readonly isOwn: boolean;
}

interface Where {
  readonly base: string;
  readonly office: string;
  readonly login: string;
}

/** Of requests that did not come from this page, so many are looked into. */
const MOST_FOREIGN = 10;
/** Forges take 65 536 characters. */
const LONGEST = 50_000;

/** Requests that may touch the files of an office; those of this page say in their branch which office they are for. */
function concerning(open: readonly Followed[], office: string): Followed[] {
  const own = open.filter(({ branch }) => branch.startsWith(`tianbao/${office}/`));
  return [...own, ...open.filter(({ branch }) => !branch.startsWith('tianbao/')).slice(0, MOST_FOREIGN)];
}

/** Where a branch lies: in the repository, or in the account's own copy; undefined where it is gone. */
async function holding(branch: string, forge: Forge, base: string): Promise<Forge | undefined> {
  if (await forge.hasBranch(branch)) return forge;
  const copy = await forge.viaCopy(base);
  return (await copy.hasBranch(branch)) ? copy : undefined;
}

/** `甲镇司法所：更新人员` with what comes to it. */
function titleWith(before: string, title: string): string {
  const parts = title.replace(/^.*?：更新/, '').split('、');
  return [before, ...parts.filter((one) => !before.includes(one))].join('、').slice(0, 200);
}

export class Pending {
  /** One's own request that is gone on with. */
  readonly mine: Undecided | undefined;
  readonly others: readonly Undecided[];
  /** The files of it as they are published. */
  readonly published = new Map<string, Stored | undefined>();
  readonly #forge: Forge;
  /** Where the branch of one's own request lies. */
  readonly #holder: Forge;
  readonly #following: Following;
  readonly #base: string;

  /** Throws a `ForgeError`. */
  static async of(following: Following, forge: Forge, { base, office, login }: Where): Promise<Pending> {
    const open = concerning(await following.open(base), office);
    const undecided = await Promise.all(
      open.map(async (one) => ({
        ...one,
        isOwn: isSameAccount(one.author, login),
        paths: await following.paths(one),
      })),
    );
    const touching = undecided.filter(({ paths }) => paths.some((path) => path.includes(`/${office}/`)));
    const own = touching.filter(({ isOwn, branch }) => isOwn && branch.startsWith('tianbao/'));
    const holder = own[0] && (await holding(own[0].branch, forge, base));
    const mine = holder && own[0];
    return new Pending(
      { following, forge, holder: holder ?? forge, base },
      mine,
      touching.filter((one) => one !== mine),
    );
  }

  private constructor(
    at: {
      readonly following: Following;
      readonly forge: Forge;
      readonly holder: Forge;
      readonly base: string;
    },
    mine: Undecided | undefined,
    others: readonly Undecided[],
  ) {
    this.#following = at.following;
    this.#forge = at.forge;
    this.#holder = at.holder;
    this.#base = at.base;
    this.mine = mine;
    this.others = others;
  }

  /** The platform as it will be once one's own request is accepted; what is sent is added to that request. */
  get forge(): Forge {
    const { mine } = this;
    if (!mine) return this.#forge;
    return {
      ...this.#forge,
      read: (path, branch) =>
        branch === this.#base && mine.paths.includes(path)
          ? this.#readPending(path, mine)
          : this.#forge.read(path, branch),
      list: (folder, branch) =>
        branch === this.#base ? this.#listPending(folder, mine) : this.#forge.list(folder, branch),
      carryOn: (proposal) => this.#carryOn(proposal, mine),
    };
  }

  async #readPending(path: string, { branch }: Undecided): Promise<Stored | undefined> {
    const [pending, published] = await Promise.all([
      this.#holder.read(path, branch),
      this.published.has(path) ? undefined : this.#forge.read(path, this.#base),
    ]);
    if (!this.published.has(path)) this.published.set(path, published);
    return pending;
  }

  async #listPending(folder: string, { branch, paths }: Undecided): Promise<string[]> {
    const isTouched = (name: string) => paths.includes(`${folder}/${name}`);
    const published = await this.#forge.list(folder, this.#base);
    if (!paths.some((path) => path.startsWith(`${folder}/`))) return [...published];
    const pending = await this.#holder.list(folder, branch);
    return [...published.filter((name) => !isTouched(name)), ...pending.filter(isTouched)];
  }

  /** The edits that the branch still lacks; refuses what is not what was read. */
  async #stillToMake(edits: readonly FileEdit[], { branch, paths }: Undecided): Promise<FileEdit[]> {
    return Promise.all(
      edits.map(async (edit): Promise<FileEdit[]> => {
        const [now, published] = await Promise.all([
          this.#holder.read(edit.path, branch),
          this.#forge.read(edit.path, this.#base),
        ]);
        if (isSame(edit.bytes, now?.bytes)) return [];
        const isTouched = paths.includes(edit.path);
        const seen = isTouched ? this.published.get(edit.path)?.sha : edit.before?.sha;
        if (published?.sha !== seen || (isTouched && now?.sha !== edit.before?.sha)) throw failed('changed');
        return [{ ...edit, before: now }];
      }),
    ).then((all) => all.flat());
  }

  async #carryOn({ base, title, description, edits }: ForgeProposal, mine: Undecided): Promise<Proposed> {
    const { number, url, branch } = mine;
    if (!(await this.#holder.findRequest({ base, branch }))) throw failed('changed');
    const missing = await this.#stillToMake(edits, mine);
    if (missing.length > 0) await this.#holder.commit({ base, branch, isNew: false, title, edits: missing });
    const whole = `${description}\n\n---\n\n以前提交的：\n\n${withoutTexts(mine.description)}`.slice(
      0,
      LONGEST,
    );
    await this.#following.reword(mine, titleWith(mine.title, title), whole);
    return { number, url };
  }
}

/** Somebody who is logged in: what stands above the forms, which offices can be chosen, what was sent before. */
import { dateInShanghai } from '../../../domain/dates.ts';
import { openFollowing, type Following } from '../../../forges/followed.ts';
import { ForgeError, type Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';
import { element } from '../../element.ts';
import { button, note, workButton } from '../ui.ts';
import { accountOf, chargeOf, officesOf, type Account } from './account.ts';
import { Pending } from './pending.ts';

export { markPending } from './pending-notes.ts';

interface Acts {
  readonly logOut: () => void;
  /** Takes a step onto the screen, in place of what is there. */
  readonly show: (step: HTMLElement) => void;
  /** Back to the forms. */
  readonly back: () => void;
  readonly failed: (error: unknown) => void;
}

export class SignedIn {
  readonly account: Account;
  readonly offices: readonly string[];
  readonly #data: AdminData;
  readonly #forge: Forge;
  readonly #following: Following;

  /** Throws a `ForgeError`. */
  static async open(data: AdminData, forge: Forge, token: () => string): Promise<SignedIn> {
    // The token may be renewed while it is asked who holds it.
    const account = await accountOf(data, forge);
    return new SignedIn(data, forge, account, openFollowing(data.editor, token()));
  }

  private constructor(data: AdminData, forge: Forge, account: Account, following: Following) {
    this.account = account;
    this.offices = officesOf(account, data);
    this.#data = data;
    this.#forge = forge;
    this.#following = following;
  }

  /** Who it is, what can be seen and how to leave. */
  bar({ logOut, show, back, failed }: Acts): HTMLElement {
    const mine = async () => {
      try {
        const { submissionsStep } = await import('./submissions-step.ts');
        show(await submissionsStep(this.#data, this.#following, this.account.login, back));
      } catch (error) {
        failed(error);
      }
    };
    const bureau = () => this.#bureau({ show, back, failed });
    return element('div', { class: 'account', role: 'group', 'aria-label': '账号' }, [
      element('p', {}, [`已登录：${this.account.login}，${chargeOf(this.account, this.#data)}。`]),
      element('div', { class: 'acts' }, [
        workButton('我的提交', mine, 'plain'),
        ...(this.#isBureau ? [workButton('司法局的事', bureau, 'plain')] : []),
        button('退出登录', logOut, 'quiet'),
      ]),
    ]);
  }

  /** What waits for a decision; nothing where the platform does not let the account ask. */
  async pendingFor(office: string, forge: Forge): Promise<Pending | undefined> {
    const { branch: base } = this.#data.editor;
    return Pending.of(this.#following, forge, { base, office, login: this.account.login }).catch(
      (error: unknown) => {
        if (error instanceof ForgeError && error.fault !== 'down') return undefined;
        throw error;
      },
    );
  }

  get #isBureau(): boolean {
    const { counties, city, maintainer } = this.account.owner ?? {};
    return city === true || maintainer === true || counties !== undefined;
  }

  /** What an account of a bureau can do beside the forms of offices. */
  async #bureau({ show, back, failed }: Omit<Acts, 'logOut'>): Promise<void> {
    const { owner } = this.account;
    if (!owner) return;
    try {
      const { bureauStep } = await import('../bureau/bureau-step.ts');
      const today = dateInShanghai(new Date());
      show(bureauStep({ data: this.#data, forge: this.#forge, owner, today, show, failed }, back));
    } catch (error) {
      failed(error);
    }
  }

  /** Why nothing can be edited here; undefined where something can. */
  refusal(office: string | undefined): HTMLElement | undefined {
    if (this.offices.length > 0 && (office === undefined || this.offices.includes(office))) return undefined;
    const words = this.offices.length
      ? '这个账号不负责这个司法所，请在上面选自己的所。'
      : `账号 ${this.account.login} 没有登记负责哪个司法所，交了也会被退回。请司法局登记；急用的，退出登录，不用账号填好，下载修改包交给司法局。`;
    return note(words, 'warn');
  }
}

/** Somebody who is logged in: what stands above the forms, which offices can be chosen, what was sent before. */
import { dateInShanghai } from '../../../domain/dates.ts';
import { openFollowing, type Following } from '../../../forges/followed.ts';
import { ForgeError, type Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';
import { element } from '../../element.ts';
import type { Panel } from '../form-panel.ts';
import type { OfficeEdits, Which } from '../office-edits.ts';
import type { FormStage } from '../onward.ts';
import { button, note, workButton } from '../ui.ts';
import { accountOf, chargeOf, officesOf, type Account } from './account.ts';
import { Pending } from './pending.ts';
import { markPending } from './pending-notes.ts';

/** The platform as an account sees it. */
export interface Seen {
  readonly forge: Forge;
  /** Tells in a form that was opened what waits for a decision. */
  readonly mark?: (edits: OfficeEdits, which: Which, panel: Panel) => void;
}

interface Acts extends FormStage {
  readonly logOut: () => void;
  /** Takes a step onto the screen, in place of what is there. */
  readonly show: (step: HTMLElement) => void;
  /** Back to the forms. */
  readonly back: () => void;
}

export class SignedIn {
  readonly account: Account;
  readonly offices: readonly string[];
  readonly #data: AdminData;
  readonly #forge: Forge;
  readonly #following: Following;
  readonly #token: () => string;

  /** Throws a `ForgeError`. */
  static async open(data: AdminData, forge: Forge, token: () => string): Promise<SignedIn> {
    // The token may be renewed while it is asked who holds it.
    const account = await accountOf(data, forge);
    return new SignedIn(data, forge, account, token);
  }

  private constructor(data: AdminData, forge: Forge, account: Account, token: () => string) {
    this.account = account;
    this.offices = officesOf(account, data);
    this.#data = data;
    this.#forge = forge;
    this.#token = token;
    this.#following = openFollowing(data.editor, token());
  }

  /** Who it is, what can be seen and how to leave. */
  bar(acts: Acts): HTMLElement {
    const { logOut, show, back, failed } = acts;
    const leave = () =>
      void import('../drafts/forget.ts').then((one) => one.forgetWhereabouts()).then(logOut, logOut);
    const mine = async () => {
      try {
        const { submissionsStep } = await import('./submissions-step.ts');
        show(await submissionsStep(this.#data, this.#following, this.account.login, back));
      } catch (error) {
        failed(error);
      }
    };
    const bureau = () => this.#bureau(acts);
    const reviewing = () => this.#reviewing(acts);
    return element('div', { class: 'account', role: 'group', 'aria-label': '账号' }, [
      element('p', {}, [`已登录：${this.account.login}，${chargeOf(this.account, this.#data)}。`]),
      element('div', { class: 'acts' }, [
        workButton('我的提交', mine, 'plain'),
        ...(this.#isBureau
          ? [workButton('待审', reviewing, 'plain'), workButton('司法局的事', bureau, 'plain')]
          : []),
        button('退出登录', leave, 'quiet'),
      ]),
    ]);
  }

  /** The office with what waits for a decision; as it is where the platform does not let the account ask. */
  async undecided(office: string, forge: Forge): Promise<Seen> {
    const where = { base: this.#data.editor.branch, office, login: this.account.login };
    try {
      const pending = await Pending.of(this.#following, forge, where);
      return { forge: pending.forge, mark: (...form) => markPending(pending, this.#data, ...form) };
    } catch (error) {
      if (error instanceof ForgeError && /^(?:down|expired)$/.test(error.fault)) throw error;
      return { forge };
    }
  }

  get #isBureau(): boolean {
    const { counties, city, maintainer } = this.account.owner ?? {};
    return city === true || maintainer === true || counties !== undefined;
  }

  /** The requests that wait for an account of a bureau. */
  async #reviewing({ show, back, failed }: Acts): Promise<void> {
    const { owner, login } = this.account;
    if (!owner) return;
    const [data, forge, following] = [this.#data, this.#forge, this.#following];
    try {
      const { openReviewing } = await import('../reviewing/reviewing-step.ts');
      const today = dateInShanghai(new Date());
      const desk = {
        data,
        forge,
        owner,
        login,
        following,
        today,
        show,
        back,
        failed: (error: unknown) => failed(error),
      };
      show(await openReviewing(desk, this.#token()));
    } catch (error) {
      failed(error);
    }
  }

  /** What an account of a bureau can do beside the forms of offices. */
  async #bureau(acts: Acts): Promise<void> {
    const { show, back, failed } = acts;
    const { owner } = this.account;
    if (!owner) return;
    try {
      const { bureauStep } = await (await import('../editor.ts')).bureau();
      const today = dateInShanghai(new Date());
      show(bureauStep({ data: this.#data, forge: this.#forge, owner, today, show }, acts, back));
    } catch (error) {
      failed(error);
    }
  }

  /** Where an account of a bureau begins: at its own works. */
  land(acts: Acts): Promise<void> | undefined {
    return this.#isBureau ? this.#bureau(acts) : undefined;
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

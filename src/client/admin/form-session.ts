/** The first steps of the form page: which office, which account; then its files are fetched. */
import type { AdminData } from '../../views/admin.ts';
import { element } from '../element.ts';
import { tellFault } from './fault-box.ts';
import { openForge } from '../../forges/open.ts';
import { ForgeError, type Forge } from '../../forges/types.ts';
import { loginStep } from './login.ts';
import { officePicker } from './pick.ts';
import * as memory from './session.ts';
import { note } from './ui.ts';
import type { OfficeEdits } from './office-edits.ts';

type FormContext = typeof import('./editor.ts');

/** A part of the page that does not come is a broken line. */
const arriving = <T>(part: Promise<T>): Promise<T> =>
  part.catch(() => {
    throw new ForgeError('down');
  });

/** The forms with their schemas: fetched while the clerk chooses and logs in. */
const forms = () => arriving(import('./editor.ts'));

export class FormSession {
  readonly #data: AdminData;
  readonly #today: string;
  readonly #status = element('p', { class: 'status', role: 'status' });
  readonly #stage = element('div', { class: 'stage' });
  #office: string | undefined;
  #token: string | undefined;
  #withoutAccount = false;

  /** `today` is `YYYY-MM-DD` in Asia/Shanghai. */
  constructor(data: AdminData, host: HTMLElement, today: string) {
    this.#data = data;
    this.#today = today;
    const asked = new URLSearchParams(location.search).get('office') ?? undefined;
    this.#office = this.#known(asked) ?? this.#known(memory.readOffice());
    if (this.#office) memory.keepOffice(this.#office);
    this.#token = memory.readToken();
    const picker = officePicker(data, this.#office, (id) => void this.#choose(id));
    host.append(picker, this.#status, this.#stage);
  }

  /** Comes back from a login on the platform, if it is one, and goes on where the reader was. */
  async begin(): Promise<void> {
    void forms().catch(() => undefined);
    const fresh = await this.#comingBack().catch(() => undefined);
    if (fresh) this.#logIn(fresh);
    if (this.#office) await this.#load();
  }

  /** The token that a login on the platform has brought; undefined when the page was simply opened. */
  async #comingBack(): Promise<string | undefined> {
    if (!new URLSearchParams(location.search).has('state')) return undefined;
    return (await import('./pkce.ts')).finishLogin(this.#data.editor);
  }

  #nameOf(id: string | undefined): string | undefined {
    const offices = this.#data.counties.flatMap((county) => county.offices);
    return offices.find((one) => one.id === id)?.name;
  }

  #known = (id: string | undefined): string | undefined => (this.#nameOf(id) === undefined ? undefined : id);

  #say = (text: string): void => {
    this.#status.textContent = text;
  };

  /** Another token for one that has expired, where the login on the platform has left the means. */
  #renew = async (): Promise<string | undefined> => {
    const token = await (await import('./pkce.ts')).renewLogin(this.#data.editor);
    if (token) this.#logIn(token);
    return token;
  };

  #logIn(token: string): void {
    this.#token = token;
    memory.keepToken(token);
  }

  async #choose(id: string): Promise<void> {
    this.#office = id;
    memory.keepOffice(id);
    await this.#load();
  }

  #askLogin = (reason?: string): void => {
    memory.dropToken();
    this.#token = undefined;
    const done = (token: string | undefined) => {
      if (token) this.#logIn(token);
      else this.#withoutAccount = true;
      void this.#load();
    };
    const step = loginStep({ data: this.#data, done });
    this.#stage.replaceChildren(...(reason ? [note(reason, 'warn')] : []), step);
    this.#say(reason ?? '');
  };

  #load = async (): Promise<void> => {
    const office = this.#office;
    if (!office) return;
    if (!this.#token && !this.#withoutAccount) return this.#askLogin();
    this.#say('正在取最新的内容……');
    try {
      const [context, forge] = await Promise.all([
        forms(),
        arriving(openForge(this.#data.editor, this.#token, this.#renew)),
      ]);
      const edits = await context.openWork(this.#data, forge, office, this.#today);
      if (office !== this.#office) return;
      if (!edits.files.get('office')?.stored) throw new ForgeError('missing');
      await this.#open(context, forge, edits);
    } catch (error) {
      this.#say('');
      tellFault(this.#stage, error, { again: this.#load, reload: this.#load, logIn: this.#askLogin });
    }
  };

  async #open({ OfficeEditor }: FormContext, forge: Forge, edits: OfficeEdits): Promise<void> {
    const officeName = this.#nameOf(edits.office) ?? '';
    await OfficeEditor.open(
      {
        data: this.#data,
        forge,
        canSend: this.#token !== undefined,
        officeName,
        stage: this.#stage,
        say: this.#say,
        reload: this.#load,
        logIn: this.#askLogin,
      },
      edits,
    );
    this.#say(`已取到${officeName}的最新内容。`);
  }
}

/** The first steps of the form page: which office, which account; then its files are fetched. */
import type { AdminData } from '../../views/admin.ts';
import { element } from '../element.ts';
import { onOtherWindow } from './cautions.ts';
import { comingBack, renewed } from './coming-back.ts';
import { tellFault } from './fault-box.ts';
import { ForgeError, MISSING, type Forge } from '../../forges/types.ts';
import type { Ways } from './onward.ts';
import { forms, login, showLogin, signedIn } from './parts.ts';
import { nameIn, officePicker } from './pick.ts';
import { Reach } from './reach.ts';
import * as memory from './session.ts';
import { note } from './ui.ts';
import type { OfficeEdits } from './office-edits.ts';
import type { Seen, SignedIn } from './account/signed-in.ts';

type FormContext = Awaited<ReturnType<typeof forms>>;

export class FormSession {
  readonly #data: AdminData;
  readonly #today: string;
  readonly #status = element('p', { class: 'status', role: 'status' });
  readonly #stage = element('div', { class: 'stage' });
  readonly #account = element('div');
  readonly #picker: ReturnType<typeof officePicker>;
  #office: string | undefined;
  #token: string | undefined;
  #signedIn: SignedIn | undefined;
  readonly #reach = new Reach();
  #withoutAccount = false;
  /** Whether an account of a bureau comes to its own works: at a login for which no office was chosen. */
  #lands: boolean;

  /** `today` is `YYYY-MM-DD` in Asia/Shanghai. */
  constructor(data: AdminData, host: HTMLElement, today: string) {
    this.#data = data;
    this.#today = today;
    const asked = new URLSearchParams(location.search).get('office') ?? undefined;
    this.#office = this.#known(asked) ?? this.#known(memory.readOffice());
    if (this.#office) memory.keepOffice(this.#office);
    this.#token = memory.readToken();
    this.#lands = !this.#token && !this.#known(asked);
    this.#picker = officePicker(data, (id) => void this.#choose(id));
    this.#picker.offer(this.#office);
    onOtherWindow(() => this.#office, this.#say);
    host.append(this.#account, this.#picker.box, this.#status, this.#stage);
  }

  /** Comes back from a login on the platform, if it is one, and goes on where the reader was. */
  async begin(): Promise<void> {
    for (const part of [forms, login]) void part().catch(() => undefined);
    const fresh = await comingBack(this.#data.editor).catch(() => undefined);
    if (fresh) this.#logIn(fresh);
    await this.#load();
  }

  #known = (id: string | undefined) => (nameIn(this.#data, id) === undefined ? undefined : id);

  #say = (text: string): void => void (this.#status.textContent = text);

  #renew = async (): Promise<string | undefined> => {
    const token = await renewed(this.#data.editor);
    if (token) this.#logIn(token);
    return token;
  };

  #logIn(token: string): void {
    this.#token = token;
    this.#signedIn = undefined;
    memory.keepToken(token);
  }

  async #choose(id: string): Promise<void> {
    this.#office = id;
    this.#lands = false;
    memory.keepOffice(id);
    await this.#load();
  }

  #askLogin = (reason?: string, loggedIn = this.#load): void => {
    memory.dropToken();
    this.#token = undefined;
    this.#signedIn = undefined;
    const done = (token: string | undefined) => {
      if (token) this.#logIn(token);
      else this.#withoutAccount = true;
      void loggedIn();
    };
    showLogin(this.#stage, { data: this.#data, done }, reason).then(
      () => this.#say(reason ?? ''),
      (error: unknown) =>
        this.#tell(error, { again: async () => this.#askLogin(reason, loggedIn), loggedIn }),
    );
    this.#account.replaceChildren();
    this.#picker.offer(this.#office);
  };

  readonly #acts = {
    logOut: () => this.#askLogin(),
    show: (step: HTMLElement) => this.#show(step),
    back: () => void this.#load(),
    failed: (error: unknown, ways?: Ways) => this.#tell(error, ways),
    stage: this.#stage,
    admit: () => this.#openForge().then(() => this.#admit()),
  };

  /** Who is logged in: told above the forms, and kept to the offices of the account. */
  async #admit(): Promise<SignedIn | undefined> {
    if (!this.#token) return undefined;
    const { SignedIn } = await signedIn();
    const { forge } = this.#reach;
    const admitted = (this.#signedIn ??= await SignedIn.open(this.#data, forge, () => this.#token ?? ''));
    this.#account.replaceChildren(admitted.bar(this.#acts));
    if (admitted.offices.length === 1) [this.#office] = admitted.offices;
    this.#picker.offer(this.#office, admitted.offices);
    return admitted;
  }

  #show(...step: HTMLElement[]): void {
    this.#stage.replaceChildren(...step);
    step[0]?.querySelector('h2')?.focus();
    this.#say('');
  }

  #tell = (
    error: unknown,
    { again = this.#load, reload = again, loggedIn, leaving = '' }: Partial<Ways> = {},
  ): void => {
    this.#say('');
    const logIn = (reason: string) => this.#askLogin(reason + leaving, loggedIn);
    tellFault(this.#stage, error, { again, reload, logIn });
  };

  #openForge = (): Promise<Forge> => this.#reach.open(this.#data.editor, this.#token, this.#renew);

  #load = async (): Promise<void> => {
    if (!this.#token && !this.#withoutAccount) {
      // What is typed there already stays.
      if (!this.#stage.querySelector('#login-token')) this.#askLogin();
      return;
    }
    this.#say('正在取最新的内容……');
    try {
      const [context, forge] = await Promise.all([forms(), this.#openForge()]);
      const admitted = await this.#admit();
      const office = this.#office;
      const works = this.#lands || !office ? admitted?.land(this.#acts) : undefined;
      this.#lands = false;
      if (works) return await works;
      const refusal = admitted?.refusal(office);
      if (refusal || !office) return this.#show(refusal ?? note('请在上面选司法所。'));
      const seen: Seen = (await admitted?.undecided(office, forge)) ?? { forge };
      const edits = await context.openWork(this.#data, seen.forge, office, this.#today);
      if (office !== this.#office) return;
      if (!edits.files.get('office')?.stored) throw new ForgeError('missing', MISSING);
      await this.#open(context, seen, edits);
    } catch (error) {
      this.#tell(error);
    }
  };

  async #open({ OfficeEditor }: FormContext, seen: Seen, edits: OfficeEdits): Promise<void> {
    const officeName = nameIn(this.#data, edits.office) ?? '';
    const goesOn = await OfficeEditor.open(
      {
        data: this.#data,
        ...seen,
        canSend: this.#token !== undefined,
        officeName,
        stage: this.#stage,
        say: this.#say,
        reload: this.#load,
        logIn: this.#askLogin,
      },
      edits,
    );
    const draft = goesOn ? '，接着没有提交的草稿' : '';
    this.#say(`已取到${officeName}的最新内容${draft}。`);
  }
}

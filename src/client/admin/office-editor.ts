/** One office in hand: its forms, the look-over, and the way out as pull request or package. */
import type { AdminData } from '../../views/admin.ts';
import { isError, type Problem } from '../../domain/problems.ts';
import { editorScreen, type EditorScreen } from './editor-screen.ts';
import { tellFault } from './fault-box.ts';
import * as memory from './session.ts';
import { draftOf, type OfficeEdits } from './office-edits.ts';
import type { Seen } from './account/signed-in.ts';
import { keepingPlace } from './ui.ts';

interface Surroundings extends Seen {
  readonly data: AdminData;
  /** Whether an account is logged in. */
  readonly canSend: boolean;
  readonly officeName: string;
  /** Where the steps are shown. */
  readonly stage: HTMLElement;
  readonly say: (text: string) => void;
  /** Reads the office anew; a draft is put onto it. */
  readonly reload: () => Promise<void>;
  readonly logIn: (reason?: string) => void;
}

/** Parts that are fetched while the clerk is still reading, and awaited when they are needed. */
const checking = () => import('./check-edits.ts');
const finishing = () => import('./review-and-send.ts');
const takingDown = () => import('./takedown-part.ts');

export class OfficeEditor {
  readonly #at: Surroundings;
  readonly #edits: OfficeEdits;
  readonly #screen: EditorScreen;

  /** Opens an office; a draft of this device is put onto what its files hold now. Whether there was one. */
  static open(at: Surroundings, edits: OfficeEdits): Promise<boolean> {
    return keepingPlace(at.stage, () => OfficeEditor.#begin(at, edits));
  }

  static async #begin(at: Surroundings, edits: OfficeEdits): Promise<boolean> {
    const draft = memory.readDraft(edits.office);
    if (!draft) {
      new OfficeEditor(at, edits);
      return false;
    }
    const { draftNote, restore } = await finishing();
    const restored = await restore(at.data, at.forge, edits, draft);
    const context = new OfficeEditor(at, edits);
    context.#screen.box.prepend(draftNote(at.data, edits, draft, restored));
    return true;
  }

  private constructor(at: Surroundings, edits: OfficeEdits) {
    this.#at = at;
    this.#edits = edits;
    this.#screen = editorScreen({
      data: at.data,
      edits,
      forge: at.forge,
      say: at.say,
      mark: at.mark,
      changed: () => this.#keepDraft(),
      problems: () => this.#problems(),
      review: () => void this.#attempt(() => this.#review()),
      discard: () => void this.#discard(),
      officeName: at.officeName,
    });
    at.stage.replaceChildren(this.#screen.box);
    const about = { office: edits.office, today: edits.today };
    void takingDown().then(
      ({ takedownPart }) =>
        this.#screen.box.append(
          takedownPart({ forge: at.forge, say: at.say, about: { ...about, officeName: at.officeName } }),
        ),
      () => undefined,
    );
    void checking().catch(() => undefined);
  }

  async #problems(): Promise<readonly Problem[]> {
    return (await checking()).problemsOf(this.#edits);
  }

  #keepDraft(): void {
    const kept = memory.keepDraft(this.#edits.office, draftOf(this.#edits, new Date().toISOString()));
    if (!kept) this.#at.say('这个浏览器不能存草稿，请不要关窗口，填好就提交。');
  }

  async #discard(): Promise<void> {
    if (!window.confirm('放弃全部修改？填的内容会清掉，网站上的内容不变。')) return;
    memory.dropDraft(this.#edits.office);
    await this.#at.reload();
  }

  async #review(): Promise<void> {
    const [problems, { dropOutdatedDays, isStraight, reviewParts, reviewStep, verifyToday }] =
      await Promise.all([this.#problems(), finishing()]);
    const outdated = dropOutdatedDays(this.#edits);
    const parts = reviewParts(this.#at.data, this.#edits);
    const step = reviewStep({
      parts,
      isStraight: isStraight(this.#at.data),
      problems,
      outdated,
      verify: () => {
        verifyToday(this.#edits, outdated);
        void this.#attempt(() => this.#review());
      },
      canSend: this.#at.canSend,
      back: () => this.#back(),
      goTo: (problem) => this.#goTo(problem),
      send: () => this.#send(),
      pack: () => this.#pack(),
      logIn: () => this.#at.logIn(),
    });
    this.#at.stage.replaceChildren(step);
    const first = problems.some(isError) ? '[role="alert"]' : 'h2';
    step.querySelector<HTMLElement>(first)?.focus();
    this.#at.say('');
  }

  #back(): void {
    this.#at.stage.replaceChildren(this.#screen.box);
    this.#screen.box.querySelector<HTMLElement>('h2')?.focus();
  }

  #goTo(problem: Problem): void {
    this.#back();
    void this.#screen.showProblem(problem);
  }

  async #send(): Promise<void> {
    const { data, forge, officeName, say } = this.#at;
    say('正在提交……');
    await this.#attempt(async () => {
      const { sendAll, doneStep } = await finishing();
      const sent = await sendAll(data, forge, this.#edits, officeName);
      memory.dropDraft(this.#edits.office);
      const step = doneStep(sent, () => void this.#at.reload());
      this.#at.stage.replaceChildren(step);
      step.querySelector('h2')?.focus();
      say('已提交。');
    });
  }

  async #pack(): Promise<void> {
    const { data, forge, officeName, say } = this.#at;
    await this.#attempt(async () => {
      const { packAll, download } = await finishing();
      for (const [name, pack] of await packAll(data, forge, this.#edits, officeName))
        download(name, `${JSON.stringify(pack, null, 2)}\n`);
      say('修改包已经下载。请把它交给县（市、区）司法局，由他们提交。草稿还留着。');
    });
  }

  /** Tries; where it fails, says why above the step that is on the screen. */
  async #attempt(act: () => Promise<void>): Promise<void> {
    const { stage, say, reload, logIn } = this.#at;
    try {
      await act();
    } catch (error) {
      say('');
      tellFault(stage, error, { again: () => this.#attempt(act), reload, logIn });
    }
  }
}

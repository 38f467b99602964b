/** Faults in a work whose entries are kept nowhere else: its step stays on the screen, through a new login too. */

export interface Onward {
  /** Does again what failed. */
  readonly again: () => Promise<void>;
  /** Where the files have changed meanwhile: back to what was filled in; the same again where absent. */
  readonly reload?: (() => Promise<void>) | undefined;
}

export interface Ways extends Onward {
  /** Goes on after a new login. */
  readonly loggedIn: () => Promise<void>;
  /** What a login on the platform would cost: it takes the page along. */
  readonly leaving?: string;
}

/** The page as a work finds it. */
export interface FormStage {
  readonly stage: HTMLElement;
  /** Lets in whoever has logged in. Throws a `ForgeError`. */
  readonly admit: () => Promise<unknown>;
  readonly failed: (error: unknown, ways?: Ways) => void;
}

const LEAVING = '这一步请用令牌登录：用账号登录要离开这一页，填的就没有了。';

/** Tells of a fault above the step that is on the screen; with a way onward, a new login leads back to that step as it was. */
export function tellKeeping({ stage, admit, failed }: FormStage, error: unknown, onward?: Onward): void {
  if (!onward) return failed(error);
  const step = [...stage.children].filter((one) => !one.matches('.fault'));
  const goOn = async () => {
    try {
      await admit();
      stage.replaceChildren(...step);
      step[0]?.querySelector('h2')?.focus();
    } catch (failure) {
      failed(failure, { again: goOn, loggedIn: goOn, leaving: LEAVING });
    }
  };
  failed(error, { ...onward, loggedIn: goOn, leaving: LEAVING });
}

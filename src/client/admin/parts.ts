/** Parts of the form page that are fetched while somebody chooses, or once they are needed. */
import { DOWN, ForgeError } from '../../forges/types.ts';
import type { Login } from './login.ts';
import { keepingPlace, note } from './ui.ts';

/** A part of the page that does not come is a broken line. */
export const arriving = <T>(part: Promise<T>): Promise<T> =>
  part.catch(() => {
    throw new ForgeError('down', DOWN);
  });

/** The forms with their schemas. */
export const forms = () => arriving(import('./editor.ts'));
export const login = () => arriving(import('./login.ts'));
export const signedIn = () => arriving(import('./account/signed-in.ts'));

/** Shows the login on a stage, with why it is asked for. Throws a `ForgeError`. */
export async function showLogin(stage: HTMLElement, asked: Login, reason: string | undefined): Promise<void> {
  await keepingPlace(stage, async () => {
    const { loginStep } = await login();
    stage.replaceChildren(...(reason ? [note(reason, 'warn')] : []), loginStep(asked));
  });
}

import { ForgeError } from '../../../forges/types.ts';
import type { FormContext } from '../controls/context.ts';

/** Does what needs the platform, and says what became of it. */
export async function attempt(say: FormContext['say'], act: () => Promise<void>): Promise<void> {
  say('正在取文件……');
  try {
    await act();
  } catch (error) {
    say(error instanceof ForgeError ? error.message : '没有取到，请再试一次。');
  }
}

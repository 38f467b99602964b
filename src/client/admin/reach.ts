/** The platform for whoever is logged in. */
import type { EditorSettings } from '../../schemas/editor.ts';
import type { Renew } from '../../forges/line.ts';
import { openForge } from '../../forges/open.ts';
import type { Forge } from '../../forges/types.ts';
import { arriving } from './parts.ts';

export class Reach {
  #now: Forge | undefined;
  /** Asks the platform as it was opened last: what is done with it outlasts a login. */
  readonly forge = new Proxy({} as Forge, { get: (_, key) => Reflect.get(this.#now ?? {}, key) });

  /** Throws a `ForgeError`. */
  async open(settings: EditorSettings, token: string | undefined, renew: Renew): Promise<Forge> {
    return (this.#now = await arriving(openForge(settings, token, renew)));
  }
}

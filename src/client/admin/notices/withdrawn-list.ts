/** The list of addresses that were taken down, while more of an office's own are. */
import { listedWith, type WithdrawnAddresses } from '../../../domain/withdrawals.ts';
import { patchJson } from '../../../editing/patch-json.ts';
import { toBytes, toText } from '../../../forges/base64.ts';
import type { FileEdit, Forge, Stored } from '../../../forges/types.ts';
import type { Withdrawn } from '../../../schemas/withdrawn.ts';
import type { AdminData } from '../../../views/admin.ts';
import { rootOf } from '../content-root.ts';
import type { Extra } from '../extra.ts';
import type { OfficeEdits } from '../office-edits.ts';
import type { ToldChange } from '../words.ts';

const LIST = 'withdrawn.json';

class WithdrawnList implements Extra {
  readonly file = LIST;
  readonly #path: string;
  readonly #stored: Stored | undefined;
  readonly #today: string;
  readonly #withdrawals = new Map<string, WithdrawnAddresses>();

  constructor(path: string, stored: Stored | undefined, today: string) {
    this.#path = path;
    this.#stored = stored;
    this.#today = today;
  }

  /** Puts down what somebody, by a name of its own, takes down; without addresses it is forgotten. */
  put(by: string, withdrawal: WithdrawnAddresses): void {
    if (withdrawal.held.length > 0) this.#withdrawals.set(by, withdrawal);
    else this.#withdrawals.delete(by);
  }

  title = (): string => '撤下的网址';

  isChanged = (): boolean => this.#withdrawals.size > 0;

  edits = (): FileEdit[] => {
    const text = this.#stored ? toText(this.#stored.bytes) : '{ "withdrawn": [] }\n';
    const { withdrawn } = JSON.parse(text) as { readonly withdrawn: Withdrawn };
    const next = [...this.#withdrawals.values()].reduce(
      (list, listed) => listedWith(list, listed, { on: this.#today, reason: 'other' }),
      withdrawn,
    );
    const bytes = toBytes(
      this.#stored
        ? patchJson(text, { withdrawn: next })
        : `${JSON.stringify({ withdrawn: next }, null, 2)}\n`,
    );
    return [{ path: this.#path, bytes, before: this.#stored }];
  };

  problems = () => [];

  told = (): ToldChange[] =>
    [...this.#withdrawals.values()].flatMap(({ held }) =>
      held.map((url) => ({ where: '网址', before: url, after: '（撤下）' })),
    );
}

/** The list of an office's edits, read once. Throws a `ForgeError`. */
export async function openWithdrawn(
  { editor }: AdminData,
  forge: Forge,
  { extras, today }: Pick<OfficeEdits, 'extras' | 'today'>,
): Promise<WithdrawnList> {
  const open = extras.get(LIST);
  if (open instanceof WithdrawnList) return open;
  const path = `${rootOf(editor)}${LIST}`;
  const list = new WithdrawnList(path, await forge.read(path, editor.branch), today);
  extras.set(LIST, list);
  return list;
}

/** What this browser remembers: the token until the window is closed, drafts until they are sent. */
import type { Kept } from './drafts/onto-now.ts';
import type { KeptExtra } from './extra.ts';

/** The form page's own address, on the pages below it too. */
export const adminAddress = (): string => location.pathname.replace(/connection\/(?=(?:index\.html)?$)/, '');

const adminPath = (): string => adminAddress().replace(/index\.html$/, '');

/** What a key is for, at this page alone: other sites on the same host have paths and accounts of their own. */
export const keyOf = (what: string) => `open-office-${what} ${adminPath()}`;

/** Storage that may be forbidden or full: then nothing is remembered, and nothing breaks. */
export function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

export const readToken = (): string | undefined =>
  attempt(() => sessionStorage.getItem(keyOf('token'))) ?? undefined;
export const keepToken = (token: string): void =>
  void attempt(() => sessionStorage.setItem(keyOf('token'), token));
/** The login ends, and what would renew it goes too: whoever comes next is somebody else. */
export const dropToken = (): void =>
  void attempt(() => {
    for (const what of ['token', 'renew']) sessionStorage.removeItem(keyOf(what));
  });

/** The office that was edited last on this device. */
export const readOffice = (): string | undefined =>
  attempt(() => localStorage.getItem(keyOf('office'))) ?? undefined;
export const keepOffice = (id: string): void => void attempt(() => localStorage.setItem(keyOf('office'), id));

export const draftKey = (office: string) => `${keyOf('draft')} ${office}`;

export interface FormDraft {
  /** ISO instant. */
  readonly savedAt: string;
  readonly papers: Readonly<Record<string, Kept>>;
  readonly notice?: unknown;
  /** Notices and local texts that were there already. */
  readonly extras?: readonly KeptExtra[];
}

/** The draft of an office; undefined when there is none that can be read. */
export function readDraft(office: string): FormDraft | undefined {
  return attempt(() => {
    const draft = JSON.parse(localStorage.getItem(draftKey(office)) ?? 'null') as FormDraft | null;
    return draft && typeof draft.papers === 'object' ? draft : undefined;
  });
}

/** Keeps a draft; false where this browser cannot. */
export const keepDraft = (office: string, draft: FormDraft): boolean =>
  attempt(() => {
    localStorage.setItem(draftKey(office), JSON.stringify(draft));
    return true;
  }) ?? false;

export const dropDraft = (office: string): void =>
  void attempt(() => localStorage.removeItem(draftKey(office)));

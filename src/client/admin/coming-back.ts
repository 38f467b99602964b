/** A login on the platform, and what it leaves behind; its part of the page is fetched by whoever has one. */
import type { EditorSettings } from '../../schemas/editor.ts';

const pkce = () => import('./pkce.ts');

/** The token that a login on the platform has brought; undefined when the page was simply opened. */
export const comingBack = async (editor: EditorSettings): Promise<string | undefined> =>
  new URLSearchParams(location.search).has('state') ? (await pkce()).finishLogin(editor) : undefined;

/** Another token for one that has expired, where the login has left the means. */
export const renewed = async (editor: EditorSettings): Promise<string | undefined> =>
  (await pkce()).renewLogin(editor);

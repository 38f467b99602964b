import type { EditorSettings } from '../schemas/editor.ts';
import { caller } from './call.ts';
import { lineTo } from './open.ts';
import { withKey } from './gitee.ts';
import type { Proposals } from './sent.ts';

/** The proposals of the repository that holds the content, as an account may see them. */
export async function openProposals(
  settings: Pick<EditorSettings, 'forge' | 'api' | 'repo'>,
  token: string,
): Promise<Proposals> {
  const { forge, api, repo } = settings;
  const call = caller(lineTo(api, token));
  if (forge === 'gitlab') return (await import('./proposals-gitlab.ts')).proposalsOnGitLab(call, repo);
  const { proposalsLikeGitHub } = await import('./proposals-like-github.ts');
  if (forge === 'gitee')
    return proposalsLikeGitHub(
      withKey(caller(lineTo(api)), token),
      repo,
      (number) => `/pulls/${number}/comments`,
    );
  return proposalsLikeGitHub(call, repo, (number) => `/issues/${number}/comments`);
}

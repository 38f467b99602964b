/** Where requests, and what is said of them, stand on each platform. */
import type { ForgeKind } from '../domain/forges.ts';

/** By this line the gate's comment is known. */
export const COMMENT_MARK = '<!-- open-office-gate -->';

/** Where requests and what is said of them stand, below the root of an interface. */
interface Addresses {
  readonly requests: (repository: string) => string;
  readonly comments: (repository: string, number: string) => string;
  readonly comment: (repository: string, number: string, id: string) => string;
}

const likeGitHub: Addresses = {
  requests: (repository) => `/repos/${repository}/pulls`,
  comments: (repository, number) => `/repos/${repository}/issues/${number}/comments`,
  comment: (repository, _, id) => `/repos/${repository}/issues/comments/${id}`,
};

const mergeRequests = (repository: string) => `/projects/${encodeURIComponent(repository)}/merge_requests`;

export const ADDRESSES: Readonly<Record<ForgeKind, Addresses>> = {
  github: likeGitHub,
  forgejo: likeGitHub,
  gitea: likeGitHub,
  gitee: {
    requests: likeGitHub.requests,
    comments: (repository, number) => `/repos/${repository}/pulls/${number}/comments`,
    comment: (repository, _, id) => `/repos/${repository}/pulls/comments/${id}`,
  },
  gitlab: {
    requests: mergeRequests,
    comments: (repository, number) => `${mergeRequests(repository)}/${number}/notes`,
    comment: (repository, number, id) => `${mergeRequests(repository)}/${number}/notes/${id}`,
  },
};

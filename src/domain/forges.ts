/** Platforms (“forges”) that the form page can propose changes to, and what people call them. */
export const FORGES = {
  forgejo: 'Forgejo',
  gitea: 'Gitea',
  gitlab: 'GitLab',
  github: 'GitHub',
  gitee: 'Gitee（码云）',
} as const;

export type ForgeKind = keyof typeof FORGES;

/** What the form page needs of a platform (“forge”) that keeps the content: read files, propose changed ones. */

/** A file as it stands on a branch. */
export interface Stored {
  readonly bytes: Uint8Array;
  /** Git's name of this very content. */
  readonly sha: string;
  /** What the platform wants to be told when the file is replaced; the sha where absent. */
  readonly guard?: string | undefined;
}

/** A file to be written. */
export interface Edit {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What it replaces; absent for a new file. */
  readonly before?: Stored | undefined;
}

export interface Proposal {
  /** The branch that is to be changed. */
  readonly base: string;
  /** The new branch that carries the change; absent to write straight into the base. */
  readonly branch?: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly edits: readonly Edit[];
}

/** A pull request as a person finds it again; without number where the change was written straight. */
export interface Proposed {
  readonly number?: number | undefined;
  readonly url: string;
}

export interface Forge {
  /** The name of the account; fails when the token is not accepted. */
  readonly whoAmI: () => Promise<string>;
  /** The file at a path of a branch; undefined when there is none. */
  readonly read: (path: string, branch: string) => Promise<Stored | undefined>;
  readonly propose: (proposal: Proposal) => Promise<Proposed>;
}

/** What went wrong between the page and the platform. */
export const FAULTS = {
  expired: '登录已经过期，或者令牌不对。请重新登录，填的内容都还在。',
  forbidden: '这个账号没有权限。请找司法局给账号开通内容仓库的权限。',
  missing: '在代码平台上没有找到。可能是账号没有权限，或者填报页的设置不对，请联系司法局。',
  changed: '内容已被他人更新。您填的都还在，请先取最新内容，再把您的修改放上去。',
  down: '连不上代码平台。填的内容都还在，请过一会儿再试；急用的，可以下载修改包交给司法局。',
  refused: '代码平台没有接受。',
} as const;

export type Fault = keyof typeof FAULTS;

export class ForgeError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, detail = '') {
    super(fault === 'refused' && detail ? `${FAULTS.refused}它说：${detail}` : FAULTS[fault]);
    this.fault = fault;
  }
}

/** What is asked of a platform (“forge”) that keeps the content: read files, propose changed ones. */

/** A file as it stands on a branch. */
export interface Stored {
  readonly bytes: Uint8Array;
  /** Git's name of this very content. */
  readonly sha: string;
  /** What the platform wants to be told when the file is replaced; the sha where absent. */
  readonly guard?: string | undefined;
}

/** A file to be written, or to be taken away. */
export interface FileEdit {
  readonly path: string;
  /** Undefined where the file goes. */
  readonly bytes: Uint8Array | undefined;
  /** What it replaces or takes away; absent for a new file. */
  readonly before?: Stored | undefined;
}

/** From where to where a request leads. */
export interface RequestTarget {
  /** The branch that is to be changed. */
  readonly base: string;
  /** The branch that carries the change. */
  readonly branch: string;
}

interface Words {
  readonly title: string;
  readonly description: string;
}

/** What is to be proposed; without a branch it is written straight into the base. */
export interface ForgeProposal extends Words {
  readonly base: string;
  readonly branch?: string | undefined;
  readonly edits: readonly FileEdit[];
}

interface Commit extends Omit<ForgeProposal, 'description'> {
  /** Whether the branch is to be made first, from the base. */
  readonly isNew: boolean;
}

/** A pull request as a person finds it again; without number where the change was written straight. */
export interface Proposed {
  readonly number?: number | undefined;
  readonly url?: string | undefined;
}

export interface Forge {
  /** The name of the account; fails when the token is not accepted. */
  readonly whoAmI: () => Promise<string>;
  /** The file at a path of a branch; undefined when there is none. */
  readonly read: (path: string, branch: string) => Promise<Stored | undefined>;
  /** The names of the files in a folder of a branch; none where there is no such folder. */
  readonly list: (folder: string, branch: string) => Promise<readonly string[]>;
  /** Whether the account may make branches in the repository. */
  readonly canWrite: () => Promise<boolean>;
  /** The same repository through the account's own copy, brought up to date with a branch, and made if need be. */
  readonly viaCopy: (base: string) => Promise<Forge>;
  /** Whether others than its members can read the repository. */
  readonly isPublic: () => Promise<boolean>;
  readonly hasBranch: (branch: string) => Promise<boolean>;
  /** Takes a branch away, if it is there and the platform lets it. */
  readonly dropBranch: (branch: string) => Promise<void>;
  /** Writes files and takes files away; the address of the commit. */
  readonly commit: (commit: Commit) => Promise<string | undefined>;
  /** The open request from a branch. */
  readonly findRequest: (wanted: RequestTarget) => Promise<Proposed | undefined>;
  readonly openRequest: (request: RequestTarget & Words) => Promise<Proposed>;
  /** Adds to a request that is open already; absent where there is none. */
  readonly carryOn?: (proposal: ForgeProposal) => Promise<Proposed>;
  /** Tells something to the repository's keepers alone, once; absent where the platform has no such way. */
  readonly tellPrivately?: (title: string, text: string) => Promise<Proposed>;
}

/** What can go wrong between us and the platform. */
export type ForgeFault =
  | 'expired'
  | 'forbidden'
  | 'scope'
  | 'busy'
  | 'missing'
  | 'changed'
  | 'raced'
  | 'again'
  | 'unsure'
  | 'unregistered'
  | 'exposed'
  | 'down'
  | 'copying'
  | 'refused';

export class ForgeError extends Error {
  readonly fault: ForgeFault;
  /** `message` is for whoever reads it; those of `faults.ts` are ready. */
  constructor(fault: ForgeFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** Said before anything else is there to say it. */
export const DOWN = '连不上代码平台。填的内容都还在，请过一会儿再试；急用的，可以下载修改包交给司法局。';
export const MISSING = '在代码平台上没有找到。可能是账号没有权限，或者填报页的设置不对，请联系司法局。';

/** Why a file may not be published, and what to do instead; both for the person who put it there. */
export interface Fault {
  readonly message: string;
  readonly remedy: string;
}

import { kept } from './reads.ts';

/** One kind of file for others, as it is documented. */
export interface Documented {
  /** Within the site; `<…>` stands for what differs between files of one kind. */
  readonly pattern: string;
  readonly title: string;
  /** What is in it, for people who are no programmers. */
  readonly about: string;
  readonly english: string;
  readonly mediaType: string;
  /** The name of its schema in `data/openapi.json`. */
  readonly schema?: string;
  /** What it says depends on the day: it carries the instant it was computed for. */
  readonly dated?: true;
}

/** Such a file as readers keep it on their phones: what that is called, and the name it is saved under. */
export interface Keep {
  readonly title: string;
  readonly path: string;
  readonly name: string;
}

/** How large such a file is, in bytes; kept, since whoever weighs a file has it made. */
export const sizeOf = ({ path, build }: { readonly path: string; readonly build: () => string }): number =>
  kept(`size ${path}`, () => new TextEncoder().encode(build()).length);

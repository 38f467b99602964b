import type { History } from '../domain/history.ts';
import type { ExportKind } from './documented.ts';

/** What the files for others are made with, beside the catalogue. */
export interface ExportContext {
  /** Makes a path of the site an address that others can open. */
  readonly address: (path: string) => string;
  /** Makes it one that begins with the base, as the site's own readers see it. */
  readonly within: (path: string) => string;
  /** A short fingerprint of a text. */
  readonly digest: (text: string) => string;
  /** The name of a thing as a UUID: the same name has the same one (RFC 9562, version 5). */
  readonly uuid: (name: string) => string;
  /** The instant that the site is built for. */
  readonly now: Date;
  /** What is known of earlier releases; absent where nobody has looked. */
  readonly history?: History | undefined;
}

/** A file for others: where it stands, which of the documented kinds it is of, and its text. */
export interface Export {
  /** Within the site, from the root, without base. */
  readonly path: string;
  readonly kind: ExportKind;
  readonly title: string;
  readonly build: () => string;
}

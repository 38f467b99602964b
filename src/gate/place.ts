/** Where content stands in what is proposed. */
export interface ContentPlace {
  /** Its folder within the repository; empty for the whole. */
  readonly prefix: string;
  /** On a branch of whereabouts: the folder on this disk that holds everything else. */
  readonly rest?: string | undefined;
}

/** A path of the repository from the content folder; undefined outside. */
export function inContent({ prefix }: ContentPlace, path: string): string | undefined {
  if (!prefix) return path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined;
}

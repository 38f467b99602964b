/** The head of the log (C2SP tlog-checkpoint): whose log, how many entries, the root over them. */

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/** Understands the text of a checkpoint; lines behind the third mean nothing to us. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, size, root = ''] = /^(.+)\n(0|[1-9]\d{0,8})\n([A-Za-z\d+/]{43}=)\n/.exec(text) ?? [];
  return origin ? { origin, size: Number(size), root: Buffer.from(root, 'base64') } : undefined;
}

/** What the log says of a release that was shown: from when, what it was built for, the root over its files. */
export interface LogEntry {
  readonly shown: string;
  readonly builtFor: string;
  readonly root: string;
}

const KIND = 'open-office-release/v1';

/**
 * An entry as it stands in the log. Nothing in it can be worked out from the content: the root is taken over salted
 * hashes, and the release's own name, which is not, is left out.
 */
export const entryText = ({ shown, builtFor, root }: LogEntry): string =>
  `${[KIND, shown, builtFor, root].join('\n')}\n`;

export function parseEntry(text: string): LogEntry | undefined {
  const [kind, shown, builtFor, root, end, more] = text.split('\n');
  const whole = kind === KIND && end === '' && more === undefined && shown && builtFor !== undefined && root;
  // What a release was built for may be unknown; when it was shown never is.
  const isTimed = [shown, builtFor || shown].every((instant = '') => !Number.isNaN(Date.parse(instant)));
  return whole && isTimed ? { shown, builtFor, root } : undefined;
}

/**
 * What earlier checks found of files that are the same still, byte for byte: the record, and which rules that look at
 * one file alone had nothing to say. A file with a fault is read and looked at anew each time, and so are whereabouts:
 * what is kept could outlive their day (design §3).
 */
import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { formatOf, KINDS } from '../kinds.ts';
import type { Entry } from './entry.ts';
import type { PlacedFile } from './file-kind.ts';
import { readJson } from './read-json.ts';
import { readHead, proseAgain } from './read-markdown.ts';

/** What a rule finds in a file; `given` is all that it knows of other files and the day. */
export type Finds = <T>(entry: Entry, rule: string, given: string, look: () => readonly T[]) => readonly T[];

/** What is kept of a file. */
interface KeptFile {
  readonly digest: string;
  /** The values as written, where they are not those of its JSON. */
  readonly raw?: unknown;
  /** The record, where it is not the values as written. */
  readonly data?: unknown;
  /** What rules found, nothing or plain texts, and what they were given. */
  readonly found: Record<string, readonly [given: string, found: readonly string[]]>;
}

/** What is kept of each file, by its name. */
export type KeptFiles = Readonly<Record<string, KeptFile>>;

export interface Keeping {
  /** What was read of a file with these bytes; undefined where it has to be read. */
  readonly entryOf: (file: string, placed: PlacedFile, bytes: Uint8Array) => Entry | undefined;
  /** Keeps what was read without faults. */
  readonly keep: (entry: Entry, bytes: Uint8Array) => void;
  readonly finds: Finds;
  /** What is known now; the same object where nothing has come new. */
  readonly files: () => KeptFiles;
}

const digestOf = (bytes: string | Uint8Array) => hash('sha256', bytes, 'base64');

/** Where the fields of a text stand, parsed when somebody asks: few do, and of a city the parsed files fill the memory. */
export function locateIn(text: string, kind: Entry['kind']): Entry['locate'] {
  let locate: Entry['locate'] | undefined;
  return (path) => (locate ??= (formatOf(kind) === 'json' ? readJson : readHead)(text).locate)(path);
}

/** An entry as it would be read of its text: places and the body's tree are parsed when somebody asks. */
function entryAgain(file: string, placed: PlacedFile, text: string, { raw, data }: KeptFile): Entry {
  const format = formatOf(placed.kind);
  const values = format === 'json' ? (JSON.parse(text) as unknown) : raw;
  return {
    ...placed,
    file,
    notation: format === 'json' ? 'json' : 'yaml',
    schema: KINDS[placed.kind].schema,
    raw: values,
    data: data ?? values,
    text,
    locate: locateIn(text, placed.kind),
    prose: format === 'json' ? undefined : proseAgain(text, format === 'mdx'),
  };
}

const isSame = (one: unknown, other: unknown) =>
  isDeepStrictEqual(one, other) && JSON.stringify(one) === JSON.stringify(other);

/** Whether a value comes back from JSON as it went. */
const survives = (value: unknown) => isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);

function keptOf({ notation, raw, data, text }: Entry, digest: string): KeptFile | undefined {
  // Pages tell of keys in their order: a schema may change it.
  const own = isSame(raw, data) ? {} : { data };
  if (notation === 'json' && !isSame(JSON.parse(text), raw)) return undefined;
  const kept = { digest, ...(notation !== 'json' && { raw }), ...own, found: {} };
  return survives(kept) ? kept : undefined;
}

/** Begins a check that knows of earlier ones what `earlier` holds. */
export function keeping(earlier: KeptFiles): Keeping {
  const files: Record<string, KeptFile> = {};
  const texts = new Map<string, string>();
  const digests = new Map<string, string>();
  const shortened = (given: string): string => {
    const known = digests.get(given) ?? (given === '' ? '' : digestOf(given));
    digests.set(given, known);
    return known;
  };
  let fresh = false;
  return {
    entryOf: (file, placed, bytes) => {
      const kept = earlier[file];
      if (!kept || kept.digest !== digestOf(bytes)) return undefined;
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
      files[file] = kept;
      texts.set(file, text);
      return entryAgain(file, placed, text, kept);
    },
    keep: (entry, bytes) => {
      if (entry.kind === 'whereabouts') return;
      const kept = keptOf(entry, digestOf(bytes));
      if (!kept) return;
      fresh = true;
      files[entry.file] = kept;
      texts.set(entry.file, entry.text);
    },
    finds: (entry, rule, given, look) => {
      // What stands in for a file has another text.
      const own = texts.get(entry.file) === entry.text ? files[entry.file] : undefined;
      const [known, told] = [own?.found[rule], shortened(given)];
      if (known?.[0] === told) return known[1] as readonly never[];
      const found = look();
      if (own && found.every((one) => typeof one === 'string')) {
        fresh = true;
        own.found[rule] = [told, found];
      }
      return found;
    },
    files: () => (fresh || Object.keys(files).length !== Object.keys(earlier).length ? files : earlier),
  };
}

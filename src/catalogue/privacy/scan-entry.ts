/** The guard over content files: every character as it stands, and the values behind escapes. */
import { fixPhone } from '../../domain/phones.ts';
import type { PrivacyFinding } from '../../domain/privacy/found.ts';
import type { Match, PrivacyKindName } from '../../domain/privacy/kinds.ts';
import { scanText } from '../../domain/privacy/scan.ts';
import { hintOf } from '../../schemas/field.ts';
import { fieldLabel, schemaAt, type Path } from '../../schemas/walk.ts';
import type { Entry, Position } from '../entry.ts';
import { leavesOf } from '../loose.ts';
import { positionsOf } from '../position.ts';

/** Fields that are there for the office's own: its mailbox, its address, what is said of its place. */
const OWN_FIELDS: Readonly<Partial<Record<PrivacyKindName, readonly string[]>>> = {
  mail: ['email'],
  door: ['address', 'place'],
};

/** A number in a field for telephones is declared as a work number; the schema says which of them it takes. */
function isPhoneField({ schema, raw }: Entry, path: Path): boolean {
  const at = schemaAt(schema, path, raw);
  return at !== undefined && hintOf(at)?.fix === fixPhone;
}

function isDeclared(entry: Entry, path: Path, kind: PrivacyKindName): boolean {
  const [group, key] = [path.at(-2), path.at(-1)];
  if (entry.kind === 'privacyAllow' && key === 'text') return true;
  if (kind === 'mobile') return isPhoneField(entry, path);
  return [group, key].some((name) => typeof name === 'string' && OWN_FIELDS[kind]?.includes(name));
}

const isBefore = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.column <= b.column);

/** Finds the field that stands at a place: the last one that begins before it. None in the body of an article. */
function fieldsOf(entry: Entry): (place: Position) => Path | undefined {
  const body = entry.prose && frontMatterEnd(entry.text);
  const fields = [...leavesOf(entry.raw)]
    .flatMap(([path]) => {
      const at = entry.locate(path);
      return at ? [{ path, at }] : [];
    })
    .sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return (place) => {
    if (body !== undefined && place.line > body) return undefined;
    let [low, high] = [0, fields.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(fields[middle]?.at ?? place, place)) low = middle + 1;
      else high = middle;
    }
    return fields[low - 1]?.path;
  };
}

/** The line of the second `---`. */
function frontMatterEnd(text: string): number {
  const lines = text.split('\n');
  return lines.findIndex((line, at) => at > 0 && /^---[ \t]*\r?$/.test(line)) + 1;
}

/** Everything in a content file that looks like personal data; `addresses` are those that offices publish. */
export function scanEntry(entry: Entry, addresses: readonly string[] = []): PrivacyFinding[] {
  const { file, schema, raw, text } = entry;
  const position = positionsOf(text);
  let fieldAt: ReturnType<typeof fieldsOf> | undefined;
  const written = scanText(text).flatMap((match) => {
    const place = position(match.start);
    fieldAt ??= fieldsOf(entry);
    const found = { match, place, path: fieldAt(place) };
    return accepted(entry, found, text.slice(match.start, match.end), addresses) ? [] : [found];
  });
  const known = new Set(written.map(({ match }) => `${match.kind}${match.value}`));
  // A form has values without a text; there each is looked at by itself.
  const apart = text.includes('\\') || entry.notation === 'form';
  const escaped = apart ? behindEscapes(entry, known) : [];
  return [...written, ...escaped].map(({ match, place, path }) => ({
    ...pick(match),
    file,
    ...place,
    path,
    field: path && fieldLabel(schema, path, raw),
  }));
}

interface Placed {
  readonly match: Match;
  readonly place: Position | undefined;
  readonly path: Path | undefined;
}

const accepted = (entry: Entry, { match, path }: Placed, said: string, addresses: readonly string[]) =>
  (path !== undefined && isDeclared(entry, path, match.kind)) ||
  (match.kind === 'door' && addresses.some((address) => isPartOf(address, said)));

/** A text that is a published address or ends with the better part of one: `设在示例街12号`, but no `住在…`. */
function isPartOf(address: string, said: string): boolean {
  if (address.includes(said)) return true;
  if (/[住居]/.test(said)) return false;
  const tails = Array.from({ length: Math.max(0, said.length - 5) }, (_, at) => said.slice(at + 1));
  return tails.some((tail) => address.includes(tail));
}

/** `"\u0031\u0033…"` is a number too: the values as a reader gets them, where they were not found as written. */
const behindEscapes = (entry: Entry, known: ReadonlySet<string>): Placed[] =>
  [...leavesOf(entry.raw)].flatMap(([path, value]) =>
    scanText(value)
      .filter(({ kind, value: found }) => !known.has(`${kind}${found}`) && !isDeclared(entry, path, kind))
      .map((match) => ({ match, place: entry.locate(path), path })),
  );

/** What of a match is told on. */
export const pick = ({ kind, grade, value, masked, note }: Match) => ({ kind, grade, value, masked, note });

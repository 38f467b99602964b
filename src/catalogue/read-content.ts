import type { Problem } from '../domain/problems.ts';
import { KINDS, formatOf, type KindName } from '../kinds.ts';
import { asAsset, type Asset } from './assets.ts';
import { decode, uncover } from './decode.ts';
import { problemAt, type Entry } from './entry.ts';
import { placeFile, type Placed } from './file-kind.ts';
import { readFolder, type FoundFile } from './read-folder.ts';
import { readJson } from './read-json.ts';
import { readMarkdown, type ParsedMarkdown } from './read-markdown.ts';
import { validate } from './validate.ts';

export interface ReadContent {
  readonly entries: readonly Entry[];
  /** Files to be published as they are; a rule looks into them. */
  readonly assets?: readonly Asset[];
  readonly problems: readonly Problem[];
  /** How many files were looked at. */
  readonly files: number;
}

/**
 * Reads every file of a content folder and holds each against its schema; with `wants`, only those whose place
 * it says yes to.
 */
export function readContent(folder: string, wants: (placed: Placed) => boolean = () => true): ReadContent {
  const found = readFolder(folder);
  const assets = found.files.flatMap((one) => asAsset(one) ?? []);
  const chosen = found.files.filter((one) => {
    if (asAsset(one)) return false;
    const { placed } = placeFile(one.file);
    return !placed || wants(placed);
  });
  const read = chosen.map(readFile);
  return {
    entries: read.flatMap(({ entry }) => (entry ? [entry] : [])),
    assets,
    problems: [...found.problems, ...read.flatMap(({ problems }) => problems)],
    files: chosen.length + assets.length,
  };
}

/** Reads one file that stands where its name says. */
export function readFile(found: FoundFile): { entry?: Entry; problems: readonly Problem[] } {
  const { placed, problem } = placeFile(found.file);
  if (!placed) return { problems: problem ? [problem] : [] };
  const { maxBytes } = KINDS[placed.kind];
  if (found.size > maxBytes)
    return { entry: unreadable(found.file, placed), problems: [tooLarge(found, maxBytes)] };
  const decoded = decode(found.file, found.read());
  if (decoded.text === undefined)
    return { entry: unreadable(found.file, placed), problems: decoded.problems };
  const { text, problems } = uncover(found.file, decoded.text);
  const read = readText(found.file, placed, text);
  return { entry: read.entry, problems: [...decoded.problems, ...problems, ...read.problems] };
}

/** A text among the guides that adapts another is no guide of its own. */
const kindOf = (kind: KindName, value: unknown): KindName =>
  kind === 'service' && typeof value === 'object' && value !== null && 'adapts' in value
    ? 'adaptation'
    : kind;

/** Reads the text of one content file. Pure: a form may call it with what it is about to save. */
export function readText(file: string, placed: Placed, text: string): { entry: Entry; problems: Problem[] } {
  const format = formatOf(placed.kind);
  const json = format === 'json';
  const parsed: ParsedMarkdown = json
    ? { ...readJson(text), prose: undefined }
    : readMarkdown(text, file.endsWith('.mdx'));
  const kind = kindOf(placed.kind, parsed.value);
  const draft = {
    ...placed,
    kind,
    file,
    notation: json ? ('json' as const) : ('yaml' as const),
    schema: KINDS[kind].schema,
    raw: parsed.value,
    text,
    locate: parsed.locate,
    prose: parsed.prose,
  };
  const faults = parsed.faults.map(({ line, column, ...fault }) => ({
    ...problemAt(draft, fault),
    line,
    column,
  }));
  if (!parsed.understood) return { entry: { ...draft, data: undefined }, problems: faults };
  const { data, problems } = validate(draft);
  return { entry: { ...draft, data }, problems: [...faults, ...problems] };
}

const unreadable = (file: string, placed: Placed): Entry => ({
  ...placed,
  file,
  notation: 'json',
  schema: KINDS[placed.kind].schema,
  raw: undefined,
  data: undefined,
  text: '',
  locate: () => undefined,
  prose: undefined,
});

const tooLarge = ({ file, size }: FoundFile, limit: number): Problem => ({
  kind: 'size',
  severity: 'error',
  file,
  message: `文件有 ${Math.ceil(size / 1024)} KB，最大 ${limit / 1024} KB`,
  remedy: '删掉多余的内容，或分成几个文件',
});

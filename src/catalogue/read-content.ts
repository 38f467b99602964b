import type { Problem } from '../domain/problems.ts';
import { KINDS, formatOf } from '../kinds.ts';
import { asAsset, type Asset } from './assets.ts';
import { withOwnDocuments } from './own-documents.ts';
import { decode, uncover } from './decode.ts';
import { problemAt, type Entry } from './entry.ts';
import { placeFile, type PlacedFile } from './file-kind.ts';
import { type Keeping, locateIn } from './keeping.ts';
import { readSources } from './national.ts';
import type { FoundFile } from './read-folder.ts';
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
 * Reads every file of a content folder, and of the national texts beneath it, and holds each against its schema; with
 * `wants`, only those whose place it says yes to. What `kept` knows of a file is not worked out again.
 */
export function readContent(
  folder: string,
  wants: (placed: PlacedFile) => boolean = () => true,
  kept?: Keeping,
): ReadContent {
  const found = readSources(folder);
  const assets: Asset[] = [];
  const chosen = found.files.filter((one) => {
    const asset = asAsset(one);
    if (asset) {
      assets.push(asset);
      return false;
    }
    const { placed } = placeFile(one.file);
    return !placed || wants(placed);
  });
  const read = chosen.map((one) => marked(one, readFile(one, kept)));
  return {
    entries: withOwnDocuments(read.flatMap(({ entry }) => (entry ? [entry] : []))),
    assets,
    problems: [...found.problems, ...read.flatMap(({ problems }) => problems)],
    files: chosen.length + assets.length,
  };
}

/** What was read of a national text says so. */
const marked = ({ national }: FoundFile, read: ReturnType<typeof readFile>): ReturnType<typeof readFile> =>
  national && read.entry ? { ...read, entry: { ...read.entry, national } } : read;

/** Reads one file that stands where its name says. */
export function readFile(found: FoundFile, kept?: Keeping): { entry?: Entry; problems: readonly Problem[] } {
  const { placed, problem } = placeFile(found.file);
  if (!placed) return { problems: problem ? [problem] : [] };
  const { maxBytes } = KINDS[placed.kind];
  if (found.size > maxBytes)
    return { entry: unreadable(found.file, placed), problems: [tooLarge(found, maxBytes)] };
  const bytes = found.read();
  const before = kept?.entryOf(found.file, placed, bytes);
  if (before) return { entry: before, problems: [] };
  const decoded = decode(found.file, bytes);
  if (decoded.text === undefined)
    return { entry: unreadable(found.file, placed), problems: decoded.problems };
  const { text, problems } = uncover(found.file, decoded.text);
  const read = readText(found.file, placed, text);
  const all = [...decoded.problems, ...problems, ...read.problems];
  if (all.length > 0) return { entry: read.entry, problems: all };
  kept?.keep(read.entry, bytes);
  return { entry: { ...read.entry, locate: locateIn(text, placed.kind) }, problems: [] };
}

/** Reads the text of one content file. Pure: a form may call it with what it is about to save. */
export function readText(
  file: string,
  placed: PlacedFile,
  text: string,
): { entry: Entry; problems: Problem[] } {
  const format = formatOf(placed.kind);
  const json = format === 'json';
  const parsed: ParsedMarkdown = json
    ? { ...readJson(text), prose: undefined }
    : readMarkdown(text, format === 'mdx');
  const draft = {
    ...placed,
    file,
    notation: json ? ('json' as const) : ('yaml' as const),
    schema: KINDS[placed.kind].schema,
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

const unreadable = (file: string, placed: PlacedFile): Entry => ({
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

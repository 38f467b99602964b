import type { Nodes } from 'mdast';
import { lintText, type LintFinding } from '../../domain/lint.ts';
import type { Problem } from '../../domain/problems.ts';
import type { KindName } from '../../kinds.ts';
import type { Contents } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { textAt, textsOf } from '../loose.ts';

/** Files that hold what people say or what places were called, not what an author writes. */
const NOT_WRITTEN: ReadonlySet<KindName> = new Set(['synonyms', 'readings', 'divisions']);

/** Fields that hold people's own words, for search. */
const NOT_WRITTEN_FIELDS: ReadonlySet<string | number> = new Set(['aliases']);

/** Every Chinese text keeps to the terms and forms of facts B5 and G1; quoted sources are exempt when marked. */
export const checkWording = ({ entries, finds }: Contents): Problem[] =>
  entries
    .filter((entry) => !NOT_WRITTEN.has(entry.kind) && textAt(entry.raw, ['lang']) === undefined)
    .flatMap((entry) =>
      finds(entry, '用词和写法', '', () => [...fieldProblems(entry), ...proseProblems(entry)]),
    );

/** Codes, dates and numbers are no writing; their schemas assess them. */
const isWritten = (text: string) => /\p{Script=Han}/u.test(text);

function fieldProblems(entry: Entry): Problem[] {
  return [...textsOf(entry.raw)].flatMap(([path, text]) =>
    path.some((key) => NOT_WRITTEN_FIELDS.has(key)) || !isWritten(text)
      ? []
      : lintText(text).map((finding) => problemAt(entry, { kind: 'wording', path, ...wordsOf(finding) })),
  );
}

function proseProblems(entry: Entry): Problem[] {
  return [...(entry.prose ? writtenTexts(entry.prose.tree) : [])].flatMap((node) =>
    lintText(node.value).map((finding) => ({
      kind: 'wording' as const,
      file: entry.file,
      line: node.position?.start.line,
      column: node.position?.start.column,
      ...wordsOf(finding),
    })),
  );
}

const wordsOf = ({ severity, found, message, instead }: LintFinding) => ({
  severity,
  message: `“${found}”：${message}`,
  remedy: `${instead === '' ? '删掉' : `改成“${instead}”`}；引用原文的，写成 原文“……”`,
});

type Text = Extract<Nodes, { type: 'text' }>;

/** The texts of a document, except in quotations and code. */
function* writtenTexts(node: Nodes): Generator<Text> {
  if (node.type === 'text') yield node;
  if (node.type === 'blockquote' || !('children' in node)) return;
  for (const child of node.children) yield* writtenTexts(child);
}

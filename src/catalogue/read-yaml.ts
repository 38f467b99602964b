import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import { quote } from '../domain/text.ts';
import type { Path } from '../schemas/walk.ts';
import { positionsOf } from './position.ts';
import type { SyntaxFault } from './json-faults.ts';
import type { Parsed } from './read-json.ts';

/** More than this in one file mean that it is no front matter; the first ones say so. */
const MAX_ERRORS = 50;

/** Reads the front matter of a Markdown file; dates stay text. `text` keeps the line numbers of the file. */
export function readYaml(text: string): Parsed {
  const position = positionsOf(text);
  const document = parseDocument(text, {
    schema: 'core',
    uniqueKeys: false,
    keepSourceTokens: false,
    logLevel: 'silent',
  });
  const faults = [
    ...document.errors.slice(0, MAX_ERRORS).map((error) => wordYaml(error, text)),
    ...oddities(document, position),
    ...doubledKeys(document, position),
  ];
  const broken = document.errors.length > 0 || faults.some((one) => one.kind === 'syntax');
  const locate = (path: Path) => position(offsetOf(document, path));
  const oneEach = faults.filter((one, at) => faults.findIndex((other) => other.line === one.line) === at);
  if (broken) return { understood: false, value: undefined, locate, faults: oneEach };
  return { understood: true, value: document.toJS({ maxAliasCount: 0 }) as unknown, locate, faults: oneEach };
}

const WORDS: Readonly<Partial<Record<YAMLError['code'], readonly [string, string]>>> = {
  TAB_AS_INDENT: ['行首用了制表符', '行首用空格'],
  BAD_INDENT: ['行首的空格数不对', '同一层的各行行首空格一样多'],
  BAD_DQ_ESCAPE: ['反斜杠 \\ 后面的字符不对', '反斜杠本身要写成 \\\\'],
  MULTIPLE_DOCS: ['多了一条分隔线', '信息部分只用两条 ---，一条在前，一条在后'],
};

function wordYaml(error: YAMLError, text: string): SyntaxFault {
  const { line, column } = positionsOf(text)(error.pos[0]);
  const source = text.split('\n')[line - 1] ?? '';
  const wide = /^(\s*(?:- )?[\w-]+)：\s*(.*)$/.exec(source);
  const [message, remedy] = wide
    ? ['用了全角冒号', `改用英文冒号加空格：${wide[1]?.trim()}: ${wide[2]}`]
    : (WORDS[error.code] ?? [
        '这一行看不懂',
        `写成“字段: 内容”，内容里有冒号、引号时加英文双引号：${quote(quoted(source))}`,
      ]);
  return { kind: 'syntax', line, column, message, remedy };
}

/** The line of a field with its content in quotes; a line of another make as it is. */
const quoted = (source: string): string =>
  source.replace(
    /^(\s*(?:- )?[\w-]+:)\s+([^\s"'[{].*?)\s*$/,
    (_, field: string, text: string) => `${field} ${JSON.stringify(text)}`,
  );

type Place = ReturnType<typeof positionsOf>;

/** Lines that YAML takes for running text because of a full-width colon, and references that hide what is meant. */
function oddities(document: Document, position: Place): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  const add = (offset: number, message: string, remedy: string) =>
    faults.push({ kind: 'syntax', ...position(offset), message, remedy });
  const top = document.contents;
  if (isScalar(top) && typeof top.value === 'string') {
    const wide = /^([\w-]+)：\s*(.*)$/m.exec(top.value.split(/\s(?=[\w-]+：)/)[0] ?? '');
    if (wide) add(top.range?.[0] ?? 0, '用了全角冒号', `改用英文冒号加空格：${wide[1]}: ${wide[2]}`);
  }
  visit(document, (_, node) => {
    if (isAlias(node)) add(node.range?.[0] ?? 0, '不能用 * 引用', '把内容再写一遍');
  });
  return faults;
}

function doubledKeys(document: Document, position: Place): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Map: (_, map) => {
      const first = new Map<string, number>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const at = key.range?.[0] ?? 0;
        const earlier = first.get(name);
        if (earlier === undefined) first.set(name, at);
        else faults.push(doubled(name, position(earlier).line, position(at)));
      }
    },
  });
  return faults;
}

const doubled = (name: string, line: number, at: { line: number; column: number }): SyntaxFault => ({
  kind: 'duplicateKey',
  ...at,
  message: `“${name}”写了两次，第一次在第 ${line} 行`,
  remedy: '只保留正确的一个',
});

/** Where the key of the field at a path begins; of what is not there, the nearest parent. */
function offsetOf(document: Document, path: Path): number {
  let here: unknown = document.contents;
  let offset = (isMap(here) || isSeq(here) ? here.range?.[0] : undefined) ?? 0;
  for (const step of path) {
    const next = isMap(here)
      ? here.items.find((item) => isScalar(item.key) && item.key.value === step)
      : isSeq(here) && typeof step === 'number'
        ? here.items[step]
        : undefined;
    const shown = isPair(next) ? next.key : next;
    if (!shown || typeof shown !== 'object' || !('range' in shown)) break;
    offset = (shown.range as [number] | undefined)?.[0] ?? offset;
    here = isPair(next) ? next.value : next;
  }
  return offset;
}

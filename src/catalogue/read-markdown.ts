import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { readYaml } from './read-yaml.ts';
import type { Fault } from './json-faults.ts';
import type { Parsed } from './read-json.ts';

export interface ParsedMarkdown extends Parsed {
  readonly prose: { readonly body: string; readonly tree: Root } | undefined;
}

const RULE = /^---[ \t]*\r?$/;
/** More than anyone writes by hand; the parser's time grows with the square of it. */
const MAX_LINE = 4000;
const MAX_MARKERS = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])[ \t]*){9}/;

/** Cells of all tables together; the parser's time grows with the square of them too. */
const MAX_CELLS = 4000;

/** Reads a Markdown file: the lines between two `---` as YAML, what follows as the body. */
export function readMarkdown(text: string): ParsedMarkdown {
  const lines = text.split('\n');
  const end = RULE.test(lines[0] ?? '') ? lines.findIndex((line, at) => at > 0 && RULE.test(line)) : -1;
  const body = lines.slice(end + 1);
  const prose = readProse(body, end + 1);
  if (end < 0) {
    const locate = () => ({ line: 1, column: 1 });
    const faults = [...prose.faults, missing(lines)];
    return { understood: false, value: undefined, locate, faults, prose: prose.prose };
  }
  const head = readYaml(['', ...lines.slice(1, end), ''].join('\n'));
  return { ...head, faults: [...head.faults, ...prose.faults], prose: prose.prose };
}

const missing = (lines: readonly string[]): Fault => ({
  kind: 'syntax',
  line: 1,
  column: 1,
  message: RULE.test(lines[0] ?? '') ? '开头的信息没有结束' : '开头没有写信息',
  remedy: '文件以 --- 一行开始，写各个字段（如 title: 标题），再以 --- 一行结束，然后才是正文',
});

function readProse(lines: readonly string[], above: number) {
  const odd = lines.findIndex((line) => line.length > MAX_LINE || MAX_MARKERS.test(line));
  if (odd >= 0) return { prose: undefined, faults: [tangled(above + odd + 1)] };
  const table = lines.findIndex((line) => line.includes('|'));
  if (lines.join('').split('|').length > MAX_CELLS)
    return { prose: undefined, faults: [crowded(above + table + 1)] };
  const tree = parseBody('\n'.repeat(above) + lines.join('\n'));
  return { prose: { body: lines.join('\n').trim(), tree }, faults: [] };
}

/** Markdown with tables, notes and bare addresses as links. */
export const parseBody = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm({ singleTilde: false })], mdastExtensions: [gfmFromMarkdown()] });

const tangled = (line: number): Fault => ({
  kind: 'syntax',
  line,
  column: 1,
  message: '这一行太长，或者套了太多层引用、列表',
  remedy: '分成几段，列表最多套三层',
});

const crowded = (line: number): Fault => ({
  kind: 'syntax',
  line,
  column: 1,
  message: '表格太大',
  remedy: '把表格存成 .xlsx 或 .csv，作为附件公开，正文里只写要点',
});

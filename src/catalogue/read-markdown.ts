import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import { gfm } from 'micromark-extension-gfm';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { mdxMd } from 'micromark-extension-mdx-md';
import { readYaml } from './read-yaml.ts';
import type { SyntaxFault } from './json-faults.ts';
import { parseBody } from './parse-body.ts';
import { unclear, type Unread } from './unclear.ts';
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

/** Marks of emphasis in one paragraph; the parser holds each against all before it. */
const MAX_MARKS = 1000;
const BEGINS = /^\s*$|^ {0,3}[-+*] +\S/;

/** Reads a Markdown file: the lines between two `---` as YAML, what follows as the body, plain or with components. */
export function readMarkdown(text: string, mdx = false): ParsedMarkdown {
  const { lines, end, body } = partsOf(text);
  const prose = readProse(body, end + 1, mdx);
  if (end < 0) {
    const locate = () => ({ line: 1, column: 1 });
    const faults = [...prose.faults, missing(lines)];
    return { understood: false, value: undefined, locate, faults, prose: prose.prose };
  }
  const head = readHead(text);
  return { ...head, faults: [...head.faults, ...prose.faults], prose: prose.prose };
}

/** The lines of a file, which of them ends its head (-1 without), and those after it. */
function partsOf(text: string) {
  const lines = text.split('\n');
  const end = RULE.test(lines[0] ?? '') ? lines.findIndex((line, at) => at > 0 && RULE.test(line)) : -1;
  return { lines, end, body: lines.slice(end + 1) };
}

/** The head alone of a file that has one. */
export function readHead(text: string): Parsed {
  const { lines, end } = partsOf(text);
  return readYaml(['', ...lines.slice(1, end), ''].join('\n'));
}

/** The body of a file that was read before without a fault; its tree is made when somebody asks for it. */
export function proseAgain(text: string, mdx: boolean): NonNullable<ParsedMarkdown['prose']> {
  const { end, body } = partsOf(text);
  let tree: Root | undefined;
  return {
    body: bodyOf(body),
    get tree() {
      tree ??= readProse(body, end + 1, mdx).prose?.tree;
      if (!tree) throw new Error('a text that was read before cannot be read');
      return tree;
    },
  };
}

const bodyOf = (lines: readonly string[]) => lines.join('\n').trim();

const missing = (lines: readonly string[]): SyntaxFault => ({
  kind: 'syntax',
  line: 1,
  column: 1,
  message: RULE.test(lines[0] ?? '') ? '开头的信息没有结束' : '开头没有写信息',
  remedy: '文件以 --- 一行开始，写各个字段（如 title: 标题），再以 --- 一行结束，然后才是正文',
});

function readProse(lines: readonly string[], above: number, mdx: boolean) {
  const odd = lines.findIndex((line) => line.length > MAX_LINE || MAX_MARKERS.test(line));
  if (odd >= 0) return { prose: undefined, faults: [tangled(above + odd + 1)] };
  const strewn = strewnLine(lines);
  if (strewn >= 0) return { prose: undefined, faults: [overmarked(above + strewn + 1)] };
  const table = lines.findIndex((line) => line.includes('|'));
  if (lines.join('').split('|').length > MAX_CELLS)
    return { prose: undefined, faults: [crowded(above + table + 1)] };
  const body = bodyOf(lines);
  const whole = '\n'.repeat(above) + lines.join('\n');
  if (!mdx) return { prose: { body, tree: parseBody(whole) }, faults: [] };
  const code = codeIn(lines, above);
  if (code.length > 0) return { prose: undefined, faults: code };
  try {
    return { prose: { body, tree: parseMdx(whole) }, faults: [] };
  } catch (error) {
    return { prose: undefined, faults: [unclear(error as Unread, above)] };
  }
}

/**
 * What would be run when a page is made of the text: braces hold code wherever they stand, and so do lines that begin
 * with `import` or `export`. Told from the letters alone, so that no difference between parsers lets any through.
 */
const codeIn = (lines: readonly string[], above: number): SyntaxFault[] =>
  lines.flatMap((line, at): SyntaxFault[] => {
    const column = /^\s*(?:import|export)\b/.test(line) ? 1 : line.search(/[{}]/) + 1;
    if (column === 0) return [];
    return [
      {
        kind: 'syntax',
        line: above + at + 1,
        column,
        message:
          column === 1 && !/^[{}]/.test(line) ? '正文不能写 import、export' : '正文不能写花括号（代码）',
        remedy: '删掉它；要写花括号，用全角的｛｝。只能用规定的组件，例如 <Materials />',
      },
    ];
  });

/** Whether the body of a text holds code, whatever else may be wrong with it. */
export const holdsCode = (text: string): boolean => codeIn(partsOf(text).body, 0).length > 0;

/** Markdown in which the site's components may stand, as MDX reads it: no HTML, no indented code, no `<…>` links. */
const parseMdx = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), mdxJsx(), mdxMd()],
    mdastExtensions: [gfmFromMarkdown(), mdxJsxFromMarkdown()],
  });

/** The line up to which a paragraph has more marks of emphasis than words could need; −1 without. */
function strewnLine(lines: readonly string[]): number {
  let marks = 0;
  return lines.findIndex((line) => {
    if (BEGINS.test(line)) marks = 0;
    marks += line.match(/[*_~]+/g)?.length ?? 0;
    return marks > MAX_MARKS;
  });
}

const overmarked = (line: number): SyntaxFault => ({
  kind: 'syntax',
  line,
  column: 1,
  message: '这一段里的 *、_、~ 太多',
  remedy: '分成几段，段与段之间空一行，只把要紧的词加粗',
});

const tangled = (line: number): SyntaxFault => ({
  kind: 'syntax',
  line,
  column: 1,
  message: '这一行太长，或者套了太多层引用、列表',
  remedy: '分成几段，列表最多套三层',
});

const crowded = (line: number): SyntaxFault => ({
  kind: 'syntax',
  line,
  column: 1,
  message: '表格太大',
  remedy: '把表格存成 .xlsx 或 .csv，作为附件公开，正文里只写要点',
});

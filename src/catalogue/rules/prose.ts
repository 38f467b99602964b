import type { Nodes } from 'mdast';
import type { Fault, Problem } from '../../domain/problems.ts';
import { quote } from '../../domain/text.ts';
import { addressesOf } from '../addresses.ts';
import type { Contents } from '../contents.ts';
import type { Entry } from '../entry.ts';
import { headingIds, headingsOf, plainText } from '../headings.ts';
import { assessLink } from './links.ts';

/** A fault in a text: which node, what is wrong, what to write. */
export interface ProseFault extends Fault {
  readonly node: Nodes;
  readonly kind?: Problem['kind'];
}

const toProblem = (entry: Entry, { node, kind, message, remedy }: ProseFault): Problem => ({
  kind: kind ?? 'prose',
  severity: 'error',
  file: entry.file,
  line: node.position?.start.line,
  column: node.position?.start.column,
  message,
  remedy,
});

/** Every node of a tree, parents before children. */
function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

/** Applies the judgement of a rule, which needs no other file for it, to every node of every text. */
export function eachNode(
  { entries, finds }: Contents,
  rule: string,
  assess: (node: Nodes, entry: Entry) => ProseFault | undefined,
): Problem[] {
  const look = (entry: Entry) =>
    [...(entry.prose ? nodesOf(entry.prose.tree) : [])].flatMap((node) => {
      const fault = assess(node, entry);
      return fault ? [toProblem(entry, fault)] : [];
    });
  return entries.flatMap((entry) => finds(entry, rule, '', () => look(entry)));
}

/** What stands in a new text until its author writes one. */
export const NOT_BEGUN = '正文从这里写起。';

/** A text that its author has not begun is not published. */
export const checkBegun = (contents: Contents): Problem[] =>
  eachNode(contents, '正文写了', (node) =>
    node.type === 'paragraph' && plainText(node).trim() === NOT_BEGUN
      ? { node, message: '还没有写正文', remedy: `把“${NOT_BEGUN}”换成正文` }
      : undefined,
  );

/** Texts are plain Markdown: HTML written into them is refused (design §4). */
export const checkRawHtml = (contents: Contents): Problem[] =>
  eachNode(contents, '正文不写网页代码', (node) =>
    node.type === 'html' && !node.value.startsWith('</')
      ? {
          node,
          message: `不能写 HTML：${quote(node.value, 30)}`,
          remedy: '用 Markdown 写：标题 ##，列表 -，加粗 **文字**，链接 [文字](网址)',
        }
      : undefined,
  );

/** An image says in words what it shows, and comes from this site. */
export const checkImages = (contents: Contents): Problem[] =>
  eachNode(contents, '图片有替代文字', (node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return undefined;
    if (!node.alt?.trim())
      return {
        node,
        message: '图片没有替代文字',
        remedy: '在方括号里写图片的内容，例如 ![服务大厅正门](/图片.jpg)',
      };
    const external = node.type === 'image' && !/^\/(?!\/)/.test(node.url);
    return external
      ? {
          node,
          message: `图片“${quote(node.url, 30)}”不在本站`,
          remedy: '只能用本站以 / 开头的图片，没有就删掉',
        }
      : undefined;
  });

/** Headings begin at level 2, below the page's own, and go down one level at a time. */
export const checkHeadings = ({ entries, finds }: Contents): Problem[] =>
  entries.flatMap((entry) => finds(entry, '标题逐级', '', () => headingProblems(entry)));

function headingProblems(entry: Entry): Problem[] {
  let above = 1;
  return (entry.prose ? headingsOf(entry.prose.tree) : []).flatMap((node) => {
    const allowed = Math.max(2, Math.min(node.depth, above + 1));
    const fault = node.depth === 1 || node.depth > above + 1 || !plainText(node).trim();
    above = allowed;
    if (!fault) return [];
    const message =
      node.depth === 1
        ? '正文不能用一级标题（#）'
        : plainText(node).trim()
          ? `标题从第 ${allowed - 1} 级跳到第 ${node.depth} 级`
          : '标题没有文字';
    return [
      toProblem(entry, {
        node,
        message,
        remedy: `写成 ${'#'.repeat(allowed)} ${plainText(node) || '标题'}`,
      }),
    ];
  });
}

/** Links lead to addresses that exist and can do no harm. */
export function checkLinks(contents: Contents): Problem[] {
  const addresses = addressesOf(contents);
  return contents.entries.flatMap((entry) => {
    const sampleAllowed = mayNameSamples(entry);
    const urls = contents.finds(entry, '链接', '', () => linksIn(entry).map(({ url }) => url));
    const fragments = new Set(entry.prose && urls.some(isWithin) ? headingIds(entry.prose.tree) : []);
    const context = { addresses, fragments, sampleAllowed };
    if (urls.every((url) => !assessLink(url, context))) return [];
    return linksIn(entry).flatMap((node) => {
      const fault = assessLink(node.url, context);
      return fault ? [toProblem(entry, { node, ...fault })] : [];
    });
  });
}

const isWithin = (url: string) => url.startsWith('#');

const linksIn = ({ prose }: Entry) =>
  [...(prose ? nodesOf(prose.tree) : [])].filter(
    (node) => node.type === 'link' || node.type === 'definition',
  );

/** The site's own pages may show the way to the samples; an office's texts may not. */
const mayNameSamples = ({ kind, file }: Entry) => kind === 'page' || file.startsWith('samples/');

import type { Nodes } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import { isDialable } from '../../domain/phones.ts';
import type { Problem } from '../../domain/problems.ts';
import { quote } from '../../domain/text.ts';
import { TEXT_COMPONENTS, textComponent, type TextComponent } from '../../domain/text-components.ts';
import type { Contents } from '../contents.ts';
import type { Entry } from '../entry.ts';
import { plainText } from '../headings.ts';
import { listAt, textAt } from '../loose.ts';
import { eachNode, type ProseFault } from './prose.ts';

/** Of components only the known ones, each with what it needs and nothing else: what a text places is never code. */
export const checkComponents = (contents: Contents): Problem[] =>
  eachNode(contents, '正文只用规定的组件', (node, entry) =>
    node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
      ? componentFault(node, entry)
      : misplaced(node),
  );

type Placed = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** A component that is a paragraph of its own, among the words of another: browsers tear such a sentence apart. */
function misplaced(node: Nodes): ProseFault | undefined {
  if (!('children' in node)) return undefined;
  const placed = node.children.filter((one) => one.type === 'mdxJsxTextElement') as Placed[];
  const words = node.children.some((one) => one.type !== 'mdxJsxTextElement' && plainText(one).trim());
  const among = placed.find(({ name }) => textComponent(name ?? '') && !textComponent(name ?? '')?.among);
  if (!among || (node.type === 'paragraph' && !words)) return undefined;
  return {
    node: among,
    message: `<${among.name}> 不能写在句子、标题、链接或表格里`,
    remedy: '让它单独占一段：另起一行，前后各空一行',
  };
}

/** The component that is meant by a name in small letters. */
const meantBy = (name: string, usable: readonly string[]) =>
  usable.find((one) => one.toLowerCase() === name.toLowerCase());

function componentFault(node: Placed, entry: Entry): ProseFault | undefined {
  const name = node.name ?? '';
  const known = textComponent(name);
  const usable = Object.entries(TEXT_COMPONENTS)
    .filter(([, one]: [string, TextComponent]) => entry.kind === 'service' || !one.ofGuides)
    .map(([one]) => one);
  if (!known || !usable.includes(name))
    return {
      node,
      message: known
        ? `<${name}> 只能用在办事指南里`
        : /^[a-z]/.test(name)
          ? `不能写 HTML：<${quote(name, 20)}>`
          : `没有 <${quote(name, 20)}> 这个组件`,
      remedy: meantBy(name, usable)
        ? `大小写照这样写：<${meantBy(name, usable)}>`
        : `可以用的组件：${usable.map((one) => `<${one}>`).join('、')}`,
    };
  const example = `<${name}${Object.entries(known.attributes ?? {})
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('')}${known.around ? `>文字</${name}>` : ' />'}`;
  const wanted = Object.keys(known.attributes ?? {});
  const given = node.attributes.map((one) =>
    one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? one.name : '',
  );
  const fits = given.length === wanted.length && wanted.every((key) => given.includes(key));
  if (!fits || node.children.length > 0 !== Boolean(known.around))
    return { node, message: `<${name}> 的写法不对`, remedy: `写成 ${example}` };
  const id = node.attributes.flatMap((one) =>
    'name' in one && one.name === 'id' ? [String(one.value)] : [],
  )[0];
  const limits = listAt(entry.raw, ['limits']).flatMap((one) => textAt(one, ['id']) ?? []);
  const number = node.attributes.find((one) => 'name' in one && one.name === 'number')?.value;
  if (name === 'Hotline' && !isDialable(String(number)))
    return { node, message: `“${quote(String(number), 20)}”不是电话`, remedy: `写成 ${example}` };
  if (name === 'Limit' && !limits.includes(id ?? ''))
    return {
      node,
      message: `时限里没有 ${id}`,
      remedy: `改成 ${limits.join('、') || '（这份指南没有时限）'} 里的一个`,
    };
  return undefined;
}

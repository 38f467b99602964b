import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Root } from 'mdast';

/** The text of a node without its marks. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

/** Every heading of a body, in order. */
export function headingsOf(node: Nodes): Heading[] {
  if (node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap(headingsOf) : [];
}

/** The id of each heading in order, as Astro gives them to MDX. */
export function headingIds(tree: Root): string[] {
  const slugger = new GithubSlugger();
  return headingsOf(tree).map((heading) => slugger.slug(plainText(heading)));
}

/** Names of the components that a body places, each once, in order. */
export function componentsIn(node: Nodes): string[] {
  const own = 'name' in node && typeof node.name === 'string' ? [node.name] : [];
  const below = 'children' in node ? node.children.flatMap(componentsIn) : [];
  return [...new Set([...own, ...below])];
}

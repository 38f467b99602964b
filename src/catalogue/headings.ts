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

/** The id of each heading in order: its words joined by hyphens, numbered when they come again. */
export function headingIds(tree: Root): string[] {
  const seen = new Map<string, number>();
  return headingsOf(tree).map((heading) => {
    const words = plainText(heading)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? ['section'];
    const id = words.join('-');
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  });
}

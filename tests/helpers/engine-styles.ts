import { type CssNode, parse, walk } from 'css-tree';
import { isNew, known, partsOf } from './engine.ts';

const { css } = known;
const types = partsOf(css.types).map(([, type]) => type);

/** A function or word of values, wherever it may stand. */
const ofValues = (name: string) => [css.types?.[name], ...types.map((type) => type[name])].some(isNew);

function inDeclaration(property: string, value: CssNode): string[] {
  if (property.startsWith('--')) return [];
  const own = css.properties?.[property];
  const found = isNew(own) ? [property] : [];
  walk(value, (node) => {
    // `clip: rect()` is older than the shape of that name.
    if (node.type === 'Function' && property !== 'clip' && ofValues(node.name)) found.push(`${node.name}()`);
    if (node.type === 'Identifier' && isNew(own?.[node.name])) found.push(`${property}: ${node.name}`);
    if (node.type === 'Dimension' && /^[sld]v[whib]/.test(node.unit)) found.push(node.unit);
  });
  return found;
}

function inSelector(node: CssNode): string[] {
  if (node.type === 'NestingSelector') return ['nesting'];
  if (node.type !== 'PseudoClassSelector' && node.type !== 'PseudoElementSelector') return [];
  const [list] = node.children?.toArray() ?? [];
  const isList = list?.type === 'SelectorList' && list.children.size > 1;
  const feature = css.selectors?.[node.name];
  return isNew(feature) || (isList && isNew(feature?.['selector_list'])) ? [`:${node.name}()`] : [];
}

/** Features of a style sheet that the oldest engine lacks, each once. */
export function newInStyles(text: string): string[] {
  const found: string[] = [];
  walk(parse(text), function (node) {
    // What stands in `@page` is a descriptor of paper (`size`), not a property.
    if (node.type === 'Declaration' && this.atrule?.name !== 'page')
      found.push(...inDeclaration(node.property, node.value));
    if (node.type === 'Atrule' && isNew(css['at-rules']?.[node.name])) found.push(`@${node.name}`);
    if (node.type === 'FeatureRange') found.push('@media (a < b)');
    if (node.type === 'Raw' && node.value.includes('{')) found.push('nesting');
    found.push(...inSelector(node));
  });
  return [...new Set(found)];
}

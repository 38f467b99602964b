import { type AnyNode, parse } from 'acorn';
import { full, fullAncestor } from 'acorn-walk';
import type { Identifier } from '@mdn/browser-compat-data';
import { firstChrome, known, OLDEST, partsOf } from './engine.ts';

/** What scripts of pages touch of the browser; other interfaces have names that mean anything (`move`, `path`). */
const TOUCHED =
  /^(?:Window|Document|Node|NodeList|(?:HTML\w*)?Element|Navigator|EventTarget|DOMTokenList|CustomElementRegistry|URL|URLSearchParams|AbortSignal|Response|Request|Headers|FormData|Blob|Crypto|Clipboard|Storage|StorageManager)$/;

type Names = Map<string, number>;

/** Names under an owner, with the first Chrome in which anything has them. */
function note(names: Names, owner: Identifier | undefined): void {
  for (const [name, feature] of partsOf(owner)) {
    if (!feature.__compat) continue;
    const plain = name.replace(/_(?:static|event)$/, '');
    names.set(plain, Math.min(names.get(plain) ?? Infinity, firstChrome(feature)));
  }
}

const builtins = known.javascript['builtins'] as Identifier;
const browser = known.api as Identifier;
const globals: Names = new Map();
const members: Names = new Map();

for (const owner of [builtins, browser]) note(globals, owner);
for (const [, owner] of [...partsOf(builtins), ...partsOf(builtins['Intl'])]) note(members, owner);
for (const [name, owner] of partsOf(browser)) if (TOUCHED.test(name)) note(members, owner);
const anywhere: Names = new Map();
const wasm = known.webassembly['api'] as Identifier;
for (const [, owner] of [...partsOf(browser), ...partsOf(builtins), ...partsOf(wasm)]) note(anywhere, owner);

/** True for a name that the oldest engine lacks; a member of anything older has the benefit of the doubt. */
const isNewIn = (names: Names, name: string) =>
  (names.get(name) ?? 0) > OLDEST && (anywhere.get(name) ?? Infinity) > OLDEST;

/** The names that a script gives to members of its own. */
function ownNames(program: AnyNode): Set<string> {
  const own = new Set<string>();
  full(program, (node) => {
    const { type, key } = node as { type: string; key?: AnyNode };
    if (/^(?:MethodDefinition|PropertyDefinition|Property)$/.test(type) && key?.type === 'Identifier')
      own.add(key.name);
  });
  return own;
}

const FUNCTION = /Function/;

function newInNode(node: AnyNode, ancestors: readonly AnyNode[]): string | undefined {
  if (node.type === 'StaticBlock') return 'static {}';
  if (node.type === 'BinaryExpression' && node.left.type === 'PrivateIdentifier') return '#x in y';
  if (node.type === 'AwaitExpression' && !ancestors.some(({ type }) => FUNCTION.test(type))) return 'await';
  if (node.type === 'Literal' && node.regex && /[dv]/.test(node.regex.flags)) return `/${node.regex.flags}`;
  if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier')
    return isNewIn(members, node.property.name) ? `.${node.property.name}` : undefined;
  if ((node.type === 'CallExpression' || node.type === 'NewExpression') && node.callee.type === 'Identifier')
    return isNewIn(globals, node.callee.name) ? node.callee.name : undefined;
  return undefined;
}

/** Features of a script that the oldest engine lacks, each once; throws where it is no script of our days. */
export function newInScript(text: string): string[] {
  const found = new Set<string>();
  const program = parse(text, { ecmaVersion: 'latest', sourceType: 'module' });
  const own = ownNames(program);
  fullAncestor(program, (node, _state, ancestors) => {
    const name = newInNode(node as AnyNode, ancestors as AnyNode[]);
    if (name && !own.has(name.replace(/^\./, ''))) found.add(name);
  });
  return [...found];
}

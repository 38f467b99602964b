/** What a site asks of programs that read it (RFC 9309). */

/** Our name in the requests, and in the rules of a site that names us. */
export const AGENT = 'open-office';

interface Rule {
  readonly allows: boolean;
  readonly path: string;
}

const patternOf = (path: string) =>
  new RegExp(
    `^${path
      .replace(/[.+?^{}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '[^]*')
      .replace(/\$(?!$)/g, '\\$')}`,
  );

/** The rules for us by name, else for everybody. */
function rulesIn(text: string): readonly Rule[] {
  const groups = new Map<string, Rule[]>();
  let named: string[] = [];
  let open = false;
  for (const line of text.split(/\r?\n/)) {
    const [, key = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const isAgent = /^user-agent$/i.test(key);
    if (isAgent) named = open ? [...named, value.toLowerCase()] : [value.toLowerCase()];
    if (key) open = isAgent;
    if (/^(?:dis)?allow$/i.test(key) && value)
      for (const name of named)
        groups.set(name, [...(groups.get(name) ?? []), { allows: /^a/i.test(key), path: value }]);
    else for (const name of named) groups.set(name, groups.get(name) ?? []);
  }
  return groups.get(AGENT) ?? groups.get('*') ?? [];
}

/** Whether a site lets an address be read: of the rules that fit, the longest decides, and of two that are as long the kinder. */
export function allowedBy(text: string): (url: URL) => boolean {
  const rules = rulesIn(text)
    .toSorted((a, b) => b.path.length - a.path.length || Number(b.allows) - Number(a.allows))
    .map(({ allows, path }) => ({ allows, fits: patternOf(path) }));
  return ({ pathname, search }) => rules.find(({ fits }) => fits.test(pathname + search))?.allows ?? true;
}

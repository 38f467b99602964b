/** The small language of PDF pages: strings, names, numbers and operators. */

export interface Token {
  readonly type: 'string' | 'name' | 'word';
  /** Of a string its bytes, one character each. */
  readonly value: string;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The string that begins with `(` at a place: its bytes, and where it ends. Brackets within are balanced. */
function bracketed(text: string, from: number): { value: string; end: number } {
  let value = '';
  let depth = 1;
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      if (octal !== undefined) value += String.fromCharCode(Number.parseInt(octal, 8) & 255);
      else if (!/[\r\n]/.test(text[at + 1] ?? '')) value += ESCAPES[text[at + 1] ?? ''] ?? text[at + 1] ?? '';
      at += octal?.length ?? 1;
      continue;
    }
    depth += char === '(' ? 1 : char === ')' ? -1 : 0;
    if (depth === 0) break;
    value += char;
  }
  return { value, end: at + 1 };
}

const NEXT = /\(|<<|>>|<([0-9A-Fa-f\s]*)>|\/([^\s()<>[\]{}/%]*)|%[^\r\n]*|[^\s()<>[\]{}/%]+/g;

/** The tokens of a text in order; brackets of lists are left out. */
export function* tokensOf(text: string): Generator<Token> {
  const next = new RegExp(NEXT);
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const [whole, hex, name] = match;
    if (whole === '(') {
      const { value, end } = bracketed(text, match.index);
      next.lastIndex = end;
      yield { type: 'string', value };
    } else if (hex !== undefined) {
      const digits = hex.replace(/\s+/g, '');
      yield {
        type: 'string',
        value: Buffer.from(digits.padEnd(digits.length + (digits.length % 2), '0'), 'hex').toString('latin1'),
      };
    } else if (name !== undefined) yield { type: 'name', value: name };
    else if (!whole.startsWith('%')) yield { type: 'word', value: whole };
  }
}

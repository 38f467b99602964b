/** Full-width marks that stand where JSON wants half-width ones; each is one character either way. */
const MARKS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '＂': '"',
  '「': '"',
  '」': '"',
  '：': ':',
  '，': ',',
  '、': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '－': '-',
  '．': '.',
  '\u3000': ' ',
  '\u00A0': ' ',
};

const half = (char: string): string | undefined =>
  MARKS[char] ??
  (char >= '０' && char <= '９' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : undefined);

const CLOSES_WIDE = new Set(['”', '“', '＂', '」', '"']);

interface FixedJson {
  readonly text: string;
  /** Offsets of the characters that were fixed. */
  readonly fixed: readonly number[];
}

/** Replaces full-width punctuation and digits outside of quoted text, single quotes too; the length of the text stays the same. */
export function fixJson(text: string): FixedJson {
  const chars = text.split('');
  const fixed: number[] = [];
  let open: 'none' | 'plain' | 'wide' | 'single' = 'none';
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at] ?? '';
    if (open === 'none') {
      const plain = half(char);
      if (plain !== undefined) {
        chars[at] = plain;
        fixed.push(at);
      }
      if (char === "'") open = 'single';
      else if (chars[at] === '"') open = plain === undefined && !endsWide(text, at) ? 'plain' : 'wide';
    } else if (char === '\\') at += 1;
    else if (char === '\n') open = 'none';
    else if (open === 'single' ? char === "'" : open === 'plain' ? char === '"' : CLOSES_WIDE.has(char)) {
      if (open === 'wide' && char !== '"') {
        chars[at] = '"';
        fixed.push(at);
      }
      open = 'none';
    }
  }
  return { text: chars.join(''), fixed };
}

/** True when a text opened by `"` has no closing `"` on its line, but a full-width one. Looks no further than either. */
function endsWide(text: string, from: number): boolean {
  let wide = false;
  for (let at = from + 1; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '"') return false;
    if (text[at] === '\\') at += 1;
    else wide ||= CLOSES_WIDE.has(text[at] ?? '');
  }
  return wide;
}

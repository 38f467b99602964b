import type { Problem } from '../../domain/problems.ts';
import { disguisedAt, quote } from '../../domain/text.ts';
import type { Contents } from '../contents.ts';
import type { Entry } from '../entry.ts';

/** No letter passes for another: such a name or address leads elsewhere than it says. One finding a line. */
export const checkDisguise = ({ entries, finds }: Contents): Problem[] =>
  entries.flatMap((entry) => finds(entry, '没有冒充的字符', '', () => disguised(entry)));

const disguised = ({ file, text }: Entry): Problem[] =>
  text.split('\n').flatMap((line, at): Problem[] => {
    const found = disguisedAt(line);
    if (!found) return [];
    const code = found.char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return [
      {
        kind: 'lookalike',
        severity: 'error',
        file,
        line: at + 1,
        column: [...line.slice(0, found.at)].length + 1,
        message: `“${found.char}”（U+${code}）看起来像别的字符`,
        remedy: `这一行重新手工输入：${quote(line)}`,
      },
    ];
  });

import { quote, removeHiddenCharacters } from '../domain/text.ts';
import type { Problem } from '../domain/problems.ts';
import { positionsOf } from './position.ts';

interface Decoded {
  /** Absent when the bytes are no text that can be guessed. */
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

const SAVE_AS = '请在编辑器里“另存为”，编码选“UTF-8”（不带 BOM）';

/** Bytes as text. Anything but UTF-8 without a mark is reported, and read as what it most likely is. */
export function decode(file: string, bytes: Uint8Array): Decoded {
  const problem = (message: string, remedy: string, line = 1, column = 1): Problem => ({
    kind: 'encoding',
    severity: 'error',
    file,
    line,
    column,
    message,
    remedy,
  });
  const utf8 = tryDecode('utf-8', bytes);
  if (utf8 !== undefined) {
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return {
      text: utf8,
      problems: [
        ...(marked ? [problem('文件开头有 BOM 标记', SAVE_AS)] : []),
        ...lostCharacters(utf8, problem),
      ],
    };
  }
  const { line, column } = firstBadByte(bytes);
  const guess = guessOther(bytes);
  if (!guess) return { text: undefined, problems: [problem('文件不是 UTF-8 文本', SAVE_AS, line, column)] };
  const sample = /[^\x00-\x7f]+/.exec(guess.text)?.[0];
  const message = `文件编码是 ${guess.name}，不是 UTF-8`;
  return {
    text: guess.text,
    problems: [
      problem(message, sample ? `${SAVE_AS}；这里的原文是“${quote(sample)}”` : SAVE_AS, line, column),
    ],
  };
}

function tryDecode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function guessOther(bytes: Uint8Array): { name: string; text: string } | undefined {
  const [a, b] = bytes;
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  const text = tryDecode(utf16 ?? 'gb18030', bytes);
  if (text === undefined || /[\u0000-\u0008\uE000-\uF8FF]/.test(text)) return undefined;
  return { name: utf16 ? 'UTF-16' : 'GBK（GB18030）', text };
}

/** Where the text stops being UTF-8. */
function firstBadByte(bytes: Uint8Array) {
  const loose = new TextDecoder('utf-8').decode(bytes);
  return positionsOf(loose)(Math.max(0, loose.indexOf('\uFFFD')));
}

function lostCharacters(text: string, problem: (m: string, r: string, l: number, c: number) => Problem) {
  const at = text.indexOf('\uFFFD');
  if (at < 0) return [];
  const { line, column } = positionsOf(text)(at);
  return [problem('有无法识别的字符 �（转换编码时丢失）', '重新手工输入这个字', line, column)];
}

/** Reports characters that nobody sees (facts F2), one per line, and takes them out so that reading goes on. */
export function uncover(file: string, text: string): { text: string; problems: Problem[] } {
  const cleaned = removeHiddenCharacters(text);
  if (cleaned === text) return { text, problems: [] };
  const problems = text.split('\n').flatMap((line, at): Problem[] => {
    const found = [...line].findIndex((one) => removeHiddenCharacters(one) === '');
    if (found < 0) return [];
    const code = [...line][found]?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return [
      {
        kind: 'hidden',
        severity: 'error',
        file,
        line: at + 1,
        column: found + 1,
        message: `有看不见的字符 U+${code}`,
        remedy: `删掉它，这一行重新手工输入：${quote(removeHiddenCharacters(line))}`,
      },
    ];
  });
  return { text: cleaned, problems };
}

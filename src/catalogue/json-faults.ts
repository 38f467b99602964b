import { printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Problem } from '../domain/problems.ts';
import type { Position } from './entry.ts';
import { wordError } from './json-wording.ts';
import { fixJson } from './fix-json.ts';

/** A fault of the notation itself. */
export interface SyntaxFault extends Position, Pick<Problem, 'message' | 'remedy'> {
  readonly kind: 'syntax' | 'duplicateKey';
}

/** More faults than this in one file mean that it is no such file; the first ones say so. */
const MAX_FAULTS = 50;

/** A syntax fault that still lacks its place. */
export const fault = (message: string, remedy: string) => ({ kind: 'syntax' as const, message, remedy });

/** One fault for each line in which full-width characters were fixed. */
export function wideFaults(
  text: string,
  fixed: readonly number[],
  position: (at: number) => Position,
): SyntaxFault[] {
  const byLine = new Map<number, number[]>();
  for (const at of fixed.slice(0, MAX_FAULTS * 20)) {
    const { line } = position(at);
    byLine.set(line, [...(byLine.get(line) ?? []), at]);
  }
  return [...byLine.values()].map((offsets) => {
    const marks = [...new Set(offsets.map((at) => text[at] ?? ''))].map((mark) =>
      mark.trim() ? mark : '空格',
    );
    const line = text.slice(text.lastIndexOf('\n', (offsets[0] ?? 0) - 1) + 1).split('\n', 1)[0] ?? '';
    const message = `用了全角标点或数字 ${marks.join(' ')}`;
    return {
      ...fault(message, `改用英文（半角）标点：${fixJson(line).text.trim()}`),
      ...position(offsets[0] ?? 0),
    };
  });
}

/** What the parser found, in Chinese; the first fault of each line. */
export function plainFaults(
  text: string,
  errors: readonly ParseError[],
  position: (at: number) => Position,
): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  for (const error of onFirmGround(text, errors.slice(0, MAX_FAULTS))) {
    const { offset, ...words } = wordError(text, error);
    const at = position(offset);
    // One slip makes the parser stumble over the rest of the line; the first report is the true one.
    if (!faults.some((one) => one.line === at.line))
      faults.push({ ...fault(words.message, words.remedy), ...at });
  }
  return faults;
}

/**
 * A name without quotes before a `{` or `[` throws the parser out of step: of what it finds after it, only words that
 * it does not know are sure to be faults.
 */
function onFirmGround(text: string, errors: readonly ParseError[]): readonly ParseError[] {
  const unknown = (error: ParseError) => printParseErrorCode(error.error) === 'InvalidSymbol';
  const lost = errors.find(
    (error) => unknown(error) && /^\s*:\s*[{[]/.test(text.slice(error.offset + error.length)),
  );
  return errors.filter((error) => unknown(error) || error.offset <= (lost?.offset ?? Infinity));
}

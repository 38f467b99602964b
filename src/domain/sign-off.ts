/** Who answered for a published change: read from the message of its merge (保密审查、发布审核; 政府信息公开条例第十七条). */
import { isDate } from './dates.ts';

/** The two looks that a change needs before it is published, and how a message may say them. */
const SIGN_OFFS = {
  secrecy: { title: '保密审查', keys: ['保密审查', '保密审核', 'secrecy-reviewed-by'] },
  release: { title: '发布审核', keys: ['发布审核', '审核发布', '审签', 'reviewed-by', 'approved-by'] },
} as const;

type SignOffKind = keyof typeof SIGN_OFFS;
const KINDS = Object.keys(SIGN_OFFS) as readonly SignOffKind[];

export interface SignOff {
  readonly kind: SignOffKind;
  /** A name only: mail addresses in messages are left out. */
  readonly by: string;
  /** `YYYY-MM-DD` where the message says a day; the day of the merge otherwise. */
  readonly on?: string | undefined;
}

const LINE = /^[ \t]*([\p{L}-]+)[ \t]*[:：][ \t]*(.+?)[ \t]*$/gmu;
const DAY = /(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?/;

function kindOf(key: string): SignOffKind | undefined {
  return KINDS.find((kind) => (SIGN_OFFS[kind].keys as readonly string[]).includes(key.toLowerCase()));
}

function dayIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

/** The sign-offs that a message tells, each once, in its order: `保密审查：张三 2026-11-22`, `Reviewed-by: 李四 <…>`. */
export function signOffsIn(message: string): SignOff[] {
  const found = [...message.matchAll(LINE)].flatMap(([, key = '', value = '']): SignOff[] => {
    const kind = kindOf(key);
    const by = value
      .replace(/<[^>]*>/g, '')
      .replace(DAY, '')
      .replace(/[（(][ ]*[)）]/g, '')
      .replace(/[,，;；\s]+$/, '')
      .trim();
    return kind && by ? [{ kind, by, on: dayIn(value) }] : [];
  });
  return found.filter(
    (one, at) => found.findIndex((other) => other.kind === one.kind && other.by === one.by) === at,
  );
}

/** Which sign-offs a change lacks, in Chinese. */
export const missingSignOffs = (list: readonly SignOff[]): string[] =>
  KINDS.filter((kind) => !list.some((one) => one.kind === kind)).map((kind) => SIGN_OFFS[kind].title);

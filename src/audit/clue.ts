/** What a page tells of one item, and what is concluded from all that was found. */
import { maskText } from '../domain/privacy/mask-text.ts';
import type { AuditPage } from './page.ts';
import type { PageLine } from './tree.ts';

/** 不能判断 is a verdict: wording alone proves little. */
export type AuditVerdict = 'found' | 'absent' | 'unsure';

export const VERDICTS = { found: '有', absent: '没有', unsure: '不能判断' } as const;

export interface AuditEvidence {
  readonly page: string;
  /** The words that were found, shortened, numbers of people masked. */
  readonly words: string;
}

/** `proof` shows the item; `hint` may be it; `void` is its place without it, or what no longer counts. */
export interface Clue {
  readonly weight: 'proof' | 'hint' | 'void';
  readonly why: string;
  readonly evidence: AuditEvidence;
}

export interface Conclusion {
  readonly verdict: AuditVerdict;
  readonly why: string;
  readonly evidence: readonly AuditEvidence[];
}

const MOST = 60;

/** Words as they are quoted: short, without marks that a terminal would obey, numbers of people masked. */
export function quoted(text: string): string {
  const masked = maskText(text.slice(0, 4 * MOST).replace(/[\p{Cc}\p{Cf}]/gu, ''));
  return masked.length > MOST ? `${masked.slice(0, MOST)}……` : masked;
}

/** A clue in a line of a page. */
export const clue = (weight: Clue['weight'], why: string, page: AuditPage, line: PageLine | string): Clue => {
  const text = typeof line === 'string' ? line : line.label ? `${line.label}：${line.text}` : line.text;
  return { weight, why, evidence: { page: page.address, words: quoted(text) } };
};

/** Where something was published but says nothing. */
export const EMPTY =
  /应公开|待公开|待公布|待补充|待完善|待更新|待定|暂无|暂未|暂缺|尚未|未公[开布]|未填|建设中|敬请期待|即将上线|^[—\-/无]+$/;

/** Whether a line only keeps a place. */
export const saysNothing = ({ text }: PageLine): boolean => EMPTY.test(text) && text.length < 100;

const EVIDENCES = 3;

/** The heaviest clues decide; nothing found is 没有 only where everything could be read. */
export function conclude(clues: readonly Clue[], unread: string | undefined): Conclusion {
  const verdicts = { proof: 'found', hint: 'unsure', void: 'absent' } as const;
  for (const weight of ['proof', 'hint', 'void'] as const) {
    const own = clues.filter((one) => one.weight === weight);
    const [first] = own;
    if (!first) continue;
    const evidence = own.slice(0, EVIDENCES).map((one) => one.evidence);
    if (weight === 'void' && unread) return { verdict: 'unsure', why: `${first.why}；${unread}`, evidence };
    return { verdict: verdicts[weight], why: first.why, evidence };
  }
  return unread
    ? { verdict: 'unsure', why: `读到的网页里没有，但${unread}`, evidence: [] }
    : { verdict: 'absent', why: '读到的网页里都没有', evidence: [] };
}

import { scanText } from './scan.ts';
import type { PrivacyKindName } from './kinds.ts';

/** Numbers that may not be repeated anywhere, not even in a message about a fault. */
const NUMBERS: ReadonlySet<PrivacyKindName> = new Set(['identity', 'mobile', 'card']);

/** A text in which numbers that look like personal data are masked; the rest stays as it is. */
export function maskText(text: string): string {
  let rest = 0;
  let masked = '';
  for (const one of scanText(text)) {
    if (!NUMBERS.has(one.kind)) continue;
    masked += text.slice(rest, one.start) + one.masked;
    rest = one.end;
  }
  return masked + text.slice(rest);
}

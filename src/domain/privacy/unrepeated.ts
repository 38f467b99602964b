import { scanText } from './scan.ts';

/** Stands in the place of such a value. */
export const WITHHELD = '（原来的内容这里不重复）';

/**
 * A value that is to be replaced or taken away, as reviews, requests and reports may tell it: what should never have
 * been published is not published once more by those who take it down.
 */
export const unrepeated = (text: string): string => (scanText(text).length > 0 ? WITHHELD : text);

import { LANGUAGES } from '../schemas/versions.ts';
import type { NoticeRecord } from '../schemas/notice.ts';
import type { Site } from '../schemas/site.ts';

/** What most phones have no letters for. */
const RARE: readonly string[] = ['ii'];

/** A text in other languages, each with the sheet of its font where the operator has put one in. */
export const versionsView = (versions: NoticeRecord['versions'], { fonts = [] }: Site) =>
  (versions ?? []).map((one) => {
    const font = fonts.some(({ lang }) => lang === one.lang) ? `/fonts/${one.lang}.css` : undefined;
    return { ...one, name: LANGUAGES[one.lang], font, unseen: !font && RARE.includes(one.lang) };
  });

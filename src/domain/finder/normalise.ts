import { plain } from '../search/tokens.ts';

/** What stands between typed syllables: spaces, and the apostrophes of an input method (hei'zhu'gou). */
const BETWEEN = /[\s'’‘`·.,，。、\-–—()（）]+/g;

const LEAD =
  /^(?:请问|我想问|我要找|我要去|我想去|我们?(?:家|屋头)?住?在|我们?是|我们?家?住|家?住?在|住|在|查找|查询|寻找|找|查|(?:怎么|怎样|咋个?)[去到]|去|到|哪个(?:司法)?所管)+/u;

/** What people type behind a name, and how far they may have got. */
const ASKED =
  /(?:的?(?:找?司法所?|法律援助|法律服务|人民调解|调解|派出机构|电话|号码|地址|位置|联系方式|在哪|哪里|怎么走|怎么去|怎么找|上班|几点|附近|是哪个|归哪|属于哪).*|派出所(?:的?(?:电话|号码|地址|在哪|怎么走).*)?|在?住?(?:该|要|应该)?(?:找|去|归|问)(?:哪|谁).*|司|的)$/u;
const ASKED_IN_PINYIN = /(?:sifa(?:s(?:uo?)?)?|sfs?)$/;

/** The kind of place, of which people remember a wrong one: 镇 for what became 街道. */
const KIND_OF_PLACE = /(?:街道|社区|居委会|古?镇|老街|[乡村])$/u;

/** Typed text as it is compared: half-width, lower case, simplified, ü as v, nothing between syllables. */
export const normalise = (text: string): string => plain(text).replace(BETWEEN, '').replace(/ü/g, 'v');

/** The ways to take a typed text, the most literal first; a later one counts where an earlier one finds nothing. */
export function triageWays(text: string): string[] {
  const typed = normalise(text);
  const bare = typed.replace(LEAD, '').replace(ASKED, '').replace(ASKED_IN_PINYIN, '') || typed;
  const rough = bare.replace(KIND_OF_PLACE, '');
  return [...new Set([typed, bare, ...([...rough].length > 1 ? [rough] : [])])].filter(Boolean);
}

/** The digits of a typed telephone number; undefined when it is no part of one. */
export function digitsOf(text: string): string | undefined {
  const digits = normalise(text).replace(/^\+?86(?=0)/, '');
  return /^\d{4,12}$/.test(digits) ? digits : undefined;
}

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

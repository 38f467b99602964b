/** Pages of anybody's making, held against the catalogue of the four disclosures. */
import { DISCLOSURES } from '../domain/disclosure/four.ts';
import type { DisclosureItem, EvidenceKey } from '../schemas/disclosure.ts';
import { conclude, quoted, type Clue, type Conclusion, type AuditVerdict } from './clue.ts';
import { contact, hours, place, supervision } from './judges/contact.ts';
import { affairs, statistics } from './judges/articles.ts';
import { deputies, people, whereabouts } from './judges/people.ts';
import { functions, rules, services } from './judges/texts.ts';
import { nextStep } from './next.ts';
import type { AuditPage } from './page.ts';
import { officeOf, scopesOf, type Scope } from './scope.ts';

type Judge = (scope: Scope, item: DisclosureItem) => Clue[];

const JUDGES: Record<EvidenceKey, Judge> = {
  cityFunctions: functions,
  cityServices: services,
  cityRules: rules,
  place,
  contact,
  hours,
  people,
  deputies,
  supervision,
  whereabouts,
  affairs,
  statistics,
};

/** The verdict on one item; of offices one by one where each has pages and the item is its own. */
export interface JudgedItem extends Conclusion {
  readonly item: string;
  readonly title: string;
  readonly disclosure: string;
  readonly next?: string;
  readonly offices?: readonly {
    readonly name: string;
    readonly verdict: AuditVerdict;
    readonly why: string;
  }[];
}

/** What was read, and what could not be. */
export interface AuditReading {
  readonly pages: readonly AuditPage[];
  readonly unread: readonly { readonly address: string; readonly why: string }[];
}

const CLOSED = /(?:本所|司法所)(?:已经?)?(?:于[^，。]{0,12})?(?:已经?)(?:关闭|撤销|撤并|并入)/;
const DOCUMENT = /\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar)(?:[?#]|$)/i;

/** Words of an item's title that an attachment or a picture may carry it under. */
const WORDS: Record<EvidenceKey, RegExp> = {
  cityFunctions: /职[能责]/,
  cityServices: /流程|指南/,
  cityRules: /制度|规则/,
  place: /地址|联系|公示|一览/,
  contact: /电话|联系|公示|一览|通讯录/,
  hours: /时间|公示/,
  people: /人员|公示|名单|通讯录/,
  deputies: /代岗|[AB]角|公示/,
  supervision: /监督|公示/,
  whereabouts: /去向/,
  affairs: /公告|动态|经费|装备|[预决]算|考核|培训|普法|过程/,
  statistics: /数据|统计|报表/,
};

/** An office that is no more owes nothing of its own; what its page means by it people must read. */
const isClosed = ({ office, pages }: Scope): boolean =>
  office !== undefined &&
  pages.some((page) => officeOf(page) === office && page.lines.some(({ text }) => CLOSED.test(text)));

/** Why something may be there that was not read. */
function unreadOf(
  { pages, unread }: AuditReading,
  scope: Scope,
  { evidence }: DisclosureItem,
): string | undefined {
  if (unread.length > 0) return `还有${unread.length}页没有读到`;
  if (isClosed(scope)) return '网页上说这个所已经关闭';
  const hollow = pages.filter((page) => page.hollow);
  if (hollow.length > 0) return `有${hollow.length}页要靠脚本显示或先登录，读不了`;
  const file = scope.pages
    .flatMap((page) => page.links.map((link) => ({ page, ...link })))
    .find(({ to, words, picture }) => (picture || DOCUMENT.test(to)) && WORDS[evidence].test(words));
  return file && `“${quoted(file.words)}”是图片或附件，读不了（${file.page.address}）`;
}

const judgeIn = (reading: AuditReading, scope: Scope, item: DisclosureItem): Conclusion =>
  conclude(JUDGES[item.evidence](scope, item), unreadOf(reading, scope, item));

/** The verdict on offices together: the one that most needs a person. */
function together(each: readonly (Conclusion & { readonly name: string })[]): Conclusion {
  const worst = (['absent', 'unsure', 'found'] as const).find((one) =>
    each.some(({ verdict }) => verdict === one),
  );
  const own = each.filter(({ verdict }) => verdict === worst);
  const [first] = own;
  if (!first) return { verdict: 'unsure', why: '没有网页', evidence: [] };
  const reasons = [...new Set(own.map(({ why }) => why))];
  const why = `${each.length}个司法所中${own.length}个：${reasons.slice(0, 2).join('；')}`;
  return {
    verdict: first.verdict,
    why,
    evidence: own.flatMap(({ evidence }) => evidence.slice(0, 1)).slice(0, 3),
  };
}

function judgeItem(
  item: DisclosureItem,
  reading: AuditReading,
  offices: readonly Scope[],
  today: string,
): JudgedItem {
  const apart = item.supplier === 'office' && offices.length > 0;
  const each = apart
    ? offices.map((scope) => ({ name: scope.office ?? '', ...judgeIn(reading, scope, item) }))
    : [];
  const conclusion = apart ? together(each) : judgeIn(reading, { pages: reading.pages, today }, item);
  const next = nextStep(conclusion.verdict, item);
  return {
    item: item.id,
    title: item.title,
    disclosure: DISCLOSURES[item.disclosure],
    ...conclusion,
    ...(next && { next }),
    ...(apart && { offices: each.map(({ name, verdict, why }) => ({ name, verdict, why })) }),
  };
}

/** Every item of the catalogue on one day. Samples among real pages publish nothing. */
export function judgePages(all: AuditReading, items: readonly DisclosureItem[], today: string): JudgedItem[] {
  const real = all.pages.filter(({ sample }) => !sample);
  const reading = real.length > 0 ? { ...all, pages: real } : all;
  const offices = scopesOf(reading.pages, today);
  return items.map((item) => judgeItem(item, reading, offices, today));
}

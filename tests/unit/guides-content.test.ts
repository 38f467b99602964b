import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { loadContent } from '../../src/catalogue/load.ts';
import { ROOT } from '../../src/command/command.ts';
import { TEXT_COMPONENTS } from '../../src/domain/text-components.ts';
import { calendar } from '../../src/schemas/calendar.ts';
import { disclosure } from '../../src/schemas/disclosure.ts';
import { functionPage } from '../../src/schemas/function.ts';
import { law, type CitationRecord } from '../../src/schemas/law.ts';
import { rule } from '../../src/schemas/rule.ts';
import { service } from '../../src/schemas/service.ts';
import { CONTENT_DAY } from '../helpers/content.ts';

const CONTENT = join(ROOT, 'national');

interface Page<T> {
  readonly slug: string;
  readonly data: T;
  readonly text: string;
}

function folder(name: string, ending: string): [slug: string, text: string][] {
  return readdirSync(join(CONTENT, name))
    .filter((file) => file.endsWith(ending))
    .map((file) => [file.slice(0, -ending.length), readFileSync(join(CONTENT, name, file), 'utf8')]);
}

function checked<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(
    result.error.issues.map((issue) => `${where} ${issue.path.join('.')}: ${issue.message}`).join('\n'),
  );
}

function pages<S extends z.ZodType>(name: string, schema: S, ending = '.md'): Page<z.output<S>>[] {
  return folder(name, ending).map(([slug, text]) => {
    const front = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1];
    return { slug, text, data: checked(schema, parse(front ?? ''), `${name}/${slug}${ending}`) };
  });
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(CONTENT, file), 'utf8'));

const functions = pages('functions', functionPage);
const services = pages('services', service, '.mdx');
const rules = pages('rules', rule);
const laws = folder('laws', '.json').map(([slug, text]) => ({
  slug,
  text,
  data: checked(law, JSON.parse(text), `laws/${slug}.json`),
}));
const everyPage = [...functions, ...services, ...rules];
const slugs = (list: readonly { slug: string }[]) => list.map((one) => one.slug);

/** Every citation in a page, wherever it stands. */
function citations(value: unknown): CitationRecord[] {
  if (Array.isArray(value)) return value.flatMap(citations);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'law' in value && 'articles' in value ? [value as CitationRecord] : [];
  return [...own, ...Object.values(value).flatMap(citations)];
}

/** What readers see: strings, without keys, citations' slugs and addresses. */
const prose = (page: { text: string }) => page.text.replace(/^---\n|\n---\n/g, '\n');

const OLD_TERMS = [
  '社区服刑人员',
  '社区矫正人员',
  '刑释解教',
  '两劳人员',
  '法制宣传',
  '居住地变更',
  '登陆',
  '帐号',
  '其它',
];

/** Every limit, as written down from facts C and the texts of the laws, apart from the guides. */
const LIMITS: readonly (readonly [service: string, limit: string, expected: string])[] = [
  ['people-mediation', 'mediate', 'within 1月 agency'],
  ['judicial-confirmation', 'apply', 'within 30日 resident'],
  ['judicial-confirmation', 'accept', 'within 3日 agency'],
  ['judicial-confirmation', 'review', 'within 30日 agency'],
  ['judicial-confirmation', 'objection', 'within 15日 resident'],
  ['protection-order', 'decide', 'within 72小时 agency'],
  ['protection-order', 'urgent', 'within 24小时 agency'],
  ['protection-order', 'valid', 'atMost 6月 resident'],
  ['protection-order', 'review', 'within 5日 resident'],
  ['legal-aid', 'review', 'within 7日 agency'],
  ['legal-aid', 'assign', 'within 3日 agency'],
  ['legal-aid', 'objection', 'within 5日 agency'],
  ['legal-aid', 'custody', 'within 24小时 agency'],
  ['correction-report', 'report', 'within 10日 resident'],
  ['correction-report', 'notify', 'within 5日 agency'],
  ['correction-report', 'documents', 'within 10日 agency'],
  ['correction-report', 'transfer', 'within 10日 agency'],
  ['correction-leave', 'apply', 'before 3日 resident'],
  ['correction-leave', 'office', 'atMost 7日 resident'],
  ['correction-leave', 'single', 'atMost 30日 resident'],
  ['correction-frequent-travel', 'valid', 'atMost 6月 resident'],
  ['correction-relocation', 'apply', 'before 1月 resident'],
  ['correction-relocation', 'ask', 'within 5日 agency'],
  ['correction-relocation', 'reply', 'within 5日 agency'],
  ['correction-relocation', 'refuse', 'within 5日 agency'],
  ['correction-relocation', 'archive', 'within 5日 agency'],
  ['correction-relocation', 'report', 'within 7日 resident'],
  ['correction-end', 'summary', 'before 30日 resident'],
  ['correction-medical', 'monthly', 'within 1月 resident'],
  ['correction-medical', 'recheck', 'within 3月 resident'],
  ['correction-minors', 'report', 'within 10日 resident'],
  ['correction-tracking', 'valid', 'atMost 3月 agency'],
  ['enforcement-complaint', 'apply', 'within 60日 resident'],
  ['arbitration', 'accept', 'within 5日 agency'],
  ['arbitration', 'correct', 'within 30日 resident'],
  ['arbitration', 'revoke', 'within 3月 resident'],
  ['arbitration', 'court', 'within 2月 agency'],
  ['reconsideration', 'apply', 'within 60日 resident'],
  ['reconsideration', 'apply-longest', 'within 1年 resident'],
  ['reconsideration', 'absolute-real-estate', 'within 20年 resident'],
  ['reconsideration', 'absolute-other', 'within 5年 resident'],
  ['reconsideration', 'review', 'within 5工作日 agency'],
  ['reconsideration', 'supplement-notice', 'within 5工作日 agency'],
  ['reconsideration', 'supplement', 'within 10工作日 resident'],
  ['reconsideration', 'decide', 'within 60日 agency'],
  ['reconsideration', 'decide-simple', 'within 30日 agency'],
  ['reconsideration', 'sue', 'within 15日 resident'],
  ['reconsideration', 'sue-overdue', 'within 15日 resident'],
  ['reconsideration-handover', 'apply', 'within 60日 resident'],
  ['notarization', 'issue', 'within 15工作日 agency'],
  ['labour-arbitration', 'apply', 'within 1年 resident'],
  ['labour-arbitration', 'accept', 'within 5工作日 agency'],
  ['labour-arbitration', 'decide', 'within 45日 agency'],
  ['labour-arbitration', 'sue', 'within 15日 resident'],
  ['land-arbitration', 'apply', 'within 2年 resident'],
  ['land-arbitration', 'accept', 'within 5工作日 agency'],
  ['land-arbitration', 'decide', 'within 60日 agency'],
  ['land-arbitration', 'sue', 'within 30日 resident'],
  ['petition', 'notice', 'within 15日 agency'],
  ['petition', 'handle', 'within 60日 agency'],
  ['petition', 'review-apply', 'within 30日 resident'],
  ['petition', 'review', 'within 30日 agency'],
  ['petition', 'recheck-apply', 'within 30日 resident'],
  ['petition', 'recheck', 'within 30日 agency'],
  ['information-request', 'proactive', 'within 20工作日 agency'],
  ['information-request', 'clarify', 'within 7工作日 agency'],
  ['information-request', 'answer', 'within 20工作日 agency'],
];

describe('services', () => {
  test('cover what residents come for', () => {
    const wanted =
      'people-mediation judicial-confirmation legal-aid legal-advice correction-report correction-leave correction-frequent-travel correction-relocation correction-end resettlement legal-education-booking grassroots-legal-service people-assessor people-supervisor reconsideration reconsideration-handover notarization arbitration labour-arbitration land-arbitration petition information-request protection-order dispute-centre mediation-linkage specialised-mediation family-agreements legal-service-station village-legal-adviser correction-assessment correction-tracking correction-restrictions correction-minors correction-medical correction-support social-assistance forensic-guide enforcement-complaint';
    expect(slugs(services)).toEqual(expect.arrayContaining(wanted.split(' ')));
  });

  test.each(services)('$slug has every element', ({ slug, data }) => {
    for (const list of [data.audience, data.conditions, data.materials, data.channels, data.result])
      expect(list.length).toBeGreaterThan(0);
    expect(data.aliases.length).toBeGreaterThanOrEqual(5);
    expect(data.aliases.length).toBeLessThanOrEqual(12);
    expect(data.faqs.length).toBeGreaterThanOrEqual(3);
    expect(data.faqs.length).toBeLessThanOrEqual(6);
    expect(data.steps.length).toBeGreaterThanOrEqual(3);
    expect(data.remedies.length).toBeGreaterThan(0);
    for (const text of [data.place, data.time, data.consult, data.supervision, data.elsewhere])
      expect(text).toMatch(/\p{Script=Han}/u);
    expect(data.functions.length).toBeGreaterThan(0);
    expect(data.related).not.toContain(slug);
    expect(new Set(data.aliases).size).toBe(data.aliases.length);
  });

  test.each(services)('$slug states limits with a basis, and steps that use them', ({ data }) => {
    const ids = data.limits.map((limit) => limit.id);
    for (const limit of data.limits) {
      expect(limit.basis.articles.length).toBeGreaterThan(0);
      const cited = laws.find((one) => one.slug === limit.basis.law)?.data.articles ?? [];
      const known = cited.filter((one) => limit.basis.articles.includes(one.article));
      if (known.some((one) => one.certainty !== 'read')) expect(limit.certainty).toBe('second-hand');
    }
    for (const step of data.steps) if (step.limit) expect(ids).toContain(step.limit);
    if (ids.length === 0) expect(data.noLimitNote).toBeTruthy();
  });

  test.each(services)('$slug never mixes free and paid', ({ data }) => {
    if (data.fee.free) {
      expect(data.fee.text).toMatch(/免费|不收/);
      expect(data.title).not.toContain('收费');
    } else {
      expect(data.fee.text).toMatch(/收费/);
      expect(data.title).toContain('收费');
      expect(data.kind).toBe('guide');
      expect(`${data.title}${data.summary}`).not.toMatch(/免费/);
      expect(data.fee.text).not.toMatch(/免费/);
    }
  });

  test('paid are exactly the legal-service offices, notaries, commercial arbitration and forensic examiners', () => {
    const paid = services.filter((one) => !one.data.fee.free);
    expect(slugs(paid).sort()).toEqual([
      'arbitration',
      'forensic-guide',
      'grassroots-legal-service',
      'notarization',
    ]);
  });

  test('only handing over reconsideration applications is off by default', () => {
    expect(slugs(services.filter((one) => !one.data.defaultOffered))).toEqual(['reconsideration-handover']);
  });

  test('working days only where the law counts them', () => {
    const counted = services.flatMap((one) =>
      one.data.limits.filter((limit) => limit.unit === '工作日').map((limit) => limit.basis.law),
    );
    expect([...new Set(counted)].sort()).toEqual([
      'administrative-reconsideration-law',
      'government-information-regulations',
      'labour-arbitration-rules',
      'notarization-law',
      'rural-land-arbitration-law',
    ]);
  });

  test.each(LIMITS)('%s/%s is %s', (slug, id, expected) => {
    const found = services.find((one) => one.slug === slug)?.data.limits.find((limit) => limit.id === id);
    expect(`${found?.direction} ${found?.value}${found?.unit} ${found?.whose}`).toBe(expected);
  });

  test('no limit is there that the table of facts does not know', () => {
    const known = new Set(LIMITS.map(([slug, id]) => `${slug}/${id}`));
    const all = services.flatMap(({ slug, data }) => data.limits.map(({ id }) => `${slug}/${id}`));
    expect(all.filter((one) => !known.has(one))).toEqual([]);
  });

  test('what was never read is never called read: 社区矫正法实施办法', () => {
    const resting = services.flatMap(({ data }) =>
      data.limits.filter((limit) => limit.basis.law === 'community-correction-measures'),
    );
    expect(resting.length).toBeGreaterThan(0);
    expect(resting.filter((limit) => limit.certainty === 'read')).toEqual([]);
  });
});

describe('links', () => {
  test.each(everyPage)('citations of $slug name an existing law and article', ({ data }) => {
    for (const cited of citations(data)) {
      const found = laws.find((one) => one.slug === cited.law);
      expect(found, cited.law).toBeDefined();
      expect(found?.data.articles.map((one) => one.article)).toEqual(expect.arrayContaining(cited.articles));
    }
  });

  test('every law is cited, and what is not in force says why', () => {
    const cited = new Set(everyPage.flatMap((one) => citations(one.data).map((citation) => citation.law)));
    expect(slugs(laws).filter((slug) => !cited.has(slug))).toEqual([]);
  });

  test('functions and services point at each other', () => {
    const pair = (a: string, b: string) => `${a} ↔ ${b}`;
    const down = functions.flatMap((one) => one.data.services.map((slug) => pair(one.slug, slug)));
    const up = services.flatMap((one) => one.data.functions.map((slug) => pair(slug, one.slug)));
    expect(down.sort()).toEqual(up.sort());
    for (const one of services) expect(slugs(services)).toEqual(expect.arrayContaining(one.data.related));
  });

  test.each([
    ['functions', functions],
    ['services', services],
    ['rules', rules],
  ])('%s have an order without gaps', (_name, list) => {
    const orders = list.map((one) => one.data.order).sort((a, b) => a - b);
    expect(orders).toEqual(orders.map((_order, at) => at + 1));
  });
});

describe('rules', () => {
  test("follow the seed's order and wording", () => {
    const ordered = [...rules].sort((a, b) => a.data.order - b.data.order).map((one) => one.data);
    expect(ordered.map((one) => one.title)).toEqual([
      '请示汇报制度',
      '政治业务学习制度',
      '岗位目标责任制度',
      '公开公示制度',
      '廉政勤政制度',
      '执法监督与执法过错责任追究制度',
      '信访制度',
      '考评奖惩制度',
      '档案管理制度',
      '统计报表上报制度',
      '办公设备及交通工具管理制度',
      '人民调解工作制度',
      '社区矫正工作制度',
      '安置帮教工作制度',
      '法治宣传工作制度',
      '依法治理工作制度',
      '法律援助工作制度',
    ]);
    expect(ordered.filter((one) => one.group === 'general')).toHaveLength(11);
    expect(ordered.every((one) => one.template || one.confirmedBy)).toBe(true);
  });
});

describe('functions', () => {
  test("begin with the seed's five lines", () => {
    const { catalogue } = loadContent(join(ROOT, 'content'), { today: CONTENT_DAY });
    const seed = catalogue?.functions.map(({ data }) => data.since).filter((one) => one?.kind === 'seed');
    expect(seed?.map((one) => one?.label).sort()).toEqual(
      [1, 2, 3, 4, 5].map((line) => `乐府办函〔2018〕71号 二（五）${line}`),
    );
    for (const one of functions)
      if (one.data.since?.kind === 'later') expect(one.data.confirm?.what).toContain('本所是否承担');
  });
});

describe('what harms when it is wrong', () => {
  const guide = (slug: string) => services.find((one) => one.slug === slug)!;

  test('who is beaten at home is shown 110 and the court, and never sent to mediation first', () => {
    const { data } = guide('protection-order');
    expect(data.channels[0]?.text).toMatch(/110/);
    expect(data.decides.who).toContain('法院');
    expect(data.summary).toContain('不用先调解');
    const words = (read('words.json') as { words: { say: string[]; services?: string[] }[] }).words;
    for (const say of ['家暴', '老公打我', '保护令', '打老人']) {
      const found = words.find((one) => one.say.includes(say));
      expect(found?.services?.[0], say).toBe('protection-order');
      expect(found?.services, say).not.toContain('people-mediation');
    }
  });

  test('neighbours after a fight are not turned away because the police are at work on it', () => {
    const { data } = guide('people-mediation');
    expect(data.notAccepted.join()).toMatch(/打架.*派出所还没作决定的，可以来调解/);
    expect(citations(data)).toContainEqual(
      expect.objectContaining({ law: 'public-security-law', articles: ['第九条'] }),
    );
  });

  test('released people may come where they are registered or where they live, and keep the day the prison set', () => {
    const { data } = guide('resettlement');
    expect(data.place).toMatch(/户籍地或者居住地/);
    expect(data.steps.map((one) => one.text).join()).toMatch(/监狱交代的日子/);
    expect(citations(data).find((one) => one.law === 'prison-law')?.articles).not.toContain('第三十五条');
  });

  test('a certificate of the end of correction is not promised to who serves outside prison for illness', () => {
    const { data } = guide('correction-end');
    expect(data.result.find((one) => one.includes('暂予监外执行'))).toMatch(/刑满释放证明书/);
    expect(data.conditions[0]).not.toContain('暂予监外执行');
  });

  test('a court confirms no ownership, hears an oral request, and rejects by ruling', () => {
    const { data, text } = guide('judicial-confirmation');
    expect(data.notAccepted.join()).toMatch(/物权/);
    expect(data.materials[0]?.required).toBe(false);
    expect(text).not.toMatch(/确认协议无效/);
  });

  test('who holds a written IOU for wages may go to court, and nobody on correction may leave the country', () => {
    expect(guide('labour-arbitration').data.conditions.join()).toMatch(/工资欠条.*直接到法院起诉/);
    expect(guide('correction-leave').data.notAccepted.join()).toMatch(/不准出境/);
  });
});

/** What a text may place. */
const COMPONENT = new RegExp(`</?(?:${Object.keys(TEXT_COMPONENTS).join('|')})(?: [^<>]*)?>`, 'g');

describe('wording and form', () => {
  test.each(everyPage)('$slug keeps the voice of research behind its basis', ({ text }) => {
    const shown = text.replace(/^sourceNotes:\n(?: {2}- .*\n)+/gm, '');
    expect(shown).not.toMatch(/待核|没有查到|没有见到原文|看过条文|本站没有/);
  });

  test.each([...everyPage, ...laws])('$slug uses the terms in force', (page) => {
    for (const term of OLD_TERMS) expect(prose(page)).not.toContain(term);
  });

  test.each([...everyPage, ...laws])('$slug keeps the form of Chinese text', (page) => {
    expect(prose(page)).not.toMatch(/\p{Script=Han}[,:;?!()]\p{Script=Han}/u);
    expect(prose(page)).not.toMatch(/\p{Script=Han} \d|\d \p{Script=Han}/u);
    expect(prose(page)).not.toMatch(/\p{Script=Han}[[【(（［](?:19|20)\d{2}[\]】)）］]\d+号/u);
    expect(prose(page).replace(COMPONENT, '')).not.toMatch(/<[a-z/]/i);
  });

  test.each(everyPage)('$slug has no heading above the second level', ({ text }) => {
    expect(text.split('\n---\n')[1] ?? '').not.toMatch(/^# /m);
  });

  test.each([...functions, ...services])('$slug never lets the office decide', ({ text }) => {
    expect(text).not.toMatch(/司法所(?:调解决定|裁决|决定给予|依法决定|作出决定)/);
    expect(text).not.toMatch(/依据司法所条例/);
  });
});

describe('catalogues', () => {
  test('the disclosure catalogue covers the four disclosures', () => {
    const { items } = checked(disclosure, read('disclosure.json'), 'disclosure.json');
    expect(new Set(items.map((item) => item.disclosure)).size).toBe(4);
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
    const { catalogue } = loadContent(join(ROOT, 'content'), { today: CONTENT_DAY });
    for (const item of catalogue?.disclosure ?? []) expect(item.basis).toMatch(/二（四）|政府信息公开条例/);
  });

  test('2026 has 33 days off, 6 make-up days and 248 workdays', () => {
    const year = checked(calendar, read('calendar/2026.json'), 'calendar/2026.json');
    let off = 0;
    let work = 0;
    for (let day = new Date('2026-01-01'); day.getUTCFullYear() === 2026; day = new Date(+day + 86_400_000)) {
      const text = day.toISOString().slice(0, 10);
      const holiday = year.off.some((span) => span.from <= text && text <= span.to);
      if (holiday) off += 1;
      else if (year.work.includes(text) || ![0, 6].includes(day.getUTCDay())) work += 1;
    }
    expect([off, year.work.length, work]).toEqual([33, 6, 248]);
  });
});

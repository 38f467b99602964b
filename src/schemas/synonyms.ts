import { z } from 'zod';
import { SITE_PAGES, type SitePage } from '../domain/search/site-pages.ts';
import { line, slug } from './primitives.ts';
import { field } from './field.ts';
import { urgent } from './urgent.ts';

/** How people say something, and what it leads to: official words to search with, guides, lines of work, pages. */
const word = z
  .strictObject({
    say: field(z.array(line(20)).min(1, '至少一种说法'), '平常的说法', '["讨薪", "要工钱"]'),
    official: field(z.array(line(20)).optional(), '规范的说法', '["劳动报酬"]'),
    services: field(z.array(slug).optional(), '办事指南', '["labour-arbitration"]'),
    functions: field(z.array(slug).optional(), '工作职能', '["people-mediation"]'),
    pages: field(
      z.array(z.enum(Object.keys(SITE_PAGES) as SitePage[])).optional(),
      '本站的页（offices 司法所一览，map 地图，disclosure 公开情况，functions 工作职能）',
      '["offices"]',
    ),
  })
  .refine((value) => value.official ?? value.services ?? value.functions ?? value.pages, '没有写指向哪里');

/** How people ask what a guide, or the table of what others handle, answers, or what nothing here does: the search learns from it. */
const asked = z
  .strictObject({
    service: field(slug.optional(), '办事指南', '"legal-aid"'),
    elsewhere: field(slug.optional(), '不归司法所管的事（elsewhere.json 的 id）', '"court"'),
    nothing: field(z.literal(true).optional(), '本站答不了的事（天气、车票……）', 'true'),
    say: field(z.array(line(40)).min(1, '至少一种问法'), '人们怎样问', '["没钱打官司"]'),
  })
  .refine(({ service, elsewhere, nothing }) => [service, elsewhere, nothing].filter(Boolean).length === 1, {
    message: 'service、elsewhere、nothing 写一个，只写一个',
  });

const calmTitle = '听着像有危险、其实是平常事的问法';
const calmExample = '["打架赔偿标准"]';

/** What people in a danger say in one place. */
const heard = z.strictObject({
  title: field(line(20), '哪一种危险（照 words.json 里卡片的标题写）', '有人打您，或者家里有人挨打'),
  say: field(z.array(line(40)).min(1, '至少一种说法'), '当地怎样说', '["遭他捶惨了"]'),
});

/** `words.json`: the dictionary of everyday words that the search understands. */
export const synonyms = z.strictObject({
  urgent: field(z.array(urgent).optional(), '紧急求助：有危险的人先看到的'),
  calm: field(z.array(line(40)).optional(), calmTitle, calmExample),
  words: field(z.array(word), '词条'),
  asked: field(z.array(asked).optional(), '人们怎样问'),
});

/** `own-words.json`: what a place says otherwise than the dictionary beneath it; the rest goes on with the program. */
export const ownWords = z.strictObject({
  words: field(z.array(word).optional(), '添加的词条'),
  asked: field(z.array(asked).optional(), '人们怎样问'),
  heard: field(z.array(heard).optional(), '有危险的人当地怎样说'),
  calm: field(z.array(line(40)).optional(), calmTitle, calmExample),
  without: field(z.array(line(20)).optional(), '不要的说法', '["讨薪"]'),
});

type Words = z.infer<typeof synonyms>;
export type AskedRecord = NonNullable<Words['asked']>[number];
export type SynonymRecord = Words['words'][number];

import { BASE } from './content-base.ts';
import type { Content, Override } from './content.ts';

/** A small city in the writing of program 0.1.0: each file that is written otherwise today, in each shape it had. */

const usual = (file: string) => BASE[file] as string;

const { contentVersion: _, ...site } = BASE['site.json'] as Record<string, unknown>;

const {
  editions: __,
  read: ___,
  current: ____,
  ...law
} = BASE['laws/mediation-law.json'] as Record<string, unknown>;
const lawAs = (more: object): Content => ({
  ...law,
  articles: [{ article: '第五条', gist: '司法行政部门负责指导。', certainty: 'seen' }],
  ...more,
});

const guide = (who: string, notes: string) =>
  usual('services/mediation.mdx')
    .replace('decides: { who: 调解委员会, note: 自愿 }', `decides:\n  who: ${who}\n  note: 自愿`)
    .replace('certainty: read', 'certainty: medium')
    .replace(
      'limits: []\nnoLimitNote: 法律没有规定时限',
      'limits:\n  - { id: shouli, label: 受理, value: 3, unit: 日, direction: within, from: 申请, whose: agency, basis: { law: mediation-law, articles: [第五条] }, certainty: high }',
    )
    .replace(
      'source: 示例市司法局\n---\n',
      `source: 示例市司法局\n${notes}\n---\n\n花括号 {甲} 和 <https://example.gov.cn/> 照写。\n`,
    );

export const VERSION_1: Readonly<Record<string, Override>> = {
  'site.json': {
    ...site,
    editor: {
      forge: 'gitea',
      api: 'https://git.example.gov.cn/api/v1',
      repo: 'sfj/site',
      branch: 'main',
      data: { branch: 'quxiang' },
    },
  },
  'services/mediation.mdx': null,
  'services/mediation.md': guide('调解委员会；谈不谈得成由双方自己定', 'certaintyNotes:\n  - 份数待核。'),
  'services/advice.md': guide('不作决定，只给意见', 'certaintyNotes: []').replace('order: 1', 'order: 2'),
  'functions/mediation.md': (text) =>
    text
      .replace('who: 调解委员会, officeRole', 'who: 调解委员会：由双方选, officeRole')
      .replace('basis: [{ law', 'certaintyNotes: [范围待核。]\nbasis: [{ law'),
  'pages/about.mdx': null,
  'pages/about.md': usual('pages/about.mdx'),
  'laws/mediation-law.json': lawAs({
    effective: '2011-01-01',
    revised: '2010年通过',
    source: '公开的法律全文（核对至2025年4月），大意为本站自己概括',
  }),
  'laws/dated-law.json': lawAs({ name: '示例条例', effective: '2020-07-01', source: '报道' }),
  'laws/numbered-law.json': lawAs({ name: '示例办法', number: '示发〔2018〕7号', source: '报道' }),
  'laws/bare-law.json': lawAs({ name: '示例通知', source: '报道' }),
};

import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { ROOT } from '../../src/command/command.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { callableParts } from '../../src/domain/callable-text.ts';
import { inWords } from '../../src/domain/dates.ts';
import { CONTENT_DAY } from '../helpers/content.ts';
import { standingOf } from '../../src/views/citations.ts';
import { GUIDED } from '../../src/views/guides.ts';
import { limitInWords, limitView } from '../../src/views/limits.ts';
import {
  all,
  attribute,
  below,
  bodyText,
  broken,
  DIST,
  type Element,
  type Page,
  readSite,
  textOf,
} from '../helpers/dist.ts';

const { pages } = readSite(DIST);
const TODAY = CONTENT_DAY;
const { catalogue } = loadContent(join(ROOT, 'content'), { today: TODAY });
const content = catalogue as Catalogue;
const pageAt = (path: string) => pages.find((page) => page.path === path) as Page;
const squeeze = (text: string) => text.replace(/\s+/g, '');

type Service = Catalogue['services'][number]['data'];

/** Every element that a guide owes (facts A4-1, C), by name, with the words that its page must carry. */
const ELEMENTS: Readonly<Record<string, (data: Service) => readonly string[]>> = {
  事项名称: ({ title }) => [title],
  对象: ({ audience }) => audience,
  条件: ({ conditions, notAccepted }) => [...conditions, ...notAccepted],
  材料: ({ materials }) => materials.map(({ name }) => name),
  渠道: ({ channels }) => channels.map(({ kind, text }) => `${kind}：${text}`),
  地点: ({ place }) => [place],
  办理时间: ({ time }) => [time],
  流程: ({ steps }) => steps.flatMap(({ title, actor, text }) => [title, `${actor}：${text}`]),
  时限: ({ limits, noLimitNote }) => [...limits.map(limitInWords), ...(noLimitNote ? [noLimitNote] : [])],
  费用: ({ fee }) => [fee.free ? '免费' : '收费', fee.text],
  结果: ({ result }) => result,
  咨询电话: ({ consult }) => [consult],
  监督投诉: ({ supervision }) => [supervision],
  救济: ({ remedies }) => remedies.map(({ text }) => text),
  常见问题: ({ faqs }) => faqs.flatMap(({ q, a }) => [q, a]),
  谁作决定: ({ decides }) => [...(decides.who ? [decides.who] : []), decides.note],
  更新日期: ({ updated }) => [inWords(updated)],
  要问清楚的: ({ confirm }) => confirm?.what ?? [],
  依据怎么核对的: ({ sourceNotes }) => sourceNotes ?? [],
  平常的说法: ({ aliases }) => aliases,
};

const ORDER = [
  '谁可以办',
  '要带的材料',
  '怎么办',
  '时限',
  '办完会拿到什么',
  '不满意怎么办',
  '常见问题',
  '依据',
];

describe('the page of a guide', () => {
  it('exists for every guide, and there are at least 20', () => {
    expect(content.services.length).toBeGreaterThanOrEqual(20);
    expect(content.services.filter(({ slug }) => !pageAt(`/services/${slug}/`))).toEqual([]);
  });

  it.each(Object.keys(ELEMENTS))('says every word of its element “%s”', (name) => {
    const missing = content.services.flatMap(({ slug, data }) => {
      const text = squeeze(bodyText(pageAt(`/services/${slug}/`)));
      return (ELEMENTS[name]?.(data) ?? [])
        .filter((words) => !text.includes(squeeze(words)))
        .map((words) => [slug, words]);
    });
    expect(missing).toEqual([]);
  });

  it('keeps the reading order: who, what to bring, how, how long, result, remedies, questions, basis', () => {
    const wrong = content.services.flatMap(({ slug }) => {
      const headings = all(pageAt(`/services/${slug}/`), 'h2').map(textOf);
      const found = headings.filter((text) => ORDER.includes(text));
      return found.join() === ORDER.join() ? [] : [[slug, found]];
    });
    expect(wrong).toEqual([]);
  });

  it('says what 引导 means where somebody else handles the matter, and so does the list of guides', () => {
    const paths = content.services
      .filter(({ data }) => data.kind === 'guide')
      .map(({ slug }) => `/services/${slug}/`);
    expect(paths.length).toBeGreaterThan(10);
    const silent = ['/services/', ...paths].filter((path) => !bodyText(pageAt(path)).includes(GUIDED));
    expect(silent).toEqual([]);
    expect(bodyText(pageAt('/services/people-mediation/'))).not.toContain(GUIDED);
  });

  it('is told in a row of two lines that do not begin alike', () => {
    const rows = all(pageAt('/services/'), 'b').map(({ parentNode }) => textOf(parentNode as Element).trim());
    expect(rows).toContain('申请低保、临时救助（引导）');
    expect(rows).toContain('没钱请律师申请法律援助');
  });

  it('shows in its table of limits exactly the limits of the data', () => {
    const wrong = content.services.flatMap(({ slug, data }) => {
      const rows = all(pageAt(`/services/${slug}/`), 'tr').map((row) => squeeze(textOf(row)));
      return data.limits
        .filter((limit) => !rows.some((row) => row.startsWith(squeeze(limit.label + limitInWords(limit)))))
        .map((limit) => [slug, limit.id]);
    });
    expect(wrong).toEqual([]);
  });

  it('marks 待核 once for each limit that the reader must keep and nobody read, and nothing else', () => {
    const wrong = content.services.flatMap(({ slug, data }) => {
      const tags = all(pageAt(`/services/${slug}/`), 'span').filter(
        (one) => attribute(one, 'class') === 'tag due' && textOf(one) === '待核',
      );
      const costly = data.limits.filter((one) => limitView(one, standingOf(data, content, TODAY)).costly);
      return tags.length === costly.length ? [] : [[slug, tags.length, costly.length]];
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the voice of the researcher out of everything but what is folded behind the basis', () => {
    const RESEARCH = /待核|没有查到|没有见到原文|看过条文|没有核对|本站没有/;
    const wrong = content.services.flatMap(({ slug }) => {
      const spoken = all(pageAt(`/services/${slug}/`), 'p').map(textOf);
      return spoken.filter((text) => RESEARCH.test(text.replace(/待核$/, ''))).map((text) => [slug, text]);
    });
    expect(wrong).toEqual([]);
  });

  it('opens with what to bring, one’s own deadlines, how long, what it costs, where, when, whom to ask', () => {
    const wrong = content.services.flatMap(({ slug, data }) => {
      const board = all(pageAt(`/services/${slug}/`), 'div').find(
        (one) => attribute(one, 'class') === 'board',
      );
      const terms = [...below(board!)].filter((one) => one.tagName === 'dt').map(textOf);
      const own = data.steps.some((step) =>
        data.limits.some(({ id, whose }) => id === step.limit && whose === 'resident'),
      );
      const due = [
        '带什么',
        ...(own ? ['您的期限'] : []),
        '要多久',
        '多少钱',
        '去哪里',
        ...(data.appointment ? ['预约'] : []),
        '什么时间',
        '问谁',
      ];
      return [...due, '谁作决定'].join() === terms.map(squeeze).join() ? [] : [[slug, terms]];
    });
    expect(wrong).toEqual([]);
  });

  it('lets the hotlines that it names be dialled', () => {
    const silent = content.services.filter(({ slug, data }) => {
      const number = /12(?:345|348|368|333)/.exec(data.consult)?.[0];
      const links = all(pageAt(`/services/${slug}/`), 'a').map((link) => attribute(link, 'href'));
      return number !== undefined && !links.includes(`tel:${number}`);
    });
    expect(silent.map(({ slug }) => slug)).toEqual([]);
  });

  it('has no hotline in its words that cannot be tapped, least of all 110 in front of somebody in danger', () => {
    const told = pages.filter(({ path }) =>
      /^\/(?:services|rules|functions|elsewhere|about|privacy|accessibility)\//.test(path),
    );
    const mute = broken(told, (page) => {
      const main = all(page, 'main').flatMap((one) => [...below(one)]);
      const aliases = new Set(
        main
          .filter((one) => attribute(one, 'data-pagefind-ignore') !== undefined)
          .flatMap((one) => [...below(one)]),
      );
      return main
        .filter((one) => one.tagName !== 'a' && !aliases.has(one))
        .flatMap(({ childNodes }) => childNodes)
        .flatMap((node) => ('value' in node && !node.value.startsWith('大家也这样说') ? [node.value] : []))
        .filter((text) => callableParts(text).some(({ kind }) => kind === 'call'));
    });
    expect(mute).toEqual([]);
  });

  it('has a list of what to bring that leads back to it, on a phone too', () => {
    const stuck = content.services.filter(({ slug, data }) => {
      const links = all(pageAt(`/services/${slug}/checklist/`), 'a');
      const back = links.find((link) => textOf(link) === `回到“${data.title}”`);
      return !back || attribute(back, 'href') !== `/services/${slug}/`;
    });
    expect(stuck.map(({ slug }) => slug)).toEqual([]);
  });

  it('is linked wherever the table of what others handle tells people to read it', () => {
    const items = content.elsewhere?.items ?? [];
    const page = pageAt('/elsewhere/');
    const wrong = items.filter(({ id, services = [] }) => {
      const row = page.elements.find((one) => attribute(one, 'id') === id);
      const links = [...(row ? below(row) : [])].map((one) => attribute(one, 'href'));
      return !services.every((slug) => links.includes(`/services/${slug}/`));
    });
    const told = items.filter(({ note = '' }) => /看[“\p{Script=Han}]/u.test(note.replace('看病', '')));
    expect(told.filter(({ services }) => !services).map(({ id }) => id)).toEqual([]);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('links every law it cites to the page of that law, which links back', () => {
    const wrong = content.services.flatMap(({ slug, data }) => {
      const path = `/services/${slug}/`;
      const links = (from: string, to: string) =>
        all(pageAt(from), 'a').some((link) => attribute(link, 'href')?.endsWith(to));
      return data.basis
        .filter(({ law }) => !links(path, `/laws/${law}/`) || !links(`/laws/${law}/`, path))
        .map(({ law }) => [slug, law]);
    });
    expect(wrong).toEqual([]);
  });

  it('draws its steps as a picture with a name and a text equivalent', () => {
    const wrong = content.services.filter(({ slug, data }) => {
      const picture = all(pageAt(`/services/${slug}/`), 'svg').find(
        (svg) => attribute(svg, 'role') === 'img',
      );
      return !picture || data.steps.some((step) => !textOf(picture).includes(step.title));
    });
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });
});

describe('the page of a rule', () => {
  it('exists for the 11 and 6 systems of the seed, honest about being a template', () => {
    expect(content.rules).toHaveLength(17);
    expect(content.rules.filter(({ data }) => data.group === 'general')).toHaveLength(11);
    const silent = content.rules.filter(
      ({ slug, data }) => data.template && !bodyText(pageAt(`/rules/${slug}/`)).includes('示范文本'),
    );
    expect(silent).toEqual([]);
  });
});

describe('the way to the fitting guide', () => {
  const answers = all(pageAt('/services/'), 'section')
    .filter((section) => attribute(section, 'aria-labelledby') === 'ways')
    .flatMap((section) => [...below(section)].filter((one) => one.tagName === 'details'));

  it('offers at least a dozen plain answers', () => {
    expect(answers.length).toBeGreaterThanOrEqual(12);
  });

  it('leads from every answer, at most one question later, to a guide', () => {
    const dead = answers.filter(
      (answer) => ![...below(answer)].some((one) => attribute(one, 'href')?.includes('/services/')),
    );
    expect(dead.map(textOf)).toEqual([]);
  });
});

describe('the table of what others handle', () => {
  const items = content.elsewhere?.items ?? [];

  it.runIf(items.length > 0)('says of every row whose it is, where, and whom to call', () => {
    const text = squeeze(bodyText(pageAt('/elsewhere/')));
    const missing = items.flatMap(({ title, whose, where, phone = '', aliases }) =>
      [title, whose, where, phone, ...aliases].filter((words) => !text.includes(squeeze(words))),
    );
    expect(missing).toEqual([]);
  });
});

import type { Catalogue } from '../catalogue/types.ts';
import { kept } from '../domain/reads.ts';
import { alarmFrom } from '../domain/search/lessons.ts';
import type { Urgent, UrgentIndex } from '../domain/search/urgent.ts';
import { paths } from '../domain/urls.ts';

/** What people in danger may be led to, and what the search learns from. */
interface Pages extends Pick<Catalogue, 'asked' | 'calm' | 'elsewhere' | 'offices' | 'urgent' | 'words'> {
  readonly services: readonly {
    readonly slug: string;
    readonly data: { readonly title: string; readonly aliases?: readonly string[] };
  }[];
  readonly functions: readonly { readonly slug: string }[];
  readonly rules: readonly { readonly slug: string }[];
}

const EMERGENCY = new Set(['110', '119', '120']);

/** How people ask who are in no danger: all that is asked, but of those who come at once and of protection. */
function calmQuestions({
  asked,
  calm,
  elsewhere,
  offices,
  services: guides,
  urgent,
  words,
}: Pages): string[] {
  const protection = new Set(urgent.flatMap(({ hide, services = [] }) => (hide ? services.slice(0, 1) : [])));
  const matters = (elsewhere?.items ?? []).filter(({ phone }) => !phone || !EMERGENCY.has(phone));
  const ids = new Set(matters.map(({ id }) => id));
  return [
    ...calm,
    ...offices.flatMap(({ record, townships, communities }) =>
      [record, ...[...townships, ...communities].map((one) => one.record)].map(({ name }) => name),
    ),
    ...guides
      .filter(({ slug }) => !protection.has(slug))
      .flatMap(({ data: { title, aliases = [] } }) => [title, ...aliases]),
    ...matters.flatMap(({ title, aliases }) => [title, ...aliases]),
    ...words
      .filter(({ services = [] }) => !services.some((one) => protection.has(one)))
      .flatMap(({ say }) => say),
    ...asked
      .filter(({ service = '', elsewhere: id }) => (id ? ids.has(id) : !protection.has(service)))
      .flatMap(({ say }) => say),
  ];
}

/** `data/search/urgent.gbk.txt`: what people in danger say, whom they call, and which pages they must not be led to. */
export const urgentIndex = (pages: Pages): UrgentIndex => ({
  alarm: kept('alarm', () =>
    alarmFrom(
      pages.urgent.map(({ heard = [] }) => heard),
      calmQuestions(pages),
    ),
  ),
  urgent: cardsOf(pages),
});

const cardsOf = ({ urgent, services: guides, functions: done, rules }: Pages): Urgent[] =>
  urgent.map(({ title, say, except = [], call, now, services: led = [], avoid = [], hide = false }) => ({
    title,
    say,
    except,
    call,
    now,
    guides: guides
      .filter(({ slug }) => led.includes(slug))
      .map(({ slug, data }) => ({ path: paths.service(slug), title: data.title })),
    avoid: [
      ...guides.filter(({ slug }) => avoid.includes(slug)).map(({ slug }) => paths.service(slug)),
      ...done.filter(({ slug }) => avoid.includes(slug)).map(({ slug }) => paths.func(slug)),
      ...rules.filter(({ slug }) => avoid.includes(slug)).map(({ slug }) => paths.rule(slug)),
    ],
    hide,
  }));

/** What an account has sent, and what became of it. */
import { dateInShanghai, inWords } from '../../../domain/dates.ts';
import { paths, withBase } from '../../../domain/urls.ts';
import type { Followed, Following } from '../../../forges/followed.ts';
import type { AdminData } from '../../../views/admin.ts';
import { element } from '../../element.ts';
import { button, stepHeading } from '../ui.ts';
import { standingOf, type RequestStanding } from './standing.ts';

/** So many of the newest are shown. */
const MOST = 20;

const within = (path: string) => withBase(import.meta.env.BASE_URL, path);

/** When the site that people see was made; undefined where it does not say. */
async function builtFor(): Promise<string | undefined> {
  const answer = await fetch(within('/release.json'), { cache: 'no-store' }).catch(() => undefined);
  const said = answer?.ok ? ((await answer.json()) as { builtFor?: string }) : undefined;
  return said?.builtFor;
}

/** The office that a branch of this page was made for. */
function officeOf({ branch }: Followed, { counties }: AdminData) {
  const id = /^tianbao\/([^/]+\/[^/]+)\//.exec(branch)?.[1];
  for (const { name, offices } of counties)
    if (offices.some((one) => one.id === id)) return { id: id ?? '', reviewer: `${name}司法局` };
  return undefined;
}

function item(
  request: Followed,
  { state, words, reasons }: RequestStanding,
  office: string | undefined,
): HTMLElement {
  const day = inWords(dateInShanghai(new Date(request.opened)));
  const page = office === undefined ? [] : [element('a', { href: within(paths.office(office)) }, ['看网页'])];
  return element('li', { class: 'entry', 'data-state': state }, [
    element('p', {}, [
      element('span', { class: 'tag' }, [state]),
      ' ',
      element('a', { href: request.url, rel: 'noreferrer' }, [`${request.title}（第 ${request.number} 号）`]),
      ` ${day}提交`,
    ]),
    element('p', {}, [words, ...(state === '已公开' ? page : [])]),
    ...(reasons.length
      ? [
          element(
            'ul',
            {},
            reasons.map((reason) => element('li', {}, [reason])),
          ),
        ]
      : []),
  ]);
}

/** The newest submissions of an account with where each stands. Throws a `ForgeError`. */
export async function submissionsStep(
  data: AdminData,
  following: Following,
  login: string,
  back: () => void,
): Promise<HTMLElement> {
  const [sent, built] = await Promise.all([following.of(login, data.editor.branch), builtFor()]);
  const items = await Promise.all(
    sent.slice(0, MOST).map(async (request) => {
      const said =
        request.state === 'merged' ? { verdict: undefined, remarks: [] } : await following.said(request);
      const office = officeOf(request, data);
      const { forge } = data.editor;
      const known = { ...said, builtFor: built, reviewer: office?.reviewer ?? '司法局', forge };
      return item(request, standingOf(request, known), office?.id);
    }),
  );
  return element('section', { class: 'step', 'aria-label': '我的提交' }, [
    stepHeading('我的提交'),
    items.length ? element('ul', { class: 'bare' }, items) : element('p', {}, ['还没有提交过。']),
    button('返回填报', back),
  ]);
}

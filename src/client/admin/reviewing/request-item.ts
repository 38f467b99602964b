/** One request as a reviewer sees it. */
import type { Lead } from '../../../domain/lead-on.ts';
import { manual } from '../../../domain/manuals.ts';
import { leadsIn } from '../../../forges/report-read.ts';
import { waitedInWords } from '../../../forges/request-lists.ts';
import { element } from '../../element.ts';
import { note } from '../ui.ts';
import { reportView } from './report-view.ts';
import { textsView } from './texts-view.ts';
import type { Desk, Waiting } from './waiting.ts';

export interface RequestItem {
  readonly waiting: Waiting;
  readonly box: HTMLElement;
  /** Whether it is to be merged. */
  readonly isChosen: () => boolean;
  /** The redirects that were accepted with it. */
  readonly accepted: () => readonly Lead[];
}

const MARKS = { passed: '✓ 检查通过', refused: '✗ 检查没有通过', none: '… 还没有检查结果' } as const;

const UNJUDGED = `没有检查结果的不能合并：刚提交的等几分钟；平台不会自动检查的（Gitee），先检查并把结果贴出来（见${manual('gate')}）。`;

const stateOf = ({ verdict }: Waiting): keyof typeof MARKS =>
  verdict === undefined ? 'none' : verdict.passed ? 'passed' : 'refused';

function tick(id: string, words: string, changed: () => void, isOn = false): [HTMLInputElement, HTMLElement] {
  const input = element('input', { type: 'checkbox', id, ...(isOn && { checked: '' }) });
  input.addEventListener('change', changed);
  return [input, element('p', { class: 'choice' }, [input, element('label', { for: id }, [words])])];
}

function headOf(waiting: Waiting, { today }: Desk): HTMLElement[] {
  const { request, offices, isOwn, verdict } = waiting;
  const about = [
    ...offices,
    `账号 ${request.author}${isOwn ? '（您自己）' : ''}`,
    waitedInWords(request, today),
  ];
  return [
    element('h3', {}, [
      element('a', { href: request.url, rel: 'noreferrer' }, [`${request.title}（第 ${request.number} 号）`]),
    ]),
    element('p', { class: 'soft' }, [about.join(' · ')]),
    element('p', {}, [
      element('span', { class: 'tag' }, [MARKS[stateOf(waiting)]]),
      ...(verdict?.by === undefined ? [] : [` 结果是账号 ${verdict.by} 贴的`]),
    ]),
    ...(verdict ? [] : [note(UNJUDGED)]),
  ];
}

/** Addresses that vanish, each with its redirect ready to be accepted by those who may write it. */
function leadsView(leads: readonly Lead[], number: number, { owner }: Desk) {
  const told = leads.map((lead, at): [Lead, HTMLInputElement | undefined, HTMLElement] => {
    const words = `${lead.from} 会没有，转到 ${lead.to}`;
    if (owner.maintainer !== true) return [lead, undefined, element('p', {}, [`${words}（发布时自动转）`])];
    const [input, line] = tick(
      `lead-${number}-${at}`,
      `${words}：合并以后写进旧网址跳转`,
      () => undefined,
      true,
    );
    return [lead, input, line];
  });
  return {
    box: leads.length > 0 ? [element('h4', {}, ['网址']), ...told.map(([, , line]) => line)] : [],
    accepted: () => told.flatMap(([lead, input]) => (input?.checked ? [lead] : [])),
  };
}

/** Why it cannot be chosen, where that is not said already; undefined where it can. */
function barredBy({ verdict, isOwn, paths }: Waiting): string | undefined {
  if (verdict?.passed !== true) return '';
  if (isOwn) return '自己提交的，请别的账号看过合并。';
  return paths.length > 0 ? undefined : '改了哪些文件没有取到，请到代码平台上看、在那里合并。';
}

/** What the request changes, what the gate says, and whether it is to be merged. */
export function requestItem(desk: Desk, waiting: Waiting, changed: () => void): RequestItem {
  const { request, verdict, rivals } = waiting;
  const { number } = request;
  const leads = leadsView(leadsIn(verdict?.report ?? ''), number, desk);
  const [input, line] = tick(`merge-${number}`, `选中第 ${number} 号，一起合并`, changed);
  const barred = barredBy(waiting);
  const others = `第 ${rivals.join('、')} 号也改了同一处：一次只合并一份，另一份要重新看。`;
  const box = element('li', { class: 'entry', 'data-verdict': stateOf(waiting) }, [
    ...headOf(waiting, desk),
    ...(rivals.length > 0 ? [note(others, 'warn')] : []),
    ...(verdict ? reportView(verdict.report) : []),
    ...textsView(desk, waiting),
    ...leads.box,
    ...(barred === undefined ? [line] : barred ? [note(barred, 'warn')] : []),
  ]);
  return {
    waiting,
    box,
    isChosen: () => barred === undefined && input.checked,
    accepted: leads.accepted,
  };
}

/** The one confirmation of a sitting, and what became of each request. */
import type { Signatures } from '../../../forges/review-requests.ts';
import { mergeInTurn } from '../../../forges/sitting.ts';
import { element } from '../../element.ts';
import { button, note, stepHeading, workButton } from '../ui.ts';
import type { RequestItem } from './request-item.ts';
import type { Desk } from './waiting.ts';

function signature(id: string, label: string): [HTMLInputElement, HTMLElement] {
  const input = element('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    'aria-describedby': 'signed-hint',
  });
  return [input, element('div', { class: 'field' }, [element('label', { for: id }, [label]), input])];
}

const nameOf = ({ waiting: { request } }: RequestItem) => `第 ${request.number} 号：${request.title}`;

/** Two of those chosen that change the same: the second stays. */
const clashes = (items: readonly RequestItem[]): string[] =>
  items.flatMap(({ waiting }, at) =>
    items
      .slice(at + 1)
      .filter((other) => waiting.rivals.includes(other.waiting.request.number))
      .map(
        (other) =>
          `第 ${waiting.request.number} 号和第 ${other.waiting.request.number} 号改了同一处：只合并前一份，后一份留着重新看。`,
      ),
  );

/** Merges them one after another, tells of each, and proposes the redirects of those that were merged. */
async function mergeAll(
  desk: Desk,
  items: readonly RequestItem[],
  signatures: Signatures,
  say: (line: HTMLElement) => void,
): Promise<void> {
  const chosen = items.map(({ waiting: { request, verdict } }) => ({ ...request, by: verdict?.by }));
  const merged = new Set<number>();
  for await (const { number, why } of mergeInTurn(
    desk.reviews,
    desk.data.editor.branch,
    chosen,
    signatures,
  )) {
    if (why === undefined) merged.add(number);
    say(element('li', {}, [`第 ${number} 号　${why === undefined ? '✓ 已合并' : `✗ 没有合并：${why}`}`]));
  }
  const leads = items
    .filter(({ waiting }) => merged.has(waiting.request.number))
    .flatMap((item) => item.accepted());
  if (leads.length === 0) return;
  const { proposeLeads } = await import('./lead-plan.ts');
  const { number, url = '' } = await proposeLeads({ ...desk, home: desk.back }, leads);
  const link = element('a', { href: url, rel: 'noreferrer' }, [`第 ${number} 号`]);
  say(element('li', {}, ['旧网址跳转提好了（', link, '），检查通过以后在这里合并。']));
}

/** What will be merged, who looked at it, and yes or no. */
export function mergingStep(
  desk: Desk,
  items: readonly RequestItem[],
  again: () => Promise<void>,
): HTMLElement {
  const [secrecy, secrecyField] = signature('signed-secrecy', '保密审查（谁，日期）');
  const [release, releaseField] = signature('signed-release', '发布审核（谁，日期）');
  const outcome = element('ul', { class: 'bare' });
  const acts = element('div', { class: 'acts' });
  const act = async () => {
    const signatures = { secrecy: secrecy.value.trim(), release: release.value.trim() };
    no.remove();
    try {
      await mergeAll(desk, items, signatures, (line) => outcome.append(line));
    } catch (error) {
      desk.failed(error);
    }
    const more = workButton('看还有哪些待审', again, 'primary');
    acts.replaceChildren(more, button('返回填报', desk.back));
    more.focus();
  };
  const yes = workButton(`确认合并这 ${items.length} 份`, act);
  const no = workButton('先不合并', again, 'plain');
  acts.append(yes, no);
  return element('section', { class: 'step', 'aria-label': '确认合并' }, [
    stepHeading('确认合并'),
    element(
      'ul',
      {},
      items.map((item) => element('li', {}, [nameOf(item)])),
    ),
    ...clashes(items).map((words) => note(words, 'warn')),
    note(
      '合并的就是刚才看到的这一版；检查没有通过的、看过以后又改过的，不会合并，其余的照样合并。平台要求先批准的，先到平台上点批准。合并以后，网站下次更新就能看到。',
    ),
    element('p', { class: 'hint', id: 'signed-hint' }, [
      '写进合并的说明，不写的留空。例如：示例乙 2026-11-22',
    ]),
    secrecyField,
    releaseField,
    element('div', { role: 'status', 'aria-label': '合并结果' }, [outcome]),
    acts,
  ]);
}

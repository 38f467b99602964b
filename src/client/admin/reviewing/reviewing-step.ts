/** What waits for a reviewer: everything of each request on one page, several merged in one sitting. */
import { openReviews } from '../../../forges/reviews.ts';
import { element } from '../../element.ts';
import { button, note, stepHeading } from '../ui.ts';
import { mergingStep } from './merging.ts';
import { requestItem, type RequestItem } from './request-item.ts';
import { waitingFor, type Desk } from './waiting.ts';

const summaryOf = (items: readonly RequestItem[]): string => {
  const passed = items.filter(({ waiting }) => waiting.verdict?.passed === true).length;
  return `共 ${items.length} 份，检查通过的 ${passed} 份。内容是不是真的，机器看不出来：号码打一遍，地址、时间和报来的材料一致，再选中。`;
};

/** The open requests that the account may decide on. Throws a `ForgeError`. */
async function reviewingStep(desk: Desk): Promise<HTMLElement> {
  const again = async () => {
    try {
      desk.show(await reviewingStep(desk));
    } catch (error) {
      desk.failed(error);
    }
  };
  const merge = button('合并选中的', () => {
    const chosen = items.filter((item) => item.isChosen());
    if (chosen.length > 0) desk.show(mergingStep(desk, chosen, again));
    else count.textContent = '还没有选中。在要合并的那几份下面打勾。';
  });
  merge.className = 'primary';
  const count = element('p', { role: 'status' });
  const changed = () => {
    count.textContent = `选中了 ${items.filter((item) => item.isChosen()).length} 份。`;
  };
  const items: readonly RequestItem[] = (await waitingFor(desk)).map((one) =>
    requestItem(desk, one, changed),
  );
  return element('section', { class: 'step reviewing', 'aria-label': '待审' }, [
    stepHeading('待审'),
    ...(items.length > 0
      ? [
          element('p', {}, [summaryOf(items)]),
          element(
            'ul',
            { class: 'bare' },
            items.map(({ box }) => box),
          ),
        ]
      : [note('没有等着审核的修改。')]),
    count,
    element('div', { class: 'acts' }, [
      ...(items.some(({ waiting }) => waiting.verdict?.passed) ? [merge] : []),
      button('返回填报', desk.back),
    ]),
  ]);
}

/** The page of a reviewer, for the account that holds a token. Throws a `ForgeError`. */
export const openReviewing = (desk: Omit<Desk, 'reviews'>, token: string): Promise<HTMLElement> =>
  reviewingStep({ ...desk, reviews: openReviews(desk.data.editor, token) });

/** After the submission: where it is, and what happens next. */
import { element } from '../element.ts';
import type { Proposed } from '../../forges/types.ts';
import { button, stepHeading } from './ui.ts';

/** What becomes of whereabouts that nobody looks at first. */
export const STRAIGHT = '去向不用审核，网站下一次更新就看得到';

/** Whether others look at it first: whereabouts that go straight to their branch have no number. */
const waits = ({ number }: Proposed) => number !== undefined;

const wordsFor = ({ number, url }: Proposed) => {
  if (number !== undefined) return `第 ${number} 号修改，查看审核情况`;
  return url === undefined ? '已经一样，不用再交' : STRAIGHT;
};

export function doneStep(sent: readonly Proposed[], again: () => void): HTMLElement {
  const links = sent.map((one) =>
    element('li', {}, [
      one.url === undefined
        ? wordsFor(one)
        : element('a', { href: one.url, rel: 'noreferrer' }, [wordsFor(one)]),
    ]),
  );
  return element('section', { class: 'step done' }, [
    stepHeading(`已提交，${sent.some(waits) ? '等待' : '不用'}审核`),
    element('p', {}, [`${sent.some(waits) ? '审核通过以后，网站就会更新。' : ''}这台电脑上的草稿已经清掉。`]),
    element('ul', {}, links),
    button('继续修改', again),
  ]);
}

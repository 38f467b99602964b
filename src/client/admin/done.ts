/** After the submission: where it is, and what happens next. */
import { element } from '../element.ts';
import type { Proposed } from '../../forges/types.ts';
import { button, stepHeading } from './ui.ts';

const wordsFor = ({ number }: Proposed) =>
  number === undefined ? '已写进数据分支' : `第 ${number} 号修改，查看审核情况`;

export function doneStep(sent: readonly Proposed[], again: () => void): HTMLElement {
  const links = sent.map((one) =>
    element('li', {}, [
      one.url === undefined
        ? wordsFor(one)
        : element('a', { href: one.url, rel: 'noreferrer' }, [wordsFor(one)]),
    ]),
  );
  return element('section', { class: 'step done' }, [
    stepHeading('已提交，等待审核'),
    element('p', {}, ['审核通过以后，网站就会更新。这台电脑上的草稿已经清掉。']),
    element('ul', {}, links),
    button('继续修改', again),
  ]);
}

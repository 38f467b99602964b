/** The place beside the text of a notice where it stands as its page will show it. */
import { element } from '../../element.ts';
import type { NoticeForm } from '../notice-state.ts';

interface PreviewPane {
  readonly box: HTMLElement;
  /** Shows the notice as it is now, soon. */
  readonly renew: () => void;
}

/** Its renderer is fetched when the pane is made; where it does not come, there is no pane. */
export function previewPane(notice: NoticeForm, today: string): PreviewPane {
  const page = element('div', { class: 'page' });
  const box = element(
    'section',
    { class: 'as-read', 'aria-label': '网页上的样子', tabindex: '0', hidden: '' },
    [element('p', { class: 'hint' }, ['网页上会这样显示：']), page],
  );
  // A link in it would lead away from the form.
  page.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
  });
  let draw: (() => void) | undefined;
  let asked = 0;
  const renew = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => draw?.());
  };
  import('./preview.ts').then(
    ({ noticeAsRead }) => {
      draw = () => page.replaceChildren(...noticeAsRead(notice, today));
      box.hidden = false;
      renew();
    },
    () => undefined,
  );
  return { box, renew };
}

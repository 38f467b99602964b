/** A text with its front matter as its page will show it. */
import { readFront } from '../../../editing/front-matter.ts';
import { element } from '../../element.ts';
import { noticeAsRead } from '../notices/preview.ts';

interface AsRead {
  readonly title: string;
  readonly parts: readonly HTMLElement[];
}

/** What cannot be taken apart is shown as it was written. */
export function fileAsRead(text: string, today: string): AsRead {
  try {
    const { front, body } = readFront(text);
    const { attachments = [], ...value } = front as {
      readonly attachments?: { file: string; title: string }[];
      readonly title?: unknown;
    };
    const title = typeof value.title === 'string' ? `《${value.title}》` : '本地写法';
    return { title, parts: noticeAsRead({ value, body, attached: [], kept: attachments }, today, 4) };
  } catch {
    return { title: '（看不懂开头的信息）', parts: [element('pre', {}, [text])] };
  }
}

/** The text of a notice: typed or pasted. */
import { element } from '../../element.ts';
import { register, type FormContext } from '../controls/context.ts';
import { wrongPlace } from '../controls/frame.ts';
import type { NoticeForm } from '../notice-state.ts';
import { takePaste } from './take-paste.ts';

/** The field of the text of a notice. */
export function bodyField(context: FormContext, notice: NoticeForm): HTMLElement {
  const input = element('textarea', {
    id: 'notice-body',
    rows: '12',
    'aria-describedby': 'notice-body-hint',
  });
  const wrong = wrongPlace(context, ['body']);
  const pasted = element('p', { class: 'hint', role: 'status' });
  input.value = notice.body;
  input.addEventListener('input', () => {
    notice.body = input.value;
    context.changed();
  });
  input.addEventListener('blur', () => context.left(['body']));
  input.addEventListener('paste', (event) =>
    takePaste(input, event, (words) => (pasted.textContent = words)),
  );
  const box = element('div', { class: 'field' }, [
    element('label', { for: 'notice-body' }, ['正文', element('span', { class: 'needed' }, ['（必填）'])]),
    element('p', { class: 'hint', id: 'notice-body-hint' }, [
      '换行就是换行，空一行是新的一段。小标题在行首写 ## 和一个空格。可以从 Word、WPS 粘贴。不写办事人的姓名和案情。',
    ]),
    input,
    pasted,
    wrong,
  ]);
  register(context, { path: ['body'], box, inputs: [input], wrong });
  return box;
}

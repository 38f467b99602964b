/** What only some texts have: versions in other languages, and recordings. */
import type { z } from 'zod';
import { type Path, schemaAt } from '../../../schemas/walk.ts';
import { element } from '../../element.ts';
import type { Attached } from '../notice-state.ts';
import { idOf, register, type FormContext } from './context.ts';
import { wrongPlace } from './frame.ts';

/** The same text in other languages, as a body has given it; folded while there is none. */
export function otherLanguages(context: FormContext, record: z.ZodType): HTMLElement[] {
  const schema = schemaAt(record, ['versions'], context.file.value);
  if (!schema) return [];
  const box = element('details', {}, [
    element('summary', {}, ['其他文字的版本（彝文、藏文、英文……）']),
    element('p', { class: 'soft' }, ['由懂这种文字的机构提供，不用机器翻译。排在汉字后面。']),
    context.field(['versions'], schema),
  ]);
  box.open = context.file.value['versions'] !== undefined;
  return [box];
}

/** What is said in a recording, for those who cannot hear it. */
export function saidField(context: FormContext, one: Attached, beside: Path): HTMLElement {
  const path = [...beside.slice(0, -1), 'transcript'];
  const id = idOf(context, path);
  const input = element('textarea', { id, rows: '3' });
  input.value = one.transcript ?? '';
  input.addEventListener('input', () => {
    one.transcript = input.value.replace(/\s*[\r\n]+\s*/g, '');
    context.changed();
  });
  const wrong = wrongPlace(context, path);
  const box = element('div', { class: 'field' }, [
    element('label', { for: id }, ['录音里说的话', element('span', { class: 'needed' }, ['（必填）'])]),
    element('p', { class: 'hint' }, ['听不见的人看这里。照着正文念的，写“正文”两个字。']),
    input,
    wrong,
  ]);
  register(context, { path, box, inputs: [input], wrong });
  return box;
}

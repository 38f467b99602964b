import type { z } from 'zod';
import { schemaAt } from '../../../schemas/walk.ts';
import { element } from '../../element.ts';
import type { FormContext } from './context.ts';

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

/** What a text carries along beside its words: fetched apart, once its form is open. */
import type { z } from 'zod';
import type { FormContext } from '../controls/context.ts';
import { otherLanguages } from '../controls/language-parts.ts';
import type { Carrying } from '../notice-state.ts';
import { attachments, type RemoveKept } from './attachments-field.ts';

/** The documents, then the versions in other languages that its record has. */
export const carriedParts = (
  context: FormContext,
  record: z.ZodType,
  carrying: Carrying,
  remove?: RemoveKept,
): HTMLElement[] => [attachments(context, carrying, remove), ...otherLanguages(context, record)];

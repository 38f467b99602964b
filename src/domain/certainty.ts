import type { Certainty } from '../schemas/law.ts';

/**
 * Whether somebody read the text that a statement rests on. Whatever is only known, well or roughly, is shown
 * as 待核 (design §2.7): who relies on a wrong time limit is harmed, however sure its author was.
 */
export const isChecked = (certainty: Certainty | undefined): boolean => certainty === 'seen';

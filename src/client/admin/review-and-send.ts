/** What is needed only at the end, or to take up a draft: the look-over, the sending, the package. Loaded when the clerk gets there. */
import './no-eval.ts';
export { doneStep } from './done.ts';
export { draftNote } from './drafts/draft-note.ts';
export { download } from './package.ts';
export { dropOutdatedDays, verifyToday } from './outdated.ts';
export { noticePart, reviewParts } from './review-parts.ts';
export { restore } from './drafts/restore.ts';
export { reviewStep } from './review.ts';
export { packAll, sendAll, sendPlan } from './send.ts';
export { isStraight } from './submit.ts';

/** What of a draft does not outlast the login of its author. */
import { attempt, draftKey, dropDraft, keepDraft, readDraft } from '../session.ts';

/** Whereabouts are kept on no device longer than their author is logged in; of the drafts the rest stays. */
export function forgetWhereabouts(): void {
  const drafts = attempt(() => Object.keys(localStorage)) ?? [];
  for (const key of drafts.filter((one) => one.startsWith(draftKey('')))) {
    const office = key.slice(draftKey('').length);
    const draft = readDraft(office);
    if (!draft?.papers['whereabouts']) continue;
    const { whereabouts: _, ...papers } = draft.papers;
    if (Object.keys(papers).length > 0 || draft.notice || draft.extras?.length)
      keepDraft(office, { ...draft, papers });
    else dropDraft(office);
  }
}

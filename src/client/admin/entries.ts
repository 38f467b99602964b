/** Entries in Markdown that are there already, with the reader of their front matter: fetched when one is opened. */
import './no-eval.ts';
export { keep, removeAttachment, withdraw } from './notices/withdraw.ts';
export { earlierNotices } from './notices/earlier.ts';
export { guidesPanel } from './guides/guides-panel.ts';
export { resumeExtras } from './drafts/resume.ts';

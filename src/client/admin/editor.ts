/** The forms, with all that they need: zod, the schemas, the controls. */
import './no-eval.ts';
import './steady-press.ts';
export { OfficeEditor } from './office-editor.ts';
export { openWork } from './office-edits.ts';

/** What bureaus do. It is reached through the forms alone, so that nothing of theirs is loaded in pieces. */
export const bureau = () => import('./bureau/bureau-step.ts');

/** The forms, with all that they need: zod, the schemas, the controls. */
import './no-eval.ts';
export { OfficeEditor } from './office-editor.ts';
export { openWork } from './office-edits.ts';

/** The forms, with all that they need: zod, the schemas, the controls. */
import './no-eval.ts';
export { OfficeDesk } from './office-desk.ts';
export { openWork } from './work.ts';

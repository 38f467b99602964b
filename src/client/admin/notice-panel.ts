/** The form of a notice: its record by the schema, its text, its attachments. */
import './no-eval.ts';
import type { Problem } from '../../domain/problems.ts';
import { notice as noticeSchema } from '../../schemas/notice.ts';
import { pathInWords, schemaAt } from '../../schemas/walk.ts';
import { element } from '../element.ts';
import { anyField } from './controls/any.ts';
import type { FormContext } from './controls/context.ts';
import { showFaults } from './faults.ts';
import type { Panel, PanelNeeds } from './form-panel.ts';
import type { NoticeForm } from './notice-state.ts';
import type { RemoveKept } from './notices/attachments-field.ts';
import { carriedPlace } from './notices/carried-place.ts';
import { bodyField } from './notices/body-field.ts';
import { previewPane } from './notices/preview-pane.ts';

const FIELDS = ['title', 'category', 'published', 'expires', 'source', 'summary'];

/** The form of a notice; of one that is there, what was attached can be taken out. */
export function noticePanel(
  needs: Omit<PanelNeeds, 'file'>,
  notice: NoticeForm,
  removeKept?: RemoveKept,
): Panel {
  const left = new Set<string>();
  const preview = previewPane(notice, needs.today);
  const context: FormContext = {
    ...needs,
    changed: () => {
      needs.changed();
      preview.renew();
    },
    file: { name: 'notice', value: notice.value },
    shown: new Map(),
    field: (path, schema) => anyField(context, path, schema),
    left: (path) => {
      left.add(pathInWords(path));
      needs.check();
    },
  };
  const fields = FIELDS.flatMap((key) => {
    const schema = schemaAt(noticeSchema, [key], notice.value);
    return schema ? [context.field([key], schema)] : [];
  });
  const box = element('div', { class: 'form' }, [
    element('section', { class: 'part with-preview' }, [
      element('div', {}, [...fields, bodyField(context, notice)]),
      preview.box,
      carriedPlace(context, noticeSchema, notice, removeKept),
    ]),
  ]);
  const show = (problems: readonly Problem[], all: boolean) =>
    showFaults(context, problems, (path) => all || left.has(pathInWords(path)));
  return { box, context, show };
}

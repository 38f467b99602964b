/** The form of a notice: its record by the schema, its text, its attachments. */
import './no-eval.ts';
import { sizeInWords } from '../../domain/attachment-types.ts';
import type { Problem } from '../../domain/problems.ts';
import { notice as noticeSchema } from '../../schemas/notice.ts';
import { pathInWords, schemaAt } from '../../schemas/walk.ts';
import { element } from '../element.ts';
import { anyField } from './controls/any.ts';
import { register, type FormContext } from './controls/context.ts';
import { wrongPlace } from './controls/frame.ts';
import { showFaults } from './faults.ts';
import type { Panel, PanelNeeds } from './form-panel.ts';
import type { Notice } from './notice-state.ts';
import { attachmentName, refuseAttachment } from './notice.ts';
import { bodyField } from './notices/body-field.ts';
import { previewPane } from './notices/preview-pane.ts';
import { button, workButton } from './ui.ts';

const FIELDS = ['title', 'category', 'published', 'expires', 'source', 'summary'];

function attachedItem(notice: Notice, at: number, context: FormContext, redraw: () => void): HTMLElement {
  const one = notice.attached[at];
  const id = `notice-attached-${at}`;
  const input = element('input', { id, type: 'text', autocomplete: 'off' });
  input.value = one?.title ?? '';
  input.addEventListener('input', () => {
    if (one) one.title = input.value;
    context.changed();
  });
  const remove = button(
    '删除',
    () => {
      notice.attached.splice(at, 1);
      context.changed();
      redraw();
    },
    'quiet',
  );
  remove.setAttribute('aria-label', `删除：附件${at + 1} ${one?.title ?? ''}`);
  const wrong = wrongPlace(context, ['attachments', at, 'title']);
  const box = element('div', { class: 'field' }, [
    element('label', { for: id }, [`附件${at + 1}的名称`]),
    element('p', { class: 'hint' }, [`${one?.file ?? ''}，${sizeInWords(one?.bytes.length ?? 0)}`]),
    input,
    wrong,
  ]);
  register(context, { path: ['attachments', at, 'title'], box, inputs: [input], wrong });
  return element('li', { class: 'entry row' }, [box, element('div', { class: 'moves' }, [remove])]);
}

/** Called with the name of a file that was published with the notice, and is to go. */
type RemoveKept = (file: string) => Promise<void>;

/** What is attached already, each with a way to take it out. */
function keptList({ kept = [] }: Notice, remove: RemoveKept | undefined): HTMLElement[] {
  if (kept.length === 0) return [];
  const items = kept.map(({ file, title }) => {
    const act = workButton('删除', async () => remove?.(file), 'quiet');
    act.setAttribute('aria-label', `删除：已有附件 ${title}`);
    return element('li', { class: 'entry row' }, [element('span', {}, [title]), ...(remove ? [act] : [])]);
  });
  return [element('p', { class: 'soft' }, ['已有附件：']), element('ul', { class: 'bare entries' }, items)];
}

function attachments(context: FormContext, notice: Notice, remove?: RemoveKept): HTMLElement {
  const list = element('ol', { class: 'bare entries' });
  const refused = element('p', { class: 'wrong', role: 'alert', hidden: '' });
  const input = element('input', { id: 'notice-files', type: 'file', multiple: '' });
  const draw = () =>
    list.replaceChildren(...notice.attached.map((_, at) => attachedItem(notice, at, context, draw)));
  input.addEventListener('change', async () => {
    const faults: string[] = [];
    for (const file of input.files ?? []) {
      const fault = refuseAttachment(file.name, file.size);
      if (fault) faults.push(fault);
      else await attach(notice, file);
    }
    refused.textContent = faults.join(' ');
    refused.hidden = faults.length === 0;
    input.value = '';
    context.changed();
    draw();
    context.say(`现在有${notice.attached.length}个附件`);
  });
  draw();
  return element('fieldset', { class: 'field list' }, [
    element('legend', {}, ['附件']),
    element('div', { class: 'field' }, [
      element('label', { for: 'notice-files' }, ['选择文件']),
      element('p', { class: 'hint' }, ['最好用 PDF，每个不超过 20 MB。附件不存进草稿，关掉窗口要重新选。']),
      input,
      refused,
    ]),
    ...keptList(notice, remove),
    list,
  ]);
}

async function attach(notice: Notice, file: File): Promise<void> {
  const others = [...(notice.kept ?? []), ...notice.attached].map((one) => one.file);
  const taken = [...others, ...(notice.gone ?? [])];
  const title = file.name.replace(/\.[^.]*$/, '');
  notice.attached.push({
    file: attachmentName(file.name, taken),
    title,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
}

/** The form of a notice; of one that is there, what was attached can be taken out. */
export function noticePanel(needs: Omit<PanelNeeds, 'file'>, notice: Notice, removeKept?: RemoveKept): Panel {
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
      attachments(context, notice, removeKept),
    ]),
  ]);
  const show = (problems: readonly Problem[], all: boolean) =>
    showFaults(context, problems, (path) => all || left.has(pathInWords(path)));
  return { box, context, show };
}

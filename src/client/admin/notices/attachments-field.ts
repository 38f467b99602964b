/** The attachments of a notice in its form. */
import { attachmentType, sizeInWords } from '../../../domain/attachment-types.ts';
import { element } from '../../element.ts';
import { idOf, register, type FormContext } from '../controls/context.ts';
import { wrongPlace } from '../controls/frame.ts';
import { saidField } from '../controls/language-parts.ts';
import type { Carrying } from '../notice-state.ts';
import { attachmentName, refuseAttachment } from '../notice.ts';
import { button, workButton } from '../ui.ts';

function attachedItem(notice: Carrying, at: number, context: FormContext, redraw: () => void): HTMLElement {
  const one = notice.attached[at];
  const id = idOf(context, ['attached', at]);
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
  const path = ['attachments', (notice.kept?.length ?? 0) + at, 'title'];
  const wrong = wrongPlace(context, path);
  const box = element('div', { class: 'field' }, [
    element('label', { for: id }, [`附件${at + 1}的名称`]),
    element('p', { class: 'hint' }, [`${one?.file ?? ''}，${sizeInWords(one?.bytes.length ?? 0)}`]),
    input,
    wrong,
  ]);
  register(context, { path, box, inputs: [input], wrong });
  const said = one && attachmentType(one.file)?.heard ? [saidField(context, one, path)] : [];
  const main = element('div', {}, [box, ...said]);
  return element('li', { class: 'entry row' }, [main, element('div', { class: 'moves' }, [remove])]);
}

/** Called with the name of a file that was published with the notice, and is to go. */
export type RemoveKept = (file: string) => Promise<void>;

/** What is attached already, each with a way to take it out. */
function keptList({ kept = [] }: Carrying, remove: RemoveKept): HTMLElement[] {
  if (kept.length === 0) return [];
  const items = kept.map(({ file, title }) => {
    const act = workButton('删除', () => remove(file), 'quiet');
    act.setAttribute('aria-label', `删除：已有附件 ${title}`);
    return element('li', { class: 'entry row' }, [element('span', {}, [title]), act]);
  });
  return [element('p', { class: 'soft' }, ['已有附件：']), element('ul', { class: 'bare entries' }, items)];
}

/** What a notice carries along: to choose, to name, and of a recording to write down. */
export function attachments(context: FormContext, notice: Carrying, remove?: RemoveKept): HTMLElement {
  const list = element('ol', { class: 'bare entries' });
  const refused = element('p', { class: 'wrong', role: 'alert', hidden: '' });
  const input = element('input', { id: idOf(context, ['files']), type: 'file', multiple: '' });
  const there = element('div');
  const draw = () => {
    list.replaceChildren(...notice.attached.map((_, at) => attachedItem(notice, at, context, draw)));
    there.replaceChildren(...keptList(notice, takeOut));
  };
  const takeOut: RemoveKept = async (file) => {
    await remove?.(file);
    if (notice.kept?.some((one) => one.file === file)) return;
    draw();
    input.focus();
  };
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
      element('label', { for: input.id }, ['选择文件']),
      element('p', { class: 'hint' }, [
        '最好用 PDF，每个不超过 20 MB；录音用 mp3，要写出里面说的话。附件不存进草稿，关掉窗口要重新选。',
      ]),
      input,
      refused,
    ]),
    there,
    list,
  ]);
}

async function attach(notice: Carrying, file: File): Promise<void> {
  const others = [...(notice.kept ?? []), ...notice.attached].map((one) => one.file);
  const taken = [...others, ...(notice.gone ?? [])];
  const title = file.name.replace(/\.[^.]*$/, '');
  notice.attached.push({
    file: attachmentName(file.name, taken),
    title,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
}

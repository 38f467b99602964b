/** The form of a guide's local text: what the texts above say, element by element, and what is said here instead. */
import '../no-eval.ts';
import type { Problem } from '../../../domain/problems.ts';
import { ForgeError, type Forge } from '../../../forges/types.ts';
import { adaptation, type GuideElement } from '../../../schemas/adaptation.ts';
import { pathInWords, schemaAt } from '../../../schemas/walk.ts';
import type { AdminData } from '../../../views/admin.ts';
import { element } from '../../element.ts';
import { anyField } from '../controls/any.ts';
import type { FormContext } from '../controls/context.ts';
import { showFaults } from '../faults.ts';
import type { Panel, PanelNeeds } from '../form-panel.ts';
import type { RemoveKept } from '../notices/attachments-field.ts';
import { attempt } from '../notices/attempt.ts';
import { carriedPlace } from '../notices/carried-place.ts';
import { noticesOf } from '../notices/earlier.ts';
import { ofText, removeAttachment } from '../notices/withdraw.ts';
import type { OfficeEdits } from '../office-edits.ts';
import { button, labelled, listOf, option } from '../ui.ts';
import type { ElementView, LocalText } from './local-text.ts';
import { AUDIENCES, openText, type Audience } from './open-text.ts';

interface Needs extends Omit<PanelNeeds, 'file'> {
  readonly data: AdminData;
  readonly forge: Forge;
  readonly edits: OfficeEdits;
}

const list = (lines: readonly string[]) => listOf(lines.length ? lines : ['没有写']);

/** What stood above, what stands there now: side by side on a wide screen. */
function difference({ was, above }: ElementView): HTMLElement[] {
  if (!was) return [];
  const side = (title: string, lines: readonly string[]) =>
    element('div', {}, [element('h4', {}, [title]), list(lines)]);
  return [
    element('div', { class: 'note warn' }, [
      element('p', {}, ['上面的文本改了，请对照下面自己的写法，看还对不对。']),
      element('div', { class: 'side-by-side' }, [side('写的时候上面是', was), side('现在上面是', above)]),
    ]),
  ];
}

/** One element: the text above, and the place's own below it. */
function elementPart(
  context: FormContext,
  text: LocalText,
  one: ElementView,
  redraw: (at: GuideElement) => void,
): HTMLElement {
  const act = (words: string, change: (name: GuideElement) => void) => {
    const made = button(words, () => {
      change.call(text, one.element);
      context.changed();
      redraw(one.element);
    });
    made.setAttribute('aria-label', `${one.title}：${words}`);
    return made;
  };
  const schema = one.isOwn ? schemaAt(adaptation, [one.element], context.file.value) : undefined;
  const own = schema
    ? [
        context.field([one.element], schema),
        element('div', { class: 'acts' }, [
          ...(one.was ? [act('对照过了，就用这里的写法', text.renew)] : []),
          act('不单独写，照上面的', text.end),
        ]),
      ]
    : [act('这一项写自己的', text.begin)];
  return element('section', { class: 'part', 'data-element': one.element }, [
    element('h3', {}, [one.title]),
    ...(one.was ? difference(one) : [element('p', { class: 'soft' }, ['上面的文本：']), list(one.above)]),
    ...own,
  ]);
}

/** The head of the form: which guide, for whom. */
const choosing = (guide: HTMLElement, audience: HTMLElement, told: HTMLElement) =>
  element('section', { class: 'part' }, [
    element('p', { class: 'soft' }, ['只写和上面的文本不同的那一项，其余的照上面的，上面改了这里也跟着改。']),
    element('div', { class: 'side-by-side' }, [
      labelled('guide-which', '办事指南', guide),
      labelled('guide-audience', '写给谁', audience),
    ]),
    told,
  ]);

const choice = (options: readonly (readonly [string, string])[]) =>
  element(
    'select',
    {},
    options.map(([value, words]) => option(value, words)),
  );

/** Below the elements: other languages, recordings and documents, the source. */
function besideElements(context: FormContext, text: LocalText, remove: RemoveKept): HTMLElement[] {
  const source = schemaAt(adaptation, ['source'], text.value);
  return [
    carriedPlace(context, adaptation, text.carried, remove),
    ...(source ? [context.field(['source'], source)] : []),
  ];
}

/** Takes out what the text carries already. */
const removing =
  ({ data, forge, edits, changed, say }: Needs, text: LocalText): RemoveKept =>
  (name) =>
    attempt(say, async () => {
      await removeAttachment(ofText({ data, forge, edits: noticesOf(edits) }, text), text, name);
      changed();
      say('附件已去掉，请核对并提交。');
    });

/** The form: which guide, for whom, then its elements. */
export function guidesPanel(needs: Needs): Panel {
  const { data, forge, edits } = needs;
  const left = new Set<string>();
  const context: FormContext & { file: FormContext['file'] } = {
    ...needs,
    file: { name: 'guide', value: {} },
    shown: new Map(),
    field: (path, schema) => anyField(context, path, schema),
    left: (path) => {
      left.add(pathInWords(path));
      needs.check();
    },
  };
  let open: LocalText | undefined;
  const guide = choice([['', '请选择'], ...data.services]);
  const audience = choice(Object.entries(AUDIENCES));
  const told = element('p', { class: 'wrong', role: 'alert', hidden: '' });
  const parts = element('div', { class: 'parts' });
  const draw = (at?: GuideElement) => {
    if (!open) return;
    const text = open;
    context.file.value = text.value;
    parts.replaceChildren(
      ...text.elements().map((one) => elementPart(context, text, one, draw)),
      ...besideElements(context, text, removing(needs, text)),
    );
    if (at)
      parts
        .querySelector<HTMLElement>(`[data-element="${at}"] :is(input, select, textarea, button)`)
        ?.focus();
  };
  const load = async () => {
    told.hidden = true;
    parts.replaceChildren();
    open = undefined;
    if (!guide.value) return;
    needs.say('正在取这份指南……');
    try {
      open = await openText(data, forge, edits, guide.value, audience.value as Audience);
      draw();
      needs.say('');
    } catch (error) {
      needs.say('');
      told.textContent = error instanceof ForgeError ? error.message : '这个文件读不懂，请联系司法局。';
      told.hidden = false;
    }
  };
  guide.addEventListener('change', () => void load());
  audience.addEventListener('change', () => void load());
  const box = element('div', { class: 'form' }, [choosing(guide, audience, told), parts]);
  const show = (problems: readonly Problem[], all: boolean) =>
    showFaults(
      context,
      problems.filter(({ file }) => file === open?.file),
      (path) => all || left.has(pathInWords(path)),
    );
  return { box, context, show };
}

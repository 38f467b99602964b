/** The screen of one office: choose a form, fill it in, look it over, send it. */
import type { AdminData } from '../../views/admin.ts';
import { isError, type Problem } from '../../domain/problems.ts';
import { element } from '../element.ts';
import type { Seen } from './account/signed-in.ts';
import { goTo, shownAt } from './faults.ts';
import type { Forge } from '../../forges/types.ts';
import { FORMS } from './forms.ts';
import { formPanel, type Panel, type PanelNeeds } from './form-panel.ts';
import { button, stepHeading } from './ui.ts';
import { choicesFrom, formOf, formsHere, hasChanged, type OfficeEdits, type Which } from './office-edits.ts';

/** Forms that fill no file of their own. */
const OTHERS = {
  notice: { title: '发公告', about: '通知、动态、经费、培训等，可以带附件' },
  notices: { title: '改公告', about: '已经发的：改、延期、失效、撤回' },
  guides: { title: '办事指南', about: '和全市、全国写法不同的地方' },
} as const;

const toldOf = (which: Which): { readonly title: string; readonly about: string } =>
  ({ ...FORMS, ...OTHERS })[which];

export const formTitle = (which: Which): string => toldOf(which).title;

interface Screen {
  readonly data: AdminData;
  readonly edits: OfficeEdits;
  readonly forge: Forge;
  readonly say: (text: string) => void;
  /** Called after every change, to keep the draft. */
  readonly changed: () => void;
  readonly review: () => void;
  /** What the content check says. */
  readonly problems: () => Promise<readonly Problem[]>;
  readonly discard: () => void;
  readonly officeName: string;
  readonly mark: Seen['mark'];
}

export interface EditorScreen {
  readonly box: HTMLElement;
  /** Opens the form of a problem at its field, with every fault shown. */
  readonly showProblem: (problem: Problem) => Promise<void>;
}

export function editorScreen(screen: Screen): EditorScreen {
  const { data, edits } = screen;
  const forms: readonly Which[] = [...formsHere(data), 'notice', 'notices', 'guides'];
  const panelBox = element('div', { class: 'panel' });
  const menu = element('ul', { class: 'bare menu-of-forms' });
  const count = element('p', { class: 'count' });
  let open: { which: Which; panel: Panel } | undefined;
  let showAll = false;

  const refresh = () => {
    const changed = forms.filter((which) => hasChanged(edits, which)).length;
    count.textContent = changed ? `已改${changed}项内容，草稿已存在这台电脑上` : '还没有改动';
    for (const [at, which] of forms.entries())
      mark(menu.children[at], open?.which === which, hasChanged(edits, which));
  };
  const check = async () => {
    const own = (await screen.problems()).filter((one) => formOf(one, edits) === open?.which);
    open?.panel.show(own, showAll);
  };
  const changed = () => {
    screen.changed();
    refresh();
  };
  const acts: Acts = { changed, check: () => void check(), renew: () => taken(), review: () => review() };
  const needs = needsOf(screen, acts);
  const openForm = async (which: Which): Promise<Panel> => {
    const panel = await panelFor(which, needs, screen);
    open = { which, panel };
    const heading = stepHeading(formTitle(which));
    panelBox.replaceChildren(heading, panel.box);
    screen.mark?.(edits, which, panel);
    refresh();
    if (showAll) await check();
    heading.focus();
    return panel;
  };
  menu.append(...forms.map((which) => menuItem(which, () => void openForm(which))));
  refresh();
  const taken = () => {
    changed();
    if (open) void openForm(open.which);
  };
  const review = () => {
    showAll = true;
    void check();
    screen.review();
  };
  const box = element('section', { class: 'step', 'aria-labelledby': 'forms-title' }, [
    element('h2', { id: 'forms-title', tabindex: '-1' }, ['要改什么']),
    ...[menu, sheetsPlace(screen, taken), panelBox, submitBar(count, review, screen.discard)],
  ]);
  const showProblem = async (problem: Problem) => {
    showAll = isError(problem);
    const panel = await openForm(formOf(problem, edits));
    const shown = shownAt(panel.context, problem.path ?? []);
    if (shown) goTo(shown);
  };
  return { box, showProblem };
}

/** Where spreadsheets are taken in. It comes after the forms: most clerks never open it. */
function sheetsPlace({ data, edits, officeName, say }: Screen, taken: () => void): HTMLElement {
  const place = element('div');
  const fill = ({ sheetsPart }: typeof import('./sheets-part.ts')) =>
    place.replaceWith(sheetsPart({ data, edits, officeName, say, taken }));
  import('./sheets-part.ts').then(fill, () => place.remove());
  return place;
}

const submitBar = (count: HTMLElement, review: () => void, discard: () => void) =>
  element('div', { class: 'bar', role: 'group', 'aria-label': '提交' }, [
    count,
    element('div', { class: 'acts' }, [
      button('核对并提交', review, 'primary'),
      button('放弃全部修改', discard, 'quiet'),
    ]),
  ]);

/** Whether a form of the menu is the open one, and whether something in it has changed. */
function mark(item: Element | undefined, isOpen: boolean, changed: boolean): void {
  const one = item?.querySelector('button');
  one?.setAttribute('aria-pressed', String(isOpen));
  one?.querySelector('.changed')?.toggleAttribute('hidden', !changed);
}

function menuItem(which: Which, act: () => void): HTMLElement {
  const made = button('', act, 'form-button');
  made.append(
    element('strong', {}, [formTitle(which)]),
    element('span', { class: 'tag changed', hidden: '' }, ['已改']),
    element('span', { class: 'soft' }, [toldOf(which).about]),
  );
  return element('li', {}, [made]);
}

interface Acts extends Pick<PanelNeeds, 'changed' | 'check'> {
  /** Draws the open form anew. */
  readonly renew: () => void;
  readonly review: () => void;
}

type Needs = Omit<PanelNeeds, 'file'> & Acts;

const needsOf = ({ data, edits, say }: Screen, acts: Acts): Needs => ({
  today: edits.today,
  say,
  choicesFor: (asks) => choicesFrom(data, edits, asks),
  ...acts,
});

async function panelFor(which: Which, needs: Needs, screen: Screen): Promise<Panel> {
  const { edits } = screen;
  if (which === 'guides') return (await import('./entries.ts')).guidesPanel({ ...screen, ...needs });
  if (which === 'notice')
    return (await import('./notices/notices-panel.ts')).noticePanel(needs, edits.notice);
  if (which === 'notices')
    return (await import('./notices/notices-panel.ts')).officeNoticesPanel({ ...screen, ...needs });
  const file = edits.files.get(which);
  if (!file) throw new Error(`no form ${which}`);
  if (which === 'staff') {
    const above = await import('./people/people-part.ts').catch(() => undefined);
    return formPanel({ ...needs, file }, () => above?.peoplePart({ ...screen, ...needs, file }) ?? []);
  }
  if (which !== 'whereabouts') return formPanel({ ...needs, file });
  const above = await import('./day-panel.ts').catch(() => undefined);
  const people = (needs.choicesFor('person') ?? []).map(([id, name]) => ({ id: String(id), name }));
  return formPanel({ ...needs, file }, (context) => above?.dayPart(context, people) ?? []);
}

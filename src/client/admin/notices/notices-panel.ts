/** The form of notices that are there already; one of them is opened at once. */
import '../no-eval.ts';
import type { Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';
import { element } from '../../element.ts';
import type { Panel, PanelNeeds } from '../form-panel.ts';
import { noticePanel } from '../notice-panel.ts';
import { changedExtras } from '../extra.ts';
import type { OfficeEdits } from '../office-edits.ts';
import { isError } from '../../../domain/problems.ts';
import { button, workButton } from '../ui.ts';
import { attempt } from './attempt.ts';
import type { Notices } from './earlier.ts';
import type { NoticeFile } from './notice-file.ts';
import { dateOf, endOf, firstOf, listOf } from './notices-list.ts';

type Needs = Omit<PanelNeeds, 'file'> & {
  readonly data: AdminData;
  readonly forge: Forge;
  readonly edits: Notices;
};

export { noticePanel };

/** One notice that is there: what can be done with it stands above its form. */
function headOf(file: NoticeFile, acts: ReturnType<typeof actsOn>): HTMLElement {
  const over = typeof file.ends === 'string' && file.ends <= file.at.today;
  return element('div', { class: 'note' }, [
    element('p', {}, [`正在改${dateOf(file)}的公告《${file.headline}》${endOf(file)}。地址不变。`]),
    element('div', { class: 'acts' }, [
      ...(over ? [] : [button('今天起失效', () => acts.end(file))]),
      workButton('撤回这份公告', () => acts.withdraw(file), 'plain'),
    ]),
    element('p', { class: 'soft' }, [
      '延期：改下面的失效日期。撤回：公告和附件从网站上去掉。写了不该公开的，用页面下方的“网站上有不该公开的内容？”。',
    ]),
  ]);
}

/** In place of the form of a notice that goes. */
function withdrawnBox(file: NoticeFile, keep: () => Promise<void>): HTMLElement {
  const files = file.removed.length > 0 ? `和只有它带的${file.removed.length}个附件` : '';
  return element('div', { class: 'note' }, [
    element('p', {}, [
      `《${file.headline}》${files}将从网站上去掉，原来的网址打不开了。请核对并提交，司法局审核后生效。`,
    ]),
    element('div', { class: 'acts' }, [workButton('不撤回了', keep, 'plain')]),
  ]);
}

/** What is done with a notice that is there; `show` opens its form anew. */
function actsOn(needs: Needs, show: (file: NoticeFile) => void) {
  const { say } = needs;
  const settle = (file: NoticeFile, words: string) => {
    needs.changed();
    show(file);
    say(words);
  };
  const trying = (act: () => Promise<void>) => attempt(say, act);
  const entries = () => import('../entries.ts');
  return {
    trying,
    end: (file: NoticeFile) => {
      file.end();
      settle(file, '从今天起失效，请核对并提交。');
    },
    withdraw: (file: NoticeFile) =>
      trying(async () => {
        await (await entries()).withdraw(needs, file);
        settle(file, '已选撤回，请核对并提交。');
      }),
    keep: (file: NoticeFile) =>
      trying(async () => {
        await (await entries()).keep(needs, file);
        settle(file, '不撤回，公告照旧。');
      }),
    removeAttachment: (file: NoticeFile, name: string) =>
      trying(async () => {
        await (await entries()).removeAttachment(needs, file, name);
        settle(file, '附件已去掉，请核对并提交。');
      }),
  };
}

/** The notices of an office, among all that is edited for it. */
export const officeNoticesPanel = ({
  edits: { office, ...edits },
  ...needs
}: Omit<Needs, 'edits'> & { readonly edits: OfficeEdits }): Panel =>
  noticesPanel({ ...needs, edits: { ...edits, owner: office } });

/** What a draft or an earlier look has left: first what is to be mended. */
function begunIn(edits: Notices): NoticeFile | undefined {
  const begun = changedExtras(edits).filter((one): one is NoticeFile => 'notice' in one);
  return begun.find((one) => one.problems().some(isError)) ?? begun[0];
}

/** The form of the notices of an office, or of the city. */
export function noticesPanel(needs: Needs): Panel {
  const { data, forge, edits, say } = needs;
  let [open, panel]: [NoticeFile | undefined, Panel | undefined] = [undefined, undefined];
  const [place, list] = [element('div'), element('div')];
  const mark = () => {
    for (const one of list.querySelectorAll<HTMLElement>('[data-file]'))
      one.setAttribute('aria-current', String(one.dataset['file'] === open?.file));
  };
  const put = (file: NoticeFile) => {
    open = file;
    edits.extras.set(file.file, file);
    panel = noticePanel(needs, file.notice, (name) => acts.removeAttachment(file, name));
    const shown = file.isWithdrawn ? withdrawnBox(file, () => acts.keep(file)) : panel.box;
    place.replaceChildren(...(file.isWithdrawn ? [] : [headOf(file, acts)]), shown);
    mark();
  };
  const show = (file: NoticeFile) => {
    put(file);
    place.querySelector<HTMLElement>('button, input')?.focus();
  };
  const acts = actsOn(needs, show);
  const load = (count?: number) =>
    acts.trying(async () => {
      const { earlierNotices } = await import('../entries.ts');
      const { files, unread, more } = await earlierNotices(data, forge, edits, count);
      list.replaceChildren(
        listOf(files, show),
        ...unread.map((name) => element('p', { class: 'soft' }, [`${name} 读不懂，请联系司法局。`])),
        ...(more ? [workButton('更早的', () => load(files.length + 50), 'quiet')] : []),
      );
      say('');
      const first = open ?? firstOf(files);
      if (first && !open) put(first);
      mark();
    });
  const begun = begunIn(edits);
  if (begun) put(begun);
  void load();
  const earlier = element('section', { class: 'part', 'aria-label': '已经发的公告' }, [list]);
  return {
    box: element('div', {}, [earlier, place]),
    get context() {
      return panel?.context ?? { shown: new Map() };
    },
    show: (problems, all) =>
      panel?.show(
        problems.filter(({ file }) => file === open?.file),
        all,
      ),
  };
}

/** The form of notices: a new one, or one that is there already. */
import '../no-eval.ts';
import { inWords, isDate } from '../../../domain/dates.ts';
import { ForgeError, type Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';
import { element } from '../../element.ts';
import type { Panel, PanelNeeds } from '../form-panel.ts';
import { noticePanel } from '../notice-panel.ts';
import { changedExtras } from '../extra.ts';
import { isEmptyNotice } from '../notice-state.ts';
import type { OfficeEdits } from '../office-edits.ts';
import { button, workButton } from '../ui.ts';
import type { NoticeFile } from './notice-file.ts';

type Needs = Omit<PanelNeeds, 'file'> & {
  readonly data: AdminData;
  readonly forge: Forge;
  readonly edits: OfficeEdits;
};

const dateOf = ({ at }: NoticeFile) => inWords(at.name.slice(0, 10));

function endOf({ ends, at, isWithdrawn }: NoticeFile): string {
  if (isWithdrawn) return '（撤回）';
  if (typeof ends !== 'string' || !isDate(ends)) return '';
  return ends <= at.today ? '（已失效）' : `（${inWords(ends)}失效）`;
}

/** One notice that is there: what can be done with it stands above its form. */
function headOf(file: NoticeFile, acts: ReturnType<typeof actsOn>): HTMLElement {
  const over = typeof file.ends === 'string' && file.ends <= file.at.today;
  return element('div', { class: 'note' }, [
    element('p', {}, [`正在改${dateOf(file)}的公告《${file.headline}》${endOf(file)}。地址不变。`]),
    element('div', { class: 'acts' }, [
      ...(over ? [] : [button('今天起失效', () => acts.end(file))]),
      workButton('撤回这份公告', () => acts.withdraw(file), 'plain'),
      button('不改这一份，写新公告', acts.back, 'quiet'),
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

/** The notices that are there, each to open. */
const listOf = (files: readonly NoticeFile[], show: (file: NoticeFile) => void) =>
  files.length === 0
    ? element('p', {}, ['还没有发过公告。'])
    : element(
        'ul',
        { class: 'bare' },
        files.map((file) =>
          element('li', {}, [
            button(`${dateOf(file)}　${file.headline}${endOf(file)}`, () => show(file), 'link'),
          ]),
        ),
      );

/** What is done with a notice that is there; `show` opens its form anew. */
function actsOn(needs: Needs, show: (file: NoticeFile | undefined) => void) {
  const { say } = needs;
  const settle = (file: NoticeFile, words: string) => {
    needs.changed();
    show(file);
    say(words);
  };
  const trying = async (act: () => Promise<void>) => {
    say('正在取文件……');
    try {
      await act();
    } catch (error) {
      say(error instanceof ForgeError ? error.message : '没有取到，请再试一次。');
    }
  };
  const entries = () => import('../entries.ts');
  return {
    trying,
    back: () => show(undefined),
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

/** The form of notices: what is written anew, or one of those that are there. */
export function noticesPanel(needs: Needs): Panel {
  const { data, forge, edits, say } = needs;
  const fresh = () => noticePanel(needs, edits.notice);
  let open: NoticeFile | undefined;
  let panel = fresh();
  const place = element('div', {}, [panel.box]);
  const list = element('div');
  const earlier = element('section', { class: 'part' }, [
    element('h3', {}, ['已经发的公告：改、延期、失效、撤回']),
    list,
  ]);
  const show = (file: NoticeFile | undefined) => {
    open = file;
    if (file) edits.extras.set(file.file, file);
    panel = file ? noticePanel(needs, file.notice, (name) => acts.removeAttachment(file, name)) : fresh();
    const withdrawn = file?.isWithdrawn ? [withdrawnBox(file, () => acts.keep(file))] : undefined;
    place.replaceChildren(...(withdrawn ?? [...(file ? [headOf(file, acts)] : []), panel.box]));
    earlier.hidden = file !== undefined;
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
    });
  void load();
  // What a draft has brought back is gone on with.
  const begun = changedExtras(edits).find((one): one is NoticeFile => 'notice' in one);
  if (begun && isEmptyNotice(edits.notice)) show(begun);
  return {
    box: element('div', {}, [earlier, place]),
    get context() {
      return panel.context;
    },
    show: (problems, all) =>
      panel.show(
        problems.filter(({ file }) => (open ? file === open.file : !edits.extras.has(file))),
        all,
      ),
  };
}

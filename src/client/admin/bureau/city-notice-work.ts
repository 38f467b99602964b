/** A notice of the whole city, with its attachments. */
import '../no-eval.ts';
import { notice as noticeSchema } from '../../../schemas/notice.ts';
import { element } from '../../element.ts';
import { assess, assessText } from '../assess.ts';
import { emptyNotice, type Notice } from '../notice-state.ts';
import { noticePanel } from '../notice-panel.ts';
import { assessBody, noticeEdits, noticeRecord, noticeSlug } from '../notice.ts';
import { workButton } from '../ui.ts';
import { bureauOf, lookOver, placed, readFile, type Plan, type Room } from './room.ts';

/** The first free name for the notice of a day. Throws a `ForgeError`. */
async function nameFor(room: Room, notice: Notice): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${String(notice.value['published'])}-${noticeSlug(notice, number)}`;
    if (!(await readFile(room, `affairs/${name}.md`))) return name;
  }
}

async function planOf(room: Room, notice: Notice): Promise<Plan> {
  const { data, today } = room;
  const { noticePart } = await import('../review-and-send.ts');
  const name = await nameFor(room, notice);
  const file = `affairs/${name}.md`;
  const names = { date: name.slice(0, 10), slug: name.slice(11) };
  const written = { kind: 'notice', schema: noticeSchema, file, names, value: noticeRecord(notice) } as const;
  const circumstances = {
    today,
    publicRepository: data.publicRepository === true,
    areaCode: data.areaCode,
  };
  const folder = placed(data, 'affairs');
  return {
    branch: 'ju/affairs',
    by: bureauOf(room),
    titles: [`公告《${String(notice.value['title'] ?? '')}》`],
    parts: [noticePart({ notice }, () => undefined)],
    // Of the city, attachments stand below the notices.
    edits: noticeEdits(notice, folder, name).map((edit) => ({
      ...edit,
      path: edit.path.replace(`${folder}/affairs/`, `${folder}/`),
    })),
    problems: [
      ...assess([written], circumstances),
      ...assessBody(notice, file),
      ...assessText(notice.body, file, ['body']),
    ],
  };
}

/** The form of notices, for the city. */
export function cityNoticeWork(room: Room): HTMLElement {
  const notice = emptyNotice(room.today);
  const panel = noticePanel(
    {
      today: room.today,
      choicesFor: () => undefined,
      changed: () => undefined,
      say: () => undefined,
      check: () => undefined,
    },
    notice,
  );
  const review = async () => {
    try {
      await lookOver(room, await planOf(room, notice), panel.box);
    } catch (error) {
      room.failed(error);
    }
  };
  return element('div', {}, [panel.box, workButton('核对', review)]);
}

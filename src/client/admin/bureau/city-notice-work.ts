/** A notice of the whole city, with its attachments. */
import '../no-eval.ts';
import { CITY_NOTICES } from '../../../domain/notice-places.ts';
import { element } from '../../element.ts';
import { assess, assessText } from '../assess.ts';
import { emptyNotice, type NoticeForm } from '../notice-state.ts';
import { noticePanel } from '../notice-panel.ts';
import { rootOf } from '../content-root.ts';
import { assessBody, freeName, noticeEdits, noticeRecord, writtenNotice } from '../notice.ts';
import { freeAttachments } from '../notices/free-names.ts';
import { workButton } from '../ui.ts';
import { bureauOf, lookOver, type ProposalPlan, type Room } from './room.ts';

async function planOf(room: Room, notice: NoticeForm): Promise<ProposalPlan> {
  const { data, forge, today } = room;
  const { noticePart } = await import('../review-and-send.ts');
  const name = await freeName(data, forge, CITY_NOTICES, notice);
  await freeAttachments(data, forge, CITY_NOTICES, [notice]);
  const written = writtenNotice(CITY_NOTICES, name, noticeRecord(notice));
  const { file } = written;
  const circumstances = {
    today,
    publicRepository: data.publicRepository === true,
    areaCode: data.areaCode,
  };
  return {
    branch: 'ju/affairs',
    by: bureauOf(room),
    titles: [`公告《${String(notice.value['title'] ?? '')}》`],
    parts: [noticePart({ notice }, () => undefined)],
    edits: noticeEdits(notice, { root: rootOf(data.editor), owner: CITY_NOTICES, name }),
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
      room.failed(error, { again: review });
    }
  };
  return element('div', {}, [panel.box, workButton('核对', review)]);
}

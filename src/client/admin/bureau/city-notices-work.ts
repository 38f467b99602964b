/** Notices of the whole city that are there already: changed, extended, ended, withdrawn. */
import '../no-eval.ts';
import { CITY_NOTICES } from '../../../domain/notice-places.ts';
import { element } from '../../element.ts';
import { changedExtras } from '../extra.ts';
import type { Notices } from '../notices/earlier.ts';
import { freeAttachments } from '../notices/free-names.ts';
import { noticesPanel } from '../notices/notices-panel.ts';
import { workButton } from '../ui.ts';
import { bureauOf, lookOver, type ProposalPlan, type Room } from './room.ts';

function planOf(room: Room, notices: Notices): ProposalPlan {
  const changed = changedExtras(notices);
  return {
    branch: 'ju/affairs',
    by: bureauOf(room),
    titles: changed.map((one) => one.title()),
    parts: changed.map((one) => ({ title: one.title(), told: one.told(), text: one.text?.() })),
    edits: changed.flatMap((one) => one.edits()),
    problems: changed.flatMap((one) => one.problems()),
  };
}

/** The form of those notices, as offices have it of theirs. */
export function cityNoticesWork(room: Room): HTMLElement {
  const { data, forge, today } = room;
  const notices: Notices = {
    owner: CITY_NOTICES,
    today,
    publicRepository: data.publicRepository === true,
    areaCode: data.areaCode,
    extras: new Map(),
  };
  const status = element('p', { class: 'status', role: 'status' });
  const panel = noticesPanel({
    data,
    forge,
    edits: notices,
    today,
    choicesFor: () => undefined,
    changed: () => undefined,
    say: (words) => (status.textContent = words),
    check: () => panel.show(planOf(room, notices).problems, false),
  });
  const review = async () => {
    try {
      const carryings = changedExtras(notices).flatMap((one) => one.carrying?.() ?? []);
      await freeAttachments(data, forge, CITY_NOTICES, carryings);
      await lookOver(room, planOf(room, notices), panel.box);
    } catch (error) {
      room.failed(error, { again: review });
    }
  };
  return element('div', {}, [status, panel.box, workButton('核对', review)]);
}

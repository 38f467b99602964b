/** Setting up an office: the same record as the command makes. */
import '../no-eval.ts';
import { divisions as divisionsSchema, type Divisions } from '../../../schemas/divisions.ts';
import { office as officeSchema, type OfficeRecord } from '../../../schemas/office.ts';
import { element } from '../../element.ts';
import { namesOf } from '../office-edits.ts';
import { workButton } from '../ui.ts';
import { choice, countyChoice, labelled, textInput, toldBox } from './choose.ts';
import { recordPlan } from './record-plan.ts';
import { bureauOf, lookOver, readFile, valueOf, type ProposalPlan, type Room } from './room.ts';
import { newOfficeRecord, OFFICE_ID } from '../../../reorganise/office-record.ts';
import { Refusal } from '../../../reorganise/plan.ts';
import type { AdminData } from '../../../views/admin.ts';

interface Filled {
  readonly county: string;
  /** `qianwei/luocheng` */
  readonly id: string;
  readonly name: string;
  /** The code of what it serves. */
  readonly serves: string;
  readonly source: string;
}

/** The record of a new office; why it cannot be made in place of it, all reasons at once. */
function officeRecordFor(
  { id, name, serves, source }: Filled,
  divisions: Divisions,
  { counties }: AdminData,
): OfficeRecord | string[] {
  const taken = counties.flatMap(({ offices }) => offices).find((one) => one.id === id);
  const faults = [
    ...(serves ? [] : ['没有选服务的乡镇、街道']),
    ...(OFFICE_ID.test(id) ? [] : ['网址用的拼音：只用小写字母、数字和连字符，例如 luocheng']),
    ...(taken ? [`${id} 已经有了：${taken.name}。换一个拼音`] : []),
  ];
  try {
    const record = newOfficeRecord({ name, serves, ...(source && { source }) }, divisions);
    return faults.length > 0 ? faults : record;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [...faults, ...error.reasons];
  }
}

/** The office as one proposal; why it cannot be set up in place of it. */
function planOf(room: Room, filled: Filled, divisions: Divisions): ProposalPlan | string[] {
  const made = officeRecordFor(filled, divisions, room.data);
  if (Array.isArray(made)) return made;
  const title = `新设${made.name}`;
  const { townships } = divisions;
  return {
    branch: `ju/${filled.county}`,
    by: bureauOf(room),
    titles: [title],
    ...recordPlan(room, {
      kind: 'office',
      schema: officeSchema,
      file: `offices/${filled.id}/office.json`,
      names: namesOf(filled.id),
      title,
      stored: undefined,
      value: made,
      naming: (asks, code) =>
        asks === 'division' ? townships.find((one) => one.code === code)?.name : undefined,
    }),
  };
}

/** The form: which township it is for gives the name and the address, which can be changed. */
export function newOfficeWork(room: Room): HTMLElement {
  const { box: told, tell } = toldBox();
  const township = choice('office-township', []);
  const [name, slug, source] = [
    textInput('office-name'),
    textInput('office-slug'),
    textInput('office-source'),
  ];
  let divisions: Divisions | undefined;
  const fill = () => {
    const one = divisions?.townships.find(({ code }) => code === township.value);
    name.value = one && divisions ? `${divisions.name}${one.name}司法所` : '';
    slug.value = one?.slug ?? '';
  };
  const load = async () => {
    try {
      const stored = await readFile(room, `divisions/${county.value()}.json`);
      divisions = divisionsSchema.safeParse(valueOf(stored)).data;
      const options = divisions?.townships.map(({ code, name: called }) => [code, called] as const) ?? [];
      township.replaceChildren(...choice('', [['', '请选择'], ...options]).children);
    } catch (error) {
      room.failed(error, { again: load });
    }
  };
  const county = countyChoice(room, () => void load());
  township.addEventListener('change', fill);
  const review = async () => {
    if (!divisions) return tell(['没有取到这个县的乡镇名单，请再试一次。']);
    const filled = {
      county: county.value(),
      id: `${county.value()}/${slug.value.trim()}`,
      name: name.value.trim(),
      serves: township.value,
      source: source.value.trim(),
    };
    const plan = planOf(room, filled, divisions);
    if (Array.isArray(plan)) return tell(plan);
    tell([]);
    await lookOver(room, plan, told);
  };
  void load();
  return element('div', { class: 'form' }, [
    element('p', {}, [
      '只写名称和服务哪个乡镇、街道。地址、电话、人员以后在它自己的表里填，没填的显示“待公开”。',
    ]),
    ...county.box,
    labelled('服务的乡镇、街道', township),
    labelled('全称', name),
    labelled('网址用的拼音', slug, '定了就不再改'),
    labelled('设置的依据', source, '文号，例如：示司发〔2026〕3号；不知道的不写，页面标“设置待核实”'),
    told,
    workButton('核对', review),
  ]);
}

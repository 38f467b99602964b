/** Setting up an office: the same record as the command makes. */
import '../no-eval.ts';
import { officeRecordFor, type Wanted } from './new-office-record.ts';
import { divisions as divisionsSchema, type Divisions } from '../../../schemas/divisions.ts';
import { office as officeSchema } from '../../../schemas/office.ts';
import { element } from '../../element.ts';
import { namesOf } from '../office-edits.ts';
import { workButton } from '../ui.ts';
import { choice, countyChoice, labelled, textInput, toldBox } from './choose.ts';
import { recordPlan } from './record-plan.ts';
import { bureauOf, lookOver, readFile, valueOf, type Room } from './room.ts';

const NEW = '';

/** The form: which township it is for gives the name and the address, which can be changed. */
export function newOfficeWork(room: Room): HTMLElement {
  const { box: told, tell } = toldBox();
  const township = choice('office-township', []);
  const [name, slug, source] = ['office-name', 'office-slug', 'office-source'].map((id) => textInput(id)) as [
    HTMLInputElement,
    HTMLInputElement,
    HTMLInputElement,
  ];
  let divisions: Divisions | undefined;
  const fill = () => {
    const one = divisions?.townships.find(({ code }) => code === township.value);
    if (!one || !divisions) return;
    name.value = `${divisions.name}${one.name}司法所`;
    slug.value = one.slug;
  };
  const load = async () => {
    try {
      const read = divisionsSchema.safeParse(
        valueOf(await readFile(room, `divisions/${county.value()}.json`)),
      );
      divisions = read.data;
      const options = divisions?.townships.map(({ code, name: called }) => [code, called] as const) ?? [];
      township.replaceChildren(...choice('', [[NEW, '请选择'], ...options]).children);
    } catch (error) {
      room.failed(error);
    }
  };
  const county = countyChoice(room, () => void load());
  township.addEventListener('change', fill);
  const review = async () => {
    if (!divisions) return tell(['没有取到这个县的乡镇名单，请再试一次。']);
    const id = `${county.value()}/${slug.value.trim()}`;
    const wanted: Wanted = {
      id,
      name: name.value.trim(),
      serves: township.value,
      source: source.value.trim(),
    };
    const made = officeRecordFor(wanted, divisions, room.data);
    if (Array.isArray(made)) return tell(made);
    tell([]);
    const plan = recordPlan(room, {
      kind: 'office',
      schema: officeSchema,
      file: `offices/${id}/office.json`,
      names: namesOf(id),
      title: `新设${made.name}`,
      stored: undefined,
      value: made,
      naming: (asks, code) =>
        asks === 'division' ? divisions?.townships.find((one) => one.code === code)?.name : undefined,
    });
    const step = told.closest<HTMLElement>('section');
    const about = { branch: `ju/${county.value()}`, by: bureauOf(room), titles: [`新设${made.name}`] };
    await lookOver(room, { ...about, ...plan }, () => step && room.show(step));
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
    labelled('设置的依据', source, '文号，例如：乐司发〔2026〕3号；不知道的不写，页面标“设置待核实”'),
    told,
    workButton('核对', review),
  ]);
}

/** What stands on record of a county: its bureau, days off of its own. */
import '../no-eval.ts';
import { county as countySchema } from '../../../schemas/county.ts';
import { schemaAt } from '../../../schemas/walk.ts';
import type { Stored } from '../../../forges/types.ts';
import { element } from '../../element.ts';
import { anyField } from '../controls/any.ts';
import type { FormContext } from '../controls/context.ts';
import { pruned } from '../values.ts';
import { workButton } from '../ui.ts';
import { countyChoice } from './choose.ts';
import { recordPlan } from './record-plan.ts';
import { bureauOf, lookOver, readFile, valueOf, type Room } from './room.ts';

const FIELDS = ['bureau', 'localHolidays', 'language', 'standards'] as const;

function contextFor(room: Room, value: Record<string, unknown>): FormContext {
  const context: FormContext = {
    file: { name: 'county', value },
    today: room.today,
    choicesFor: () => undefined,
    field: (path, schema) => anyField(context, path, schema),
    changed: () => undefined,
    left: () => undefined,
    say: () => undefined,
    shown: new Map(),
  };
  return context;
}

/** The form of a county's record, made of its schema. */
export function countyWork(room: Room): HTMLElement {
  const place = element('div');
  let [stored, context]: [Stored | undefined, FormContext | undefined] = [undefined, undefined];
  const load = async () => {
    try {
      stored = await readFile(room, `counties/${county.value()}.json`);
      const now = contextFor(room, structuredClone(valueOf(stored) ?? {}) as Record<string, unknown>);
      context = now;
      const fields = FIELDS.flatMap((key) => {
        const schema = schemaAt(countySchema, [key], now.file.value);
        return schema ? [now.field([key], schema)] : [];
      });
      place.replaceChildren(...fields);
    } catch (error) {
      room.failed(error, { again: load });
    }
  };
  const county = countyChoice(room, () => void load());
  const review = async () => {
    const slug = county.value();
    const name = room.data.counties.find((one) => one.slug === slug)?.name ?? slug;
    const plan = recordPlan(room, {
      kind: 'county',
      schema: countySchema,
      file: `counties/${slug}.json`,
      names: { county: slug },
      title: `${name}司法局`,
      stored,
      value: pruned(countySchema, context?.file.value, valueOf(stored)),
    });
    const about = { branch: `ju/${slug}`, by: bureauOf(room), titles: [`${name}司法局的资料`] };
    await lookOver(room, { ...about, ...plan }, place);
  };
  void load();
  return element('div', { class: 'form' }, [...county.box, place, workButton('核对', review)]);
}

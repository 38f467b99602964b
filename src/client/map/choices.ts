import { assess } from '../../domain/assess-open.ts';
import type { Moment } from '../../domain/moment.ts';
import { planFrom } from '../../domain/plan-table.ts';
import type { AccessNeed, MapData, MapOffice } from '../../views/map.ts';

type Test = (office: MapOffice, value: string, data: MapData, now: Moment) => boolean;

/** Each choice of the form by its name. Another one needs a control in `MapTools.astro` and a line here. */
const TESTS: Readonly<Record<string, Test>> = {
  county: ({ county }, value) => county === value,
  service: ({ services }, value, { usualServices }) => (services ?? usualServices).includes(Number(value)),
  access: ({ access }, value) => access.includes(value as AccessNeed),
  open: ({ plan = -1 }, _, { plans }, now) => {
    const table = plans[plan];
    return table !== undefined && assess((date) => planFrom(table, date), now).state === 'open';
  },
};

/** Whether an office fits everything chosen in the form at a moment; an empty choice asks nothing. */
export function chosenIn(form: HTMLFormElement, data: MapData, now: Moment): (office: MapOffice) => boolean {
  const wanted = [...new FormData(form)].flatMap(([name, value]) => {
    const test = TESTS[name];
    return test && typeof value === 'string' && value !== '' ? [{ test, value }] : [];
  });
  return (office) => wanted.every(({ test, value }) => test(office, value, data, now));
}

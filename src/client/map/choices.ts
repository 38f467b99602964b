import type { AccessNeed, MapData, MapOffice } from '../../views/map.ts';

type Test = (office: MapOffice, value: string, data: MapData) => boolean;

/** Each choice of the form by its name. Another one needs a control in `MapTools.astro` and a line here. */
const TESTS: Readonly<Record<string, Test>> = {
  county: ({ county }, value) => county === value,
  service: ({ services }, value, { usualServices }) => (services ?? usualServices).includes(Number(value)),
  access: ({ access }, value) => access.includes(value as AccessNeed),
};

/** Whether an office fits everything chosen in the form; an empty choice asks nothing. */
export function chosenIn(form: HTMLFormElement, data: MapData): (office: MapOffice) => boolean {
  const wanted = [...new FormData(form)].flatMap(([name, value]) => {
    const test = TESTS[name];
    return test && typeof value === 'string' && value !== '' ? [{ test, value }] : [];
  });
  return (office) => wanted.every(({ test, value }) => test(office, value, data));
}

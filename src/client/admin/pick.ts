/** Which office. */
import type { AdminData } from '../../views/admin.ts';
import { element } from '../element.ts';
import { labelled, option } from './ui.ts';

interface Picker {
  readonly box: HTMLElement;
  /** Offers some offices alone, all of them where none are named; and shows which one is open. */
  readonly offer: (open: string | undefined, only?: readonly string[]) => void;
}

/** Two lists, county and office; `chosen` is told whenever an office is picked. */
export function officePicker({ counties }: AdminData, chosen: (id: string) => void): Picker {
  const [county, office] = [element('select'), element('select')];
  const hint = element('p', { class: 'soft' }, ['有账号的直接登录，登录后自动到自己的所。']);
  let offered = counties;
  const fill = () => {
    const offices = offered.find(({ name }) => name === county.value)?.offices ?? [];
    office.replaceChildren(option('', '请选择'), ...offices.map(({ id, name }) => option(id, name)));
    office.disabled = offices.length === 0;
  };
  const offer: Picker['offer'] = (open, only) => {
    hint.hidden = only !== undefined;
    const mayPick = ({ id }: { readonly id: string }) => only?.includes(id) ?? true;
    offered = counties.flatMap(({ offices, ...county }) =>
      offices.some(mayPick) ? [{ ...county, offices: offices.filter(mayPick) }] : [],
    );
    county.replaceChildren(option('', '请选择'), ...offered.map(({ name }) => option(name, name)));
    county.value = offered.find(({ offices }) => offices.some(({ id }) => id === open))?.name ?? '';
    fill();
    if (county.value && open) office.value = open;
  };
  county.addEventListener('change', fill);
  office.addEventListener('change', () => office.value && chosen(office.value));
  const box = element('section', { class: 'step', 'aria-labelledby': 'pick-title' }, [
    element('h2', { id: 'pick-title' }, ['选择司法所']),
    hint,
    element('div', { class: 'side-by-side' }, [
      labelled('pick-county', '县（市、区）', county),
      labelled('pick-office', '司法所', office),
    ]),
  ]);
  return { box, offer };
}

/** What an office is called; undefined where there is none of that id. */
export const nameIn = ({ counties }: AdminData, id: string | undefined): string | undefined =>
  counties.flatMap(({ offices }) => offices).find((one) => one.id === id)?.name;

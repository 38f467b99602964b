/** First step: which office. */
import type { AdminData } from '../../views/admin.ts';
import { element } from '../element.ts';

const option = (value: string, words: string) => element('option', { value }, [words]);

function labelled(id: string, words: string, input: HTMLElement): HTMLElement {
  input.id = id;
  return element('div', { class: 'field' }, [element('label', { for: id }, [words]), input]);
}

/** Two lists, county and office; `chosen` is told whenever an office is picked. */
export function officePicker(
  { counties }: AdminData,
  first: string | undefined,
  chosen: (id: string) => void,
): HTMLElement {
  const county = element('select', {}, [
    option('', '请选择'),
    ...counties.map(({ name }) => option(name, name)),
  ]);
  const office = element('select', {}, []);
  const fill = () => {
    const offices = counties.find(({ name }) => name === county.value)?.offices ?? [];
    office.replaceChildren(option('', '请选择'), ...offices.map(({ id, name }) => option(id, name)));
    office.disabled = offices.length === 0;
  };
  county.addEventListener('change', fill);
  office.addEventListener('change', () => office.value && chosen(office.value));
  county.value = counties.find(({ offices }) => offices.some(({ id }) => id === first))?.name ?? '';
  fill();
  if (county.value && first) office.value = first;
  return element('section', { class: 'step', 'aria-labelledby': 'pick-title' }, [
    element('h2', { id: 'pick-title' }, ['1　选择司法所']),
    element('div', { class: 'side-by-side' }, [
      labelled('pick-county', '县（市、区）', county),
      labelled('pick-office', '司法所', office),
    ]),
  ]);
}

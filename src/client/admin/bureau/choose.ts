/** Plain fields of the bureau's forms. */
import { element } from '../../element.ts';
import { countiesOf, type Room } from './room.ts';

/** A field with its label, and what is to be known before it is filled in. */
export function labelled(label: string, input: HTMLElement, hint?: string): HTMLElement {
  const told = hint === undefined ? [] : [element('p', { class: 'hint', id: `${input.id}-hint` }, [hint])];
  if (told.length) input.setAttribute('aria-describedby', `${input.id}-hint`);
  return element('div', { class: 'field' }, [element('label', { for: input.id }, [label]), ...told, input]);
}

/** A list to choose one from. */
export function choice(
  id: string,
  options: readonly (readonly [value: string, words: string])[],
): HTMLSelectElement {
  return element(
    'select',
    { id },
    options.map(([value, words]) => element('option', { value }, [words])),
  );
}

export const textInput = (id: string, more: Readonly<Record<string, string>> = {}): HTMLInputElement =>
  element('input', { id, type: 'text', autocomplete: 'off', ...more });

/** Which of the account's counties: nothing to choose where there is one. */
export function countyChoice(room: Room, changed: () => void): { box: HTMLElement[]; value: () => string } {
  const counties = countiesOf(room);
  const select = choice(
    'bureau-county',
    counties.map(({ slug, name }) => [slug, name]),
  );
  select.addEventListener('change', changed);
  return {
    box: counties.length > 1 ? [labelled('县（市、区）', select)] : [],
    value: () => select.value,
  };
}

/** Where a form says what is wrong with it. */
export function toldBox(): { box: HTMLElement; tell: (lines: readonly string[]) => void } {
  const box = element('div', { class: 'note warn', role: 'alert', tabindex: '-1', hidden: '' });
  return {
    box,
    tell: (lines) => {
      box.hidden = lines.length === 0;
      box.replaceChildren(
        element(
          'ul',
          {},
          lines.map((line) => element('li', {}, [line])),
        ),
      );
      if (lines.length) box.focus();
    },
  };
}

/** Small parts that the steps of the form page share. */
import { element } from '../element.ts';

export function button(words: string, act: () => void, kind = 'plain'): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, [words]);
  made.addEventListener('click', act);
  return made;
}

/** A heading that takes the focus when a new step begins, so that screen readers begin there too. */
export const stepHeading = (words: string): HTMLElement => element('h2', { tabindex: '-1' }, [words]);

export const note = (words: string, kind = ''): HTMLElement =>
  element('p', { class: `note ${kind}`.trim() }, [words]);

/** A field with its label. */
export function labelled(id: string, words: string, input: HTMLElement): HTMLElement {
  input.id = id;
  return element('div', { class: 'field' }, [element('label', { for: id }, [words]), input]);
}

export const option = (value: string, words: string): HTMLOptionElement =>
  element('option', { value }, [words]);

/** Lines as a list. */
export const listOf = (lines: readonly string[]): HTMLElement =>
  element(
    'ul',
    {},
    lines.map((line) => element('li', {}, [line])),
  );

/** Draws something else on a stage: whoever pressed what is gone with it goes on at the new heading. */
export async function keepingPlace<T>(stage: HTMLElement, draw: () => Promise<T>): Promise<T> {
  const held = document.activeElement;
  const drawn = await draw();
  if (held?.isConnected === false) stage.querySelector('h2')?.focus();
  return drawn;
}

/** A button that cannot be pressed twice while it works. */
export function workButton(words: string, act: () => Promise<void>, kind = 'primary'): HTMLButtonElement {
  const made = button(
    words,
    () => {
      if (made.getAttribute('aria-disabled') === 'true') return;
      made.setAttribute('aria-disabled', 'true');
      void act().finally(() => made.removeAttribute('aria-disabled'));
    },
    kind,
  );
  return made;
}

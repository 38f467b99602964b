/** Tells faults where they are: at the field, for eyes and for screen readers. */
import { pathInWords, type Path } from '../../schemas/walk.ts';
import type { Problem } from '../../domain/problems.ts';
import type { FormContext, ShownField } from './controls/context.ts';
import { element } from '../element.ts';

const startsWith = (path: Path, start: Path) => start.every((key, at) => path[at] === key);

/** The field on the screen for a path: the very one, else the first below it, else the nearest around it. */
export function shownAt({ shown }: Pick<FormContext, 'shown'>, path: Path): ShownField | undefined {
  const live = (one: ShownField | undefined) => (one?.box.isConnected ? one : undefined);
  const exact = live(shown.get(pathInWords(path)));
  if (exact) return exact;
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const around = live(shown.get(pathInWords(path.slice(0, depth))));
    if (around) return around;
  }
  return [...shown.values()].find((one) => one.box.isConnected && startsWith(one.path, path));
}

function describe(input: HTMLElement, wrong: HTMLElement, on: boolean): void {
  const others = (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((id) => id && id !== wrong.id);
  const ids = on ? [wrong.id, ...others] : others;
  if (ids.length) input.setAttribute('aria-describedby', ids.join(' '));
  else input.removeAttribute('aria-describedby');
}

/** A text that the check proposes can be taken over with one press. */
function takeOver(input: HTMLElement | undefined, remedy: string): HTMLElement[] {
  const proposed = /^改成 (.+)$/.exec(remedy)?.[1];
  const isText = input instanceof HTMLInputElement && ['text', 'date', 'month', 'time'].includes(input.type);
  if (!isText || proposed === undefined || /^[[{]/.test(proposed)) return [];
  const button = element('button', { type: 'button', class: 'quiet' }, [`改成 ${proposed}`]);
  button.addEventListener('click', () => {
    input.value = proposed;
    input.dispatchEvent(new Event('input'));
    input.focus();
    input.dispatchEvent(new Event('blur'));
  });
  return [button];
}

function tell({ inputs, wrong, box }: ShownField, problem: Problem | undefined): void {
  const error = problem?.severity === 'error';
  const button = problem ? takeOver(inputs[0], problem.remedy) : [];
  const said = !problem
    ? []
    : button.length
      ? [`${problem.message}。`, ...button]
      : [`${problem.message}。${problem.remedy}`];
  wrong.replaceChildren(...said);
  wrong.hidden = !problem;
  wrong.classList.toggle('only-hint', Boolean(problem) && !error);
  box.classList.toggle('has-wrong', error);
  for (const input of inputs) {
    if (error) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    describe(input, wrong, Boolean(problem));
  }
}

/** Shows, at each field that may show it, the first problem that is there; clears the others. */
export function showFaults(
  context: FormContext,
  problems: readonly Problem[],
  mayShow: (path: Path) => boolean,
): void {
  const told = new Map<ShownField, Problem>();
  for (const problem of problems) {
    const path = problem.path ?? [];
    const shown = shownAt(context, path);
    if (shown && !told.has(shown) && (mayShow(path) || mayShow(shown.path))) told.set(shown, problem);
  }
  for (const shown of context.shown.values()) tell(shown, told.get(shown));
}

/** Brings a field into view, opening what is folded around it, and puts the focus there. */
export function goTo(shown: ShownField): void {
  for (let at: Element | null = shown.box; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  const target = shown.inputs[0] ?? shown.box.querySelector<HTMLElement>('input, select, textarea, button');
  target?.focus();
  shown.box.scrollIntoView({ block: 'center' });
}

/** Says what went wrong between the page and the platform; what was typed stays where it is. */
import { element } from '../element.ts';
import { ForgeError } from '../../forges/types.ts';
import { workButton } from './ui.ts';

interface Triage {
  readonly again: () => Promise<void>;
  /** Reads what the files hold now. */
  readonly reload: () => Promise<void>;
  readonly logIn: (reason: string) => void;
}

/** Shows a fault above a step and moves the focus there; an expired login leads to a new one. */
export function tellFault(stage: HTMLElement, error: unknown, { again, reload, logIn }: Triage): void {
  const known = error instanceof ForgeError ? error : undefined;
  if (known?.fault === 'expired') return logIn(known.message);
  // For the technician: a fault that is none of those foreseen.
  if (!known) console.error(error);
  const text = known?.message ?? '这个所的文件打不开，请联系司法局。';
  const act =
    known?.fault === 'changed'
      ? workButton('取最新内容，放上我的修改', reload)
      : workButton('再试一次', again);
  const box = element('div', { class: 'note warn fault', role: 'alert', tabindex: '-1' }, [
    element('p', {}, [text]),
    act,
  ]);
  stage.querySelector('.fault')?.remove();
  stage.prepend(box);
  box.focus();
}

/** How a list was understood, for approval: offices called otherwise, where each column goes, what was left out. */
import { findingInWords, type Imported } from '../../../sheets/model.ts';
import { LEFT_OUT, SPOT_TITLES } from '../../../sheets/register/read-register.ts';
import { element } from '../../element.ts';
import { listOf } from '../ui.ts';
import { choice, labelled } from './choose.ts';

const part = (title: string, content: readonly HTMLElement[]) =>
  element('section', { class: 'part' }, [element('h3', {}, [title]), ...content]);

/** Each column with where it goes: to be put elsewhere, or left out. */
function columnFields(
  { registers }: Imported,
  chosen: Readonly<Record<string, string>>,
  decide: (heading: string, to: string) => void,
): HTMLElement[] {
  const columns = registers.flatMap((one) => one.columns);
  return columns.map(({ heading, goesTo, fits }, at) => {
    const to = choice(`list-column-${at}`, [
      [LEFT_OUT, LEFT_OUT],
      ...SPOT_TITLES.map((title) => [title, title] as const),
    ]);
    to.value = chosen[heading] ?? goesTo ?? LEFT_OUT;
    to.addEventListener('change', () => decide(heading, to.value));
    const hint = fits && !goesTo ? `看着像“${fits}”，要放进去就选它` : undefined;
    return labelled(`“${heading}”这一列`, to, hint);
  });
}

/** What was understood of a list. `decide` is told where a column is to go. */
export function understood(
  imported: Imported,
  chosen: Readonly<Record<string, string>>,
  decide: (heading: string, to: string) => void,
): HTMLElement {
  const { rows, offices, matches, findings, registers } = imported;
  const told = (severity: string) => findings.filter((one) => one.severity === severity).map(findingInWords);
  const [errors, hints] = [told('error'), told('warning')];
  return element('div', { role: 'group', 'aria-label': '怎么认的' }, [
    element('p', { role: 'status' }, [`认出 ${rows} 行，要改 ${offices.length} 个所。`]),
    ...(errors.length ? [element('div', { class: 'note warn' }, [listOf(errors)])] : []),
    ...(matches.length
      ? [part('对上的司法所，请核对', [listOf(matches.map(({ written, name }) => `${written} → ${name}`))])]
      : []),
    ...(registers.length ? [part('各列放到哪里', columnFields(imported, chosen, decide))] : []),
    ...(hints.length ? [part('没有导入的，请看一眼', [listOf(hints)])] : []),
  ]);
}

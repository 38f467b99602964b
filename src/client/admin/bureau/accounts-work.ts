/** Who answers for what: accounts pasted from a table. */
import '../no-eval.ts';
import { owners } from '../../../schemas/owners.ts';
import { ownersOf, type Units } from '../../../sheets/accounts.ts';
import type { AdminData } from '../../../views/admin.ts';
import { element } from '../../element.ts';
import { workButton } from '../ui.ts';
import { labelled, toldBox } from './choose.ts';
import { ownersWith } from './owners-with.ts';
import { recordPlan } from './record-plan.ts';
import { bureauOf, lookOver, readFile, valueOf, type Room } from './room.ts';

const FILE = 'owners.json';

const unitsOf = ({ counties }: AdminData): Units => ({
  counties: counties.map(({ slug, name }) => ({ id: slug, names: [name, `${name}司法局`] })),
  offices: counties.flatMap(({ name, offices }) =>
    offices.map(({ id, name: own }) => ({
      id,
      names: [own, own.startsWith(name) ? own.slice(name.length) : `${name}${own}`],
    })),
  ),
});

const rowsIn = (pasted: string): string[][] =>
  pasted
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(line.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim()));

/** The form: the table, on to the look-over. */
export function accountsWork(room: Room): HTMLElement {
  const { box, tell } = toldBox();
  const pasted = element('textarea', { id: 'accounts-table', rows: '10' });
  const review = async () => {
    const made = ownersOf(rowsIn(pasted.value), unitsOf(room.data));
    if (Array.isArray(made)) return tell(made);
    try {
      const stored = await readFile(room, FILE);
      const now = owners.parse(valueOf(stored) ?? { accounts: [] });
      tell([]);
      const plan = recordPlan(room, {
        kind: 'owners',
        schema: owners,
        file: FILE,
        names: {},
        title: '账号',
        stored,
        value: ownersWith(now, made.accounts),
      });
      const about = { branch: 'ju/owners', by: bureauOf(room), titles: ['账号'] };
      await lookOver(room, { ...about, ...plan }, box);
    } catch (error) {
      room.failed(error, { again: review });
    }
  };
  return element('div', { class: 'form' }, [
    element('p', {}, [
      '账号是代码平台上的登录名，一个单位一个，不写人名。表里没有的账号照旧；有的，按表里的改。',
    ]),
    labelled(
      '账号表',
      pasted,
      '从 WPS、Excel 里连表头复制进来，三列：单位、账号、负责（所、县的名称，全市写“全部”，网站维护人员写“网站维护”）',
    ),
    box,
    workButton('核对', review),
  ]);
}

/** A county's own list of its offices: read, shown as it was understood, approved, proposed at once. */
import '../no-eval.ts';
import { toText } from '../../../forges/base64.ts';
import type { Stored } from '../../../forges/types.ts';
import { importWorkbook } from '../../../sheets/import-workbook.ts';
import { FILE_NAMES, findingInWords, type Imported, type OfficeFiles } from '../../../sheets/model.ts';
import type { RegisterChoices } from '../../../sheets/register/read-register.ts';
import { UnreadableBook } from '../../../sheets/workbook/read.ts';
import { element } from '../../element.ts';
import { button, workButton } from '../ui.ts';
import { countyChoice, labelled, textInput, toldBox } from './choose.ts';
import { understood } from './list-understood.ts';
import { planOf } from './list-plan.ts';
import { lookOver, placed, type Room } from './room.ts';

/** The offices of a county with their files, and those files by their paths. */
export interface Known {
  readonly offices: readonly OfficeFiles[];
  readonly stored: ReadonlyMap<string, Stored>;
}

const READ = FILE_NAMES.filter((name) => name !== 'whereabouts');

async function officesIn(room: Room, county: string): Promise<Known> {
  const { data, forge } = room;
  const own = data.counties.find(({ slug }) => slug === county);
  const files = (own?.offices ?? []).flatMap(({ id }) =>
    READ.map((name) => ({ id, name, path: `offices/${id}/${name}.json` })),
  );
  const read = await Promise.all(
    files.map(async ({ path }) => [path, await forge.read(placed(data, path), data.editor.branch)] as const),
  );
  const stored = new Map(read.flatMap(([path, one]) => (one ? [[path, one] as const] : [])));
  const textsOf = (id: string) =>
    Object.fromEntries(
      files.flatMap(({ id: other, name, path }) => {
        const one = stored.get(path);
        return other === id && one ? [[name, toText(one.bytes)] as const] : [];
      }),
    );
  const offices = (own?.offices ?? []).map(({ id }) => ({
    id,
    county: own?.name ?? '',
    notices: [],
    texts: textsOf(id),
  }));
  return { offices, stored };
}

const CANNOT =
  '这个文件读不了。老的 .xls 读不了的，在 WPS、Excel 里“另存为” .xlsx 或者 CSV，再放进来；加了密码的，先去掉密码。';

/** The form: who says so, the list, how it was understood, on to the look-over. */
export function listWork(room: Room): HTMLElement {
  const { box: told, tell } = toldBox();
  const place = element('div', { class: 'understood' });
  const source = textInput('list-source');
  const verified = textInput('list-verified', { type: 'date' });
  const replace = element('input', { id: 'list-replace', type: 'checkbox' });
  const file = element('input', { id: 'list-file', type: 'file', accept: '.xlsx,.xls,.ods,.csv' });
  let [columns, known, bytes]: [Record<string, string>, Known | undefined, Uint8Array | undefined] = [
    {},
    undefined,
    undefined,
  ];
  const choices = (): RegisterChoices => ({
    source: source.value.trim() || undefined,
    verifiedOn: verified.value || undefined,
    replace: replace.checked,
    columns,
  });
  const read = async (): Promise<Imported | undefined> => {
    if (!bytes || !known) return undefined;
    const { data, today } = room;
    const settings = { today, areaCode: data.areaCode, register: choices() };
    return importWorkbook(bytes, known.offices, settings).catch((error: unknown) => {
      if (!(error instanceof UnreadableBook)) throw error;
      tell([error.message, CANNOT]);
      return undefined;
    });
  };
  const draw = async () => {
    tell([]);
    place.replaceChildren();
    const imported = await read();
    if (!imported) return;
    const column = (heading: string, to: string) => {
      columns = { ...columns, [heading]: to };
      void draw();
    };
    place.replaceChildren(understood(imported, columns, column), workButton('核对改动', review));
  };
  const review = async () => {
    const imported = await read();
    if (!imported || !known) return;
    const errors = imported.findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return tell(errors.map(findingInWords));
    const step = told.closest<HTMLElement>('section');
    await lookOver(room, planOf(room, imported, known, county.value()), () => step && room.show(step));
  };
  const county = countyChoice(room, () => {
    known = undefined;
    void take();
  });
  const take = async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    try {
      bytes = new Uint8Array(await chosen.arrayBuffer());
      known ??= await officesIn(room, county.value());
      columns = {};
      await draw();
    } catch (error) {
      room.failed(error);
    }
  };
  for (const input of [source, verified, replace]) input.addEventListener('change', () => void draw());
  file.addEventListener('change', () => void take());
  const today = button(
    '今天核实过',
    () => {
      verified.value = room.today;
      void draw();
    },
    'quiet',
  );
  return element('div', { class: 'form' }, [
    element('p', {}, [
      '县里自己的名册、通讯录就行：第一列是哪个司法所，后面是地址、电话、负责人、办公时间……标题行、合并格、页脚都可以有。先看怎么认的，再提交。',
    ]),
    ...county.box,
    labelled('谁提供的（必填）', source, '例如：东县司法局办公室提供'),
    labelled('核实日期', verified),
    today,
    element('div', { class: 'field' }, [
      element('label', { class: 'tick' }, [replace, '名册里没有的旧号码去掉（不勾就留着，只添新的）']),
    ]),
    labelled('名册文件', file, '.xlsx、.xls、.ods、.csv'),
    told,
    place,
  ]);
}

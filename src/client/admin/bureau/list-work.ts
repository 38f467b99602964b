/** A county's own list of its offices: read, shown as it was understood, approved, proposed at once. */
import '../no-eval.ts';
import { toText } from '../../../forges/base64.ts';
import { importWorkbook } from '../../../sheets/import-workbook.ts';
import { FILE_NAMES, findingInWords, type Imported } from '../../../sheets/model.ts';
import type { RegisterChoices } from '../../../sheets/register/read-register.ts';
import { UnreadableBook } from '../../../sheets/workbook/unreadable.ts';
import { element } from '../../element.ts';
import { button, workButton } from '../ui.ts';
import { countyChoice, labelled, textInput, toldBox } from './choose.ts';
import { understood } from './list-understood.ts';
import { planOf, type Known } from './list-plan.ts';
import { lookOver, placed, type Room } from './room.ts';

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
class ListWork {
  readonly box: HTMLElement;
  readonly #room: Room;
  readonly #told = toldBox();
  readonly #place = element('div', { class: 'understood' });
  readonly #source = textInput('list-source');
  readonly #verified = textInput('list-verified', { type: 'date' });
  readonly #replace = element('input', { id: 'list-replace', type: 'checkbox' });
  readonly #file = element('input', { id: 'list-file', type: 'file', accept: '.xlsx,.xls,.ods,.csv' });
  // It stays where it is while all above it is drawn anew: a click that also leaves a field must reach it.
  readonly #onward = workButton('核对改动', () => this.#review());
  readonly #county: ReturnType<typeof countyChoice>;
  #columns: Readonly<Record<string, string>> = {};
  #known: Known | undefined;
  #bytes: Uint8Array | undefined;

  constructor(room: Room) {
    this.#room = room;
    this.#onward.hidden = true;
    this.#county = countyChoice(room, () => {
      this.#known = undefined;
      void this.#take();
    });
    for (const input of [this.#source, this.#verified, this.#replace])
      input.addEventListener('change', () => void this.#draw());
    this.#file.addEventListener('change', () => void this.#take());
    const verifiedToday = () => {
      this.#verified.value = room.today;
      void this.#draw();
    };
    this.box = element('div', { class: 'form' }, [
      element('p', {}, [
        '县里自己的名册、通讯录就行：一列写是哪个司法所，别的列是地址、电话、负责人、办公时间……标题行、合并格、页脚都可以有。先看怎么认的，再提交。',
      ]),
      ...this.#county.box,
      labelled('谁提供的（必填）', this.#source, '例如：东县司法局办公室提供'),
      labelled('核实日期', this.#verified),
      button('今天核实过', verifiedToday, 'quiet'),
      element('div', { class: 'field' }, [
        element('label', { class: 'tick' }, [
          this.#replace,
          '名册里没有的旧号码去掉（不勾就留着，只添新的）',
        ]),
      ]),
      labelled('名册文件', this.#file, '.xlsx、.xls、.ods、.csv'),
      this.#place,
      this.#told.box,
      this.#onward,
    ]);
  }

  /** The list laid over the offices; undefined where there is none, or none that can be read. */
  async #read(): Promise<Imported | undefined> {
    if (!this.#bytes || !this.#known) return undefined;
    const { data, today } = this.#room;
    const register: RegisterChoices = {
      source: this.#source.value.trim() || undefined,
      verifiedOn: this.#verified.value || undefined,
      replace: this.#replace.checked,
      columns: this.#columns,
    };
    const settings = { today, areaCode: data.areaCode, register };
    return importWorkbook(this.#bytes, this.#known.offices, settings).catch((error: unknown) => {
      if (!(error instanceof UnreadableBook)) throw error;
      this.#told.tell([error.message, CANNOT]);
      return undefined;
    });
  }

  async #draw(): Promise<void> {
    this.#told.tell([]);
    const imported = await this.#read();
    this.#onward.hidden = !imported;
    if (!imported) return this.#place.replaceChildren();
    const decide = (heading: string, to: string) => {
      this.#columns = { ...this.#columns, [heading]: to };
      void this.#draw();
    };
    const at = document.activeElement?.id;
    this.#place.replaceChildren(understood(imported, this.#columns, decide));
    if (at) this.#place.querySelector<HTMLElement>(`[id="${at}"]`)?.focus();
  }

  #review = async (): Promise<void> => {
    try {
      await this.#plan();
    } catch (error) {
      this.#room.failed(error, { again: this.#review });
    }
  };

  async #plan(): Promise<void> {
    // As they stand now: somebody may have changed them since the list was read.
    if (this.#known) this.#known = await officesIn(this.#room, this.#county.value());
    const imported = await this.#read();
    if (!imported || !this.#known) return;
    const errors = imported.findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return this.#told.tell(errors.map(findingInWords));
    const plan = planOf(this.#room, imported, this.#known, this.#county.value());
    await lookOver(this.#room, plan, this.box);
  }

  async #take(): Promise<void> {
    const [chosen] = this.#file.files ?? [];
    if (!chosen) return;
    try {
      this.#bytes = new Uint8Array(await chosen.arrayBuffer());
      this.#known ??= await officesIn(this.#room, this.#county.value());
      this.#columns = {};
      await this.#draw();
    } catch (error) {
      this.#room.failed(error, { again: () => this.#take() });
    }
  }
}

export const listWork = (room: Room): HTMLElement => new ListWork(room).box;

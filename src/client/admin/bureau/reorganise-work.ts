/** Closing, merging and moving offices, townships and counties: by the same plan as the command, whole or not at all. */
import '../no-eval.ts';
import { isDate } from '../../../domain/dates.ts';
import { may } from '../../../domain/ownership.ts';
import type { Files } from '../../../editing/files.ts';
import { Refusal, type Outcome } from '../../../reorganise/plan.ts';
import type { Divisions } from '../../../schemas/divisions.ts';
import { element } from '../../element.ts';
import { workButton } from '../ui.ts';
import { choice, countyChoice, labelled, textInput, toldBox } from './choose.ts';
import { filesFor } from './reorganise-files.ts';
import { planOf } from './reorganise-plan.ts';
import { HINTS, inForm, missing, VERBS, WORDS } from './reorganise-verbs.ts';
import type { FilledField, Filled, Verb } from './reorganise-verbs.ts';
import { countiesOf, lookOver, readFile, valueOf, type Room } from './room.ts';

type Option = readonly [value: string, words: string];

function outcomeOf(verb: Verb, files: Files, filled: Filled): Outcome | readonly string[] {
  try {
    return verb.do(files, filled);
  } catch (error) {
    if (error instanceof Refusal) return error.reasons.map(inForm);
    throw error;
  }
}

const KEPT: Option = ['kept', '后三位都没有变'];
const UNKNOWN: Option = ['', '请选择'];

const inputsOf = (): Readonly<
  Record<FilledField, HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>
> => ({
  office: choice('reorganise-office', []),
  into: choice('reorganise-into', []),
  township: choice('reorganise-township', []),
  target: choice('reorganise-target', []),
  to: choice('reorganise-to', []),
  name: textInput('reorganise-name'),
  short: textInput('reorganise-short'),
  code: textInput('reorganise-code', { inputmode: 'numeric' }),
  slug: textInput('reorganise-slug'),
  endings: choice('reorganise-endings', [UNKNOWN, KEPT]),
  codes: element('textarea', { id: 'reorganise-codes', rows: '4' }),
  since: textInput('reorganise-since', { type: 'date' }),
  source: textInput('reorganise-source'),
  text: textInput('reorganise-text'),
});

/** The townships of a county by their places in addresses. Throws a `ForgeError`. */
async function townshipsOf(room: Room, county: string): Promise<Option[]> {
  const divisions = valueOf(await readFile(room, `divisions/${county}.json`)) as Divisions | undefined;
  return divisions?.townships.map(({ slug, name }) => [`${county}/${slug}`, name] as const) ?? [];
}

/** What the lists offer for a county, and what the ids in them are called. */
function listsOf(room: Room, inputs: ReturnType<typeof inputsOf>) {
  const names = new Map<string, string>(room.data.counties.map(({ slug, name }) => [slug, name]));
  const fill = (keys: readonly FilledField[], options: readonly Option[]) => {
    for (const [id, name] of options) names.set(id, name);
    for (const key of keys) {
      // A list that comes late takes no choice away that it offers too.
      const chosen = inputs[key].value;
      inputs[key].replaceChildren(...choice('', [UNKNOWN, ...options]).children);
      inputs[key].value = options.some(([id]) => id === chosen) ? chosen : '';
    }
  };
  return {
    called: (id: string) => names.get(id) ?? id,
    renew: async (county: string, asks: readonly FilledField[]) => {
      const { counties } = room.data;
      const offices = counties.find(({ slug }) => slug === county)?.offices ?? [];
      fill(
        ['to'],
        counties.flatMap(({ slug, name }) => (slug === county ? [] : [[slug, name] as const])),
      );
      if (asks.includes('office'))
        fill(
          ['office', 'into'],
          offices.map(({ id, name }) => [id, name] as const),
        );
      if (asks.includes('township')) fill(['township', 'target'], await townshipsOf(room, county));
    },
  };
}

/** What can be done by the account: of its counties, of the city, with addresses. */
const verbsFor = (room: Room): (keyof typeof VERBS)[] =>
  (Object.keys(VERBS) as (keyof typeof VERBS)[]).filter((name) =>
    countiesOf(room).some(({ slug }) => may(room.owner, { level: VERBS[name].level, county: slug })),
  );

/** The form: what is done with what, on to the look-over. */
export function reorganiseWork(room: Room): HTMLElement {
  const { box: told, tell } = toldBox();
  const what = choice(
    'reorganise-what',
    verbsFor(room).map((name) => [name, VERBS[name].title]),
  );
  const inputs = inputsOf();
  const lists = listsOf(room, inputs);
  const fields = (Object.keys(inputs) as FilledField[]).map(
    (key) => [key, labelled(WORDS[key], inputs[key], HINTS[key])] as const,
  );
  const verb = (): Verb => VERBS[what.value as keyof typeof VERBS];
  const draw = () => {
    for (const [key, box] of fields) box.hidden = !verb().asks.includes(key);
    lists
      .renew(county.value(), verb().asks)
      .catch((error: unknown) => room.failed(error, { again: () => Promise.resolve(draw()) }));
  };
  const county = countyChoice(room, draw);
  const review = async () => {
    const values = Object.entries(inputs).map(([key, input]) => [key, input.value.trim()]);
    const filled = { ...Object.fromEntries(values), county: county.value() } as Filled;
    const lacks = missing(verb(), filled);
    if (verb().asks.includes('since') && filled.since && !isDate(filled.since)) lacks.push('日期没有填完整');
    if (lacks.length > 0) return tell(lacks);
    tell([]);
    try {
      const read = await filesFor(room, filled, verb());
      const outcome = outcomeOf(verb(), read.files, filled);
      if (!('files' in outcome)) return tell(outcome);
      const title = verb().titleOf(filled, lists.called);
      await lookOver(room, planOf(room, { title, county: filled.county }, read, outcome), told);
    } catch (error) {
      room.failed(error, { again: review });
    }
  };
  what.addEventListener('change', draw);
  draw();
  return element('div', { class: 'form' }, [
    element('p', {}, [
      '一次改全：关闭的所人员、去向、照片、电话去掉，公告和月度数据留着，原来的网址上写明由哪个所接着办；改了名的，旧名照样查得到；换了县的，旧网址自动跳到新网址。',
    ]),
    labelled('做什么', what),
    ...county.box,
    ...fields.map(([, box]) => box),
    told,
    workButton('核对', review),
  ]);
}

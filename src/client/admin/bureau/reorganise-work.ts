/** Closing and merging offices, renaming townships: by the same plan as the command, whole or not at all. */
import '../no-eval.ts';
import type { Files } from '../../../editing/files.ts';
import { isDate } from '../../../domain/dates.ts';
import { closeOffices } from '../../../reorganise/close.ts';
import { Refusal, type Outcome } from '../../../reorganise/plan.ts';
import { renameTownship } from '../../../reorganise/townships.ts';
import { may } from '../../../domain/ownership.ts';
import { element } from '../../element.ts';
import { workButton } from '../ui.ts';
import { choice, countyChoice, labelled, textInput, toldBox } from './choose.ts';
import { filesFor } from './reorganise-files.ts';
import { planOf } from './reorganise-plan.ts';
import { lookOver, type Room } from './room.ts';

/** What stands in the form. */
interface Filled {
  readonly office: string;
  readonly into: string;
  readonly name: string;
  readonly since: string;
  readonly source: string;
  readonly text: string;
}

interface Verb {
  readonly title: string;
  /** Which fields it asks for, beside the office. */
  readonly asks: readonly (keyof Filled)[];
  readonly do: (files: Files, filled: Filled) => Outcome;
  readonly titleOf: (names: { readonly own: string; readonly other: string }, filled: Filled) => string;
}

const closing = ({ office, since, source, text }: Filled) => ({
  offices: [office],
  since,
  source,
  ...(text && { text }),
});

const VERBS: Readonly<Record<'merge' | 'close' | 'rename', Verb>> = {
  merge: {
    title: '并入另一个所',
    asks: ['into', 'since', 'source', 'text'],
    do: (files, filled) => closeOffices(files, { ...closing(filled), into: filled.into }),
    titleOf: ({ own, other }) => `${own}并入${other}`,
  },
  close: {
    title: '关闭（服务的村已经由别的所服务）',
    asks: ['since', 'source', 'text'],
    do: (files, filled) => closeOffices(files, closing(filled)),
    titleOf: ({ own }) => `关闭${own}`,
  },
  rename: {
    title: '乡镇、街道改名（代码不变），司法所跟着改',
    asks: ['name'],
    do: (files, { office, name }) =>
      renameTownship(files, { township: office, name, recoding: { table: new Map(), keepEndings: true } }),
    titleOf: ({ own }, { name }) => `${own}的乡镇改名为${name}`,
  },
};

const WORDS: Readonly<Record<keyof Filled, string>> = {
  office: '哪个司法所',
  into: '并入哪个所',
  name: '新的名称',
  since: '从哪天起',
  source: '依据（文号）',
  text: '给群众看的一句话',
};

/** What must be written and is not. */
const missing = (verb: Verb, filled: Filled): string[] => [
  ...(['office', ...verb.asks] as const)
    .filter((key) => key !== 'text' && filled[key] === '')
    .map((key) => `没有写：${WORDS[key]}`),
  ...(filled.since && !isDate(filled.since) ? ['日期没有填完整'] : []),
];

function outcomeOf(verb: Verb, files: Files, filled: Filled): Outcome | readonly string[] {
  try {
    return verb.do(files, filled);
  } catch (error) {
    if (error instanceof Refusal) return error.reasons;
    throw error;
  }
}

const inputsOf = () => ({
  office: choice('reorganise-office', []),
  into: choice('reorganise-into', []),
  name: textInput('reorganise-name'),
  since: textInput('reorganise-since', { type: 'date' }),
  source: textInput('reorganise-source'),
  text: textInput('reorganise-text'),
});

/** The form: what is done with which office, on to the look-over. */
export function reorganiseWork(room: Room): HTMLElement {
  const { box: told, tell } = toldBox();
  const names = (Object.keys(VERBS) as (keyof typeof VERBS)[]).filter(
    (name) => name !== 'rename' || may(room.owner, { level: 'city' }),
  );
  const what = choice(
    'reorganise-what',
    names.map((name) => [name, VERBS[name].title]),
  );
  const inputs = inputsOf();
  const fields = (Object.keys(inputs) as (keyof Filled)[]).map(
    (key) => [key, labelled(WORDS[key], inputs[key])] as const,
  );
  const verb = () => VERBS[what.value as keyof typeof VERBS];
  const draw = () => {
    for (const [key, box] of fields) box.hidden = key !== 'office' && !verb().asks.includes(key);
  };
  const offices = () => room.data.counties.find(({ slug }) => slug === county.value())?.offices ?? [];
  const county = countyChoice(room, () => fill());
  const fill = () => {
    const options = [['', '请选择'] as const, ...offices().map(({ id, name }) => [id, name] as const)];
    for (const select of [inputs.office, inputs.into])
      select.replaceChildren(...choice('', options).children);
  };
  const review = async () => {
    const values = Object.entries(inputs).map(([key, input]) => [key, input.value.trim()]);
    const filled = Object.fromEntries(values) as unknown as Filled;
    const lacks = missing(verb(), filled);
    if (lacks.length > 0) return tell(lacks);
    tell([]);
    try {
      const read = await filesFor(room, county.value(), [filled.office]);
      const outcome = outcomeOf(verb(), read.files, filled);
      if (!('files' in outcome)) return tell(outcome);
      const called = (id: string) => offices().find((one) => one.id === id)?.name ?? id;
      const title = verb().titleOf({ own: called(filled.office), other: called(filled.into) }, filled);
      await lookOver(room, planOf(room, { title, county: county.value() }, read, outcome), told);
    } catch (error) {
      room.failed(error);
    }
  };
  what.addEventListener('change', draw);
  fill();
  draw();
  return element('div', { class: 'form' }, [
    element('p', {}, [
      '一次改全：关闭的所人员、去向、照片、电话去掉，公告和月度数据留着，原来的网址上写明由哪个所接着办。跨县划转、合并乡镇的，请技术人员用命令办。',
    ]),
    labelled('做什么', what),
    ...county.box,
    ...fields.map(([, box]) => box),
    told,
    workButton('核对', review),
  ]);
}

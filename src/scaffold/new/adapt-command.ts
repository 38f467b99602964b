import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { buildInstant } from '../../build/settings.ts';
import { writeAll } from '../../build/write-all.ts';
import { adaptationsIn, type AdaptingEntry } from '../../catalogue/adaptations.ts';
import type { Contents } from '../../catalogue/contents.ts';
import { loadContent } from '../../catalogue/load.ts';
import { asTyped, Failure, folders, toType, UsageError, type Command } from '../../command/command.ts';
import { texts } from '../../command/options.ts';
import { requireFolders } from '../../command/folders.ts';
import { adaptedGuide, adaptedText, chainAbove, elementsOf } from '../../domain/adaptations.ts';
import type { TextPlace } from '../../domain/adaptations.ts';
import { dateInShanghai } from '../../domain/dates.ts';
import { ELEMENT_NAMES, ELEMENTS, type GuideElement } from '../../schemas/adaptation.ts';
import type { ServiceRecord } from '../../schemas/service.ts';
import { addFile } from './add-file.ts';

const HELP = `用法：npm run adapt -- <指南> --elements <要素>,<要素> [--county <县> | --office <县>/<所>] --source <来源>
      npm run adapt -- --renew <文件>

照一份办事指南写本地的不同之处：新建的文件里先抄着上面的原文，改成本地的写法，没有不同的要素不要写。
上面的文本改了，check 和 upkeep 会提醒；对照、改好以后，用 --renew 记下新的原文。

  <指南>               services/ 里的文件名，例如 legal-aid
  --elements <要素>    ${ELEMENT_NAMES.map((name) => `${name}（${ELEMENTS[name]}）`).join('、')}
  --county <县>        本县的写法，例如 qianwei；不写县也不写所的，是全市的写法
  --office <县>/<所>   本所的写法，例如 qianwei/luocheng
  --source <来源>      谁提供的，例如 示例县司法局
  --renew <文件>       对照过了：把这个文件的 adapts 和 above 换成现在的原文
  --content <文件夹>   内容，默认 content/
  --help               显示本说明

退出码：0 写好了，1 有问题（什么都没有写），2 用法不对。`;

const OPTIONS = texts('elements', 'county', 'office', 'source', 'renew', 'content');

type Values = Readonly<Partial<Record<keyof typeof OPTIONS, string>>>;

function elementsIn(text: string | undefined): GuideElement[] {
  const names = (text ?? '').split(',').filter(Boolean);
  const wrong = names.filter((name) => !(ELEMENT_NAMES as string[]).includes(name));
  if (names.length === 0 || wrong.length > 0)
    throw new UsageError(`--elements 应为 ${ELEMENT_NAMES.join('、')} 里的几个，用逗号隔开：${text ?? ''}`);
  return names as GuideElement[];
}

function placeOf({ county, office }: Values): TextPlace {
  if (office === undefined) return county === undefined ? { level: 'city' } : { level: 'county', county };
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(office))
    throw new UsageError(`--office 写法例如 qianwei/luocheng：${office}`);
  return { level: 'office', county: office.replace(/\/.*$/, ''), office };
}

/** Where the text of a place stands. */
function fileOf(guide: string, { level, county, office }: TextPlace): string {
  if (level === 'county') return `counties/${county}/services/${guide}.md`;
  return level === 'office' ? `offices/${office}/services/${guide}.md` : `services/${guide}.md`;
}

/** A folder, and what was read in it. */
interface Read {
  readonly content: string;
  readonly contents: Contents;
}

const unknown = ({ content }: Read, what: string) =>
  new UsageError(`没有“${what}，或者它有错误；先运行 ${toType('check', { content })}`);

/** The text above a place now, and the date of its newest part. */
function aboveIn(read: Read, guide: string, place: TextPlace): { record: ServiceRecord; edition: string } {
  const { contents } = read;
  const found = contents.of('service').find(({ names }) => names['slug'] === guide)?.data;
  if (!found) throw unknown(read, `${guide}”这份办事指南`);
  const chain = chainAbove(guide, place, adaptationsIn(contents));
  const dates = [found.updated, ...chain.map(({ data }) => data.updated)].toSorted();
  return { record: adaptedGuide(found, chain, ELEMENT_NAMES), edition: dates.at(-1) ?? found.updated };
}

const picked = (record: ServiceRecord, names: readonly GuideElement[]) =>
  Object.fromEntries(names.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])));

const textOf = (front: object, body = '') => `---\n${stringify(front, { lineWidth: 0 })}---\n${body}`;

/** The text of an adaptation that somebody has held against the text above as it is now. */
export function renewed(one: AdaptingEntry, read: Read): string {
  const { guide } = adaptedText(one.data);
  const { record, edition } = aboveIn(read, guide, one.place);
  const above = picked(record, elementsOf(one.data, ELEMENT_NAMES));
  const front = { ...one.data, adapts: `${guide}@${edition}`, above };
  const body = one.entry.prose?.body ?? '';
  return textOf(front, body && `\n${body}\n`);
}

/** A file of the content as problems name it, however it was typed: below the content, from here, or as Windows has it. */
function fileNamed(typed: string, content: string): string {
  const file = typed.replaceAll('\\', '/');
  const here = relative(content, resolve(file)).replaceAll('\\', '/');
  return here.startsWith('..') ? file.replace(/^\.?\/?(?:content\/)?/, '') : here;
}

function renew(file: string, read: Read): string {
  const { content, contents } = read;
  const named = fileNamed(file, content);
  const one = adaptationsIn(contents).find((each) => each.file === named);
  if (!one) throw unknown(read, `${file}”这个本地写法`);
  const path = join(content, one.file);
  const before = readFileSync(path, 'utf8');
  writeAll([{ path, after: renewed(one, read) }]);
  return before === readFileSync(path, 'utf8')
    ? `${asTyped(path)} 已经是对照过的。`
    : `已记下 ${asTyped(path)} 上面现在的原文。`;
}

function create(guide: string, values: Values, read: Read): string {
  const { content, contents } = read;
  if (values.county !== undefined && values.office !== undefined)
    throw new UsageError('--county 和 --office 只能写一个');
  const place = placeOf(values);
  const elements = elementsIn(values.elements);
  if (values.source === undefined) throw new UsageError('请写来源：--source <来源>');
  const { record, edition } = aboveIn(read, guide, place);
  const given = picked(record, elements);
  const { today } = contents;
  const front = {
    adapts: `${guide}@${edition}`,
    updated: today,
    source: values.source,
    ...given,
    above: given,
  };
  const file = addFile(content, { path: fileOf(guide, place), after: textOf(front) }, today);
  return `已写入 ${file}。\n下一步：把各要素改成本地的写法（above 里的不改），再运行 ${toType('check', { content })}。`;
}

export const adaptCommand: Command<typeof OPTIONS> = {
  help: HELP,
  words: 1,
  options: OPTIONS,
  run: async (values, [guide]) => {
    const { content } = folders(values);
    requireFolders({ content });
    const today = dateInShanghai(buildInstant(process.env));
    const { contents } = loadContent(content, { today });
    if (!contents) throw new Failure(`内容有错误，先运行 ${toType('check', { content })}，改好再来。`);
    if (values.renew !== undefined) console.log(renew(values.renew, { content, contents }));
    else if (guide === undefined) throw new UsageError('请写哪份指南，例如 legal-aid；或者 --renew <文件>');
    else console.log(create(guide, values, { content, contents }));
    return 0;
  },
};

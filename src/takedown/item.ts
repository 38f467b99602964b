/** What is to be taken down: a file of the content, or a person. */
import { join } from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { asAsset, type Asset } from '../catalogue/assets.ts';
import { placeFile } from '../catalogue/file-kind.ts';
import { UsageError } from '../command/command.ts';

export interface TakedownItem {
  readonly kind: 'notice' | 'attachment' | 'photo' | 'whereabouts' | 'person';
  /** Of a person, `staff.json`. From the content folder, with forward slashes. */
  readonly file: string;
  /** `dong/jia`, `samples/<slug>`, or `affairs` for the city. */
  readonly owner: string;
  readonly person?: string | undefined;
}

export const ITEM_NAMES = {
  notice: '公告',
  attachment: '附件',
  photo: '照片',
  whereabouts: '去向',
  person: '人员',
} as const satisfies Record<TakedownItem['kind'], string>;

const FORMS = `可以写：
  offices/<县>/<所>/affairs/<文件>.md    一条公告（affairs/<文件>.md 是全市的）
  offices/<县>/<所>/files/<文件>         一个附件（counties/<县>/files/、affairs/files/ 是全县、全市的）
  offices/<县>/<所>/photos/<文件>        一张照片
  offices/<县>/<所>/whereabouts.json     一个所的去向
  offices/<县>/<所>/staff.json#<编号>    一个人（连同照片、去向）
公告、附件也可以写它在网站上的网址。`;

/** The asset at a place in a folder; undefined where none can stand. */
export const assetAt = (folder: string, file: string): Asset | undefined =>
  asAsset({ file, size: 0, read: () => readFileSync(join(folder, file)) });

const ownerOf = (file: string) =>
  file.replace(/^offices\//, '').replace(/\/?(?:affairs\/)?[^/]+$/, '') || 'affairs';

function placed(file: string, person: string | undefined): TakedownItem | undefined {
  const kind = placeFile(file).placed?.kind;
  const owner = ownerOf(file);
  if (/[nN]otice$/.test(kind ?? '')) return { kind: 'notice', file, owner };
  if (/[wW]hereabouts$/.test(kind ?? '')) return { kind: 'whereabouts', file, owner };
  return /[sS]taff$/.test(kind ?? '') && person ? { kind: 'person', file, owner, person } : undefined;
}

const NOTICE_PAGE = /(?:^|\/)((?:(?:offices\/[^/]+|samples)\/[^/]+\/)?affairs\/[^/]+)\/(?:index\.\w+)?$/;
const PUBLISHED_FILE = /(?:^|\/)files\/(.+)\/([^/]+)$/;

/** The file that a notice or document at an address of the site is made of: who finds one there sends on what they see. */
function fileAt(address: string, content: string): string | undefined {
  const path = address
    .replace(/^https?:\/\/[^/]+|[?#].*$/g, '')
    .replace(/(?:%[0-9A-F]{2})+/gi, (octets) =>
      Buffer.from(octets.replaceAll('%', ''), 'hex').toString('utf8'),
    );
  const [, notice] = NOTICE_PAGE.exec(path) ?? [];
  if (notice !== undefined) return `${notice}.md`;
  const [, owner = '', name = ''] = PUBLISHED_FILE.exec(path) ?? [];
  return [`offices/${owner}/files/${name}`, `${owner}/files/${name}`].find((file) =>
    existsSync(join(content, file)),
  );
}

/**
 * Understands what was typed: a file, from the content folder or with its name in front, or the address of what is made
 * of it; refuses what is not there.
 */
export function itemOf(typed: string, content: string, whereabouts = content): TakedownItem {
  const [path = '', person] = (fileAt(typed, content) ?? typed)
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)?(?:content\/)?/, '')
    .split('#');
  const asset = assetAt(content, path);
  const item: TakedownItem | undefined = asset
    ? { kind: asset.kind.endsWith('Photo') ? 'photo' : 'attachment', file: path, owner: asset.owner }
    : placed(path, person);
  if (!item || path.includes('..')) throw new UsageError(`看不懂要撤下什么：${typed}\n${FORMS}`);
  const folder = item.kind === 'whereabouts' ? whereabouts : content;
  if (!existsSync(join(folder, path))) throw new UsageError(`没有这个文件：${path}\n${FORMS}`);
  return item;
}

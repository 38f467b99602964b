/** What taking something down means for the content: files that go, files that change, addresses, words to look for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assetFolder } from '../catalogue/assets.ts';
import { linkPhotos } from '../catalogue/photos.ts';
import { textAt, listAt } from '../catalogue/loose.ts';
import { paths } from '../domain/urls.ts';
import { UsageError } from '../command/command.ts';
import { namedIn, noticeOf, without, withoutAttachment, withoutPerson, withoutWhereabouts } from './edit.ts';
import { assetAt, type Item } from './item.ts';

export interface Plan {
  /** New texts by file; of whereabouts, in their own folder. */
  readonly writes: ReadonlyMap<string, string>;
  readonly deletes: readonly string[];
  /** Addresses that are no more. */
  readonly gone: readonly string[];
  /** Addresses that stay, but held the item itself. */
  readonly stale: readonly string[];
  /** Addresses that stay, and only told of the item: whatever has none of the others never had it. */
  readonly mentions: readonly string[];
  /** What must be found nowhere afterwards. */
  readonly needles: readonly string[];
}

export interface Places {
  readonly content: string;
  readonly whereabouts: string;
}

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

/** The notices of an owner with their texts. */
function noticesOf(content: string, owner: string): { file: string; text: string }[] {
  const folder = owner === 'affairs' ? 'affairs' : assetFolder(owner).replace(/files\/$/, 'affairs');
  if (!existsSync(join(content, folder))) return [];
  return readdirSync(join(content, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ file: `${folder}/${name}`, text: read(content, `${folder}/${name}`) }));
}

const REDIRECTS = 'redirects.json';

const slugOf = (file: string) => file.replace(/^.*\//, '').replace(/\.\w+$/, '');

/** The pages that list an owner's notices. */
const listsOf = (owner: string): string[] =>
  owner === 'affairs' ? [paths.notices] : [paths.office(owner), paths.officeNotices(owner)];

const addressOfNotice = (owner: string, file: string): string =>
  owner === 'affairs' ? paths.cityNotice(slugOf(file)) : paths.notice(owner, slugOf(file));

/** Earlier addresses of a page, and the list of redirects without them: they would lead into nothing. */
function withoutRedirects(content: string, to: string): { writes: Map<string, string>; from: string[] } {
  if (!existsSync(join(content, REDIRECTS))) return { writes: new Map(), from: [] };
  const text = read(content, REDIRECTS);
  const raw: unknown = JSON.parse(text);
  const leading = namedIn(raw, ['redirects'], 'to', to, true);
  if (leading.length === 0) return { writes: new Map(), from: [] };
  const from = leading.flatMap(([, at]) => textAt(raw, ['redirects', at ?? 0, 'from']) ?? []);
  return { writes: new Map([[REDIRECTS, without(text, leading)]]), from };
}

function planNotice({ file, owner }: Item, { content }: Places): Plan {
  const own = noticeOf(read(content, file));
  const others = noticesOf(content, owner).filter((one) => one.file !== file);
  const kept = new Set(others.flatMap(({ text }) => noticeOf(text).attachments.map((one) => one.file)));
  const alone = own.attachments.filter((one) => !kept.has(one.file));
  const address = addressOfNotice(owner, file);
  const moved = withoutRedirects(content, address);
  return {
    writes: moved.writes,
    deletes: [
      file,
      ...alone.map((one) => assetFolder(owner) + one.file).filter((one) => existsSync(join(content, one))),
    ],
    gone: [address, ...moved.from, ...alone.map((one) => paths.attachment(owner, one.file))],
    stale: [],
    mentions: listsOf(owner),
    needles: [own.title, address, ...alone.flatMap((one) => [one.title, paths.attachment(owner, one.file)])],
  };
}

function planAttachment({ file, owner }: Item, { content }: Places): Plan {
  const name = file.replace(/^.*\//, '');
  const notices = noticesOf(content, owner);
  const changed = notices.flatMap((one) => {
    const text = withoutAttachment(one.text, name);
    return text === undefined ? [] : [[one.file, text] as const];
  });
  const titles = notices.flatMap(({ text }) =>
    noticeOf(text).attachments.flatMap((one) => (one.file === name ? one.title : [])),
  );
  const address = paths.attachment(owner, name);
  const stale = changed.map(([notice]) => addressOfNotice(owner, notice));
  const needles = [address, ...titles];
  return { writes: new Map(changed), deletes: [file], gone: [address], stale, mentions: [], needles };
}

/** The address of a photo as published. */
function photoAddress(content: string, file: string): string[] {
  const asset = existsSync(join(content, file)) ? assetAt(content, file) : undefined;
  return asset ? [...linkPhotos([asset]).values()].map(({ path }) => path) : [];
}

function planPhoto({ file, owner }: Item, { content }: Places): Plan {
  const staffFile = file.replace(/photos\/[^/]+$/, 'staff.json');
  const name = file.replace(/^.*\//, '');
  const text = existsSync(join(content, staffFile)) ? read(content, staffFile) : undefined;
  const gone = photoAddress(content, file);
  const writes =
    text === undefined ? new Map<string, string>() : new Map([[staffFile, withoutPhoto(text, name)]]);
  return { writes, deletes: [file], gone, stale: [paths.office(owner)], mentions: [], needles: gone };
}

/** Staff that no longer names a photo, nor says what it shows. */
function withoutPhoto(text: string, name: string): string {
  const raw = JSON.parse(text) as { people?: { photo?: string; photoAlt?: string }[] };
  const at = (raw.people ?? []).flatMap((one, index) => (one.photo === name ? [index] : []));
  return without(
    text,
    at.flatMap((index) => [
      ['people', index, 'photo'],
      ...(raw.people?.[index]?.photoAlt === undefined ? [] : [['people', index, 'photoAlt']]),
    ]),
  );
}

function planPerson({ file, owner, person = '' }: Item, places: Places): Plan {
  const text = read(places.content, file);
  const found = listAt(JSON.parse(text), ['people']).find((one) => textAt(one, ['id']) === person);
  if (!found) throw new UsageError(`${file} 里没有编号 ${person} 的人`);
  const photo = textAt(found, ['photo']);
  const photoFile = photo === undefined ? undefined : file.replace(/staff\.json$/, `photos/${photo}`);
  const hasPhoto = photoFile !== undefined && existsSync(join(places.content, photoFile));
  const whereabouts = file.replace(/staff\.json$/, 'whereabouts.json');
  const hasWhereabouts = existsSync(join(places.whereabouts, whereabouts));
  const gone = hasPhoto ? photoAddress(places.content, photoFile) : [];
  return {
    writes: new Map([
      [file, withoutPerson(text, person)],
      ...(hasWhereabouts
        ? [[whereabouts, withoutWhereabouts(read(places.whereabouts, whereabouts), person)] as const]
        : []),
    ]),
    deletes: hasPhoto ? [photoFile] : [],
    gone,
    stale: [paths.office(owner), paths.whereabouts(owner)],
    mentions: [],
    needles: [textAt(found, ['name']) ?? '', ...gone],
  };
}

const planWhereabouts = ({ file, owner }: Item): Plan => ({
  writes: new Map(),
  deletes: [file],
  gone: [],
  stale: [paths.whereabouts(owner), paths.office(owner)],
  mentions: [],
  needles: [],
});

const PLANS = {
  notice: planNotice,
  attachment: planAttachment,
  photo: planPhoto,
  person: planPerson,
  whereabouts: planWhereabouts,
} as const satisfies Record<Item['kind'], (item: Item, places: Places) => Plan>;

/** The plan for an item; `texts` are further words that must be found nowhere. */
export function planOf(item: Item, places: Places, texts: readonly string[]): Plan {
  const plan = PLANS[item.kind](item, places);
  return { ...plan, needles: [...new Set([...plan.needles, ...texts])].filter((one) => one.trim() !== '') };
}

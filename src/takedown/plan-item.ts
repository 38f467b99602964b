/** The plan for each kind of item. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { linkPhotos } from '../catalogue/photos.ts';
import { listAt, textAt } from '../catalogue/loose.ts';
import { UsageError } from '../command/command.ts';
import { jsonOf } from '../command/options.ts';
import { paths } from '../domain/urls.ts';
import { without, withoutPerson, withoutWhereabouts } from './edit.ts';
import { assetAt, type TakedownItem } from './item.ts';
import { planAttachment, planNotice } from './plan-notice.ts';
import { type TakedownFolders, type TakedownPlan, read } from './plan.ts';

/** The address of a photo as published. */
function photoAddress(content: string, file: string): string[] {
  const asset = existsSync(join(content, file)) ? assetAt(content, file) : undefined;
  return asset ? [...linkPhotos([asset]).values()].map(({ path }) => path) : [];
}

function planPhoto({ file, owner }: TakedownItem, { content }: TakedownFolders): TakedownPlan {
  const staffFile = file.replace(/photos\/[^/]+$/, 'staff.json');
  const name = file.replace(/^.*\//, '');
  const text = existsSync(join(content, staffFile)) ? read(content, staffFile) : undefined;
  const gone = photoAddress(content, file);
  const writes =
    text === undefined
      ? new Map<string, string>()
      : new Map([[staffFile, withoutPhoto(text, staffFile, name, content)]]);
  return { writes, deletes: [file], gone, stale: [paths.office(owner)], mentions: [], needles: gone };
}

/** Staff that no longer names a photo, nor says what it shows. */
function withoutPhoto(text: string, file: string, name: string, content: string): string {
  const raw = jsonOf(text, file, content) as { people?: { photo?: string; photoAlt?: string }[] };
  const at = (raw.people ?? []).flatMap((one, index) => (one.photo === name ? [index] : []));
  return without(
    text,
    at.flatMap((index) => [
      ['people', index, 'photo'],
      ...(raw.people?.[index]?.photoAlt === undefined ? [] : [['people', index, 'photoAlt']]),
    ]),
  );
}

function planPerson({ file, owner, person = '' }: TakedownItem, places: TakedownFolders): TakedownPlan {
  const text = read(places.content, file);
  const found = listAt(jsonOf(text, file, places.content), ['people']).find(
    (one) => textAt(one, ['id']) === person,
  );
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

const planWhereabouts = ({ file, owner }: TakedownItem): TakedownPlan => ({
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
} as const satisfies Record<
  TakedownItem['kind'],
  (item: TakedownItem, places: TakedownFolders) => TakedownPlan
>;

/** Words that are words, each once. */
const wordsIn = (texts: readonly string[]) => [...new Set(texts)].filter((one) => one.trim() !== '');

/** The plan for an item; `texts` are further words that must be found nowhere. */
export function planOf(item: TakedownItem, places: TakedownFolders, texts: readonly string[]): TakedownPlan {
  const plan = PLANS[item.kind](item, places);
  return { ...plan, needles: wordsIn([...plan.needles, ...texts]) };
}

/** The plan for an item whose file was put right by hand: it stays; whatever was made of it before must go. */
export function planOfCorrected(
  item: TakedownItem,
  places: TakedownFolders,
  texts: readonly string[],
): TakedownPlan {
  const { gone, stale, mentions } = PLANS[item.kind](item, places);
  const held = [...gone, ...stale];
  return { writes: new Map(), deletes: [], gone: [], stale: held, mentions, needles: wordsIn(texts) };
}

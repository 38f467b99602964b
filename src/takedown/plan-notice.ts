/** Taking down a notice, or a document that notices carry. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assetFolder } from '../catalogue/assets.ts';
import { textAt } from '../catalogue/loose.ts';
import { jsonOf } from '../command/options.ts';
import { noticeAddress, noticeLists } from '../domain/notice-places.ts';
import { paths } from '../domain/urls.ts';
import { namedIn, noticeOf, without, withoutAttachment } from './edit.ts';
import type { TakedownItem } from './item.ts';
import { type TakedownFolders, type TakedownPlan, read } from './plan.ts';

/** What may carry the documents of an owner, with its text: notices, and texts of guides. */
function carriersOf(content: string, owner: string): { file: string; text: string }[] {
  const own = assetFolder(owner).replace(/files\/$/, '');
  const folders = owner === 'affairs' ? ['affairs', 'services'] : [`${own}affairs`, `${own}services`];
  return folders
    .filter((folder) => existsSync(join(content, folder)))
    .flatMap((folder) => readdirSync(join(content, folder)).map((name) => `${folder}/${name}`))
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({ file, text: read(content, file) }));
}

const REDIRECTS = 'redirects.json';

const slugOf = (file: string) => file.replace(/^.*\//, '').replace(/\.\w+$/, '');

const addressOf = (owner: string, file: string): string =>
  /(?:^|\/)services\/[^/]+$/.test(file) ? paths.service(slugOf(file)) : noticeAddress(owner, slugOf(file));

/** Earlier addresses of a page, and the list of redirects without them: they would lead into nothing. */
function withoutRedirects(content: string, to: string): { writes: Map<string, string>; from: string[] } {
  if (!existsSync(join(content, REDIRECTS))) return { writes: new Map(), from: [] };
  const text = read(content, REDIRECTS);
  const raw = jsonOf(text, REDIRECTS, content);
  const leading = namedIn(raw, ['redirects'], 'to', to, true);
  if (leading.length === 0) return { writes: new Map(), from: [] };
  const from = leading.flatMap(([, at]) => textAt(raw, ['redirects', at ?? 0, 'from']) ?? []);
  return { writes: new Map([[REDIRECTS, without(text, leading)]]), from };
}

/** A notice goes with the documents that only it carries, and with the addresses that led to it. */
export function planNotice({ file, owner }: TakedownItem, { content }: TakedownFolders): TakedownPlan {
  const own = noticeOf(read(content, file));
  const others = carriersOf(content, owner).filter((one) => one.file !== file);
  const kept = new Set(others.flatMap(({ text }) => noticeOf(text).attachments.map((one) => one.file)));
  const alone = own.attachments.filter((one) => !kept.has(one.file));
  const address = noticeAddress(owner, slugOf(file));
  const moved = withoutRedirects(content, address);
  return {
    writes: moved.writes,
    deletes: [
      file,
      ...alone.map((one) => assetFolder(owner) + one.file).filter((one) => existsSync(join(content, one))),
    ],
    gone: [address, ...moved.from, ...alone.map((one) => paths.attachment(owner, one.file))],
    stale: [],
    mentions: noticeLists(owner),
    needles: [own.title, address, ...alone.flatMap((one) => [one.title, paths.attachment(owner, one.file)])],
  };
}

/** A document goes; what carries it stays. */
export function planAttachment({ file, owner }: TakedownItem, { content }: TakedownFolders): TakedownPlan {
  const name = file.replace(/^.*\//, '');
  const carriers = carriersOf(content, owner);
  const changed = carriers.flatMap((one) => {
    const text = withoutAttachment(one.text, name);
    return text === undefined ? [] : [[one.file, text] as const];
  });
  const titles = carriers.flatMap(({ text }) =>
    noticeOf(text).attachments.flatMap((one) => (one.file === name ? one.title : [])),
  );
  const address = paths.attachment(owner, name);
  const stale = changed.map(([one]) => addressOf(owner, one));
  const needles = [address, ...titles];
  return { writes: new Map(changed), deletes: [file], gone: [address], stale, mentions: [], needles };
}

/** Taking down a notice, or a document that notices carry. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assetFolder } from '../catalogue/assets.ts';
import { textAt } from '../catalogue/loose.ts';
import { noticeAddress, noticeLists } from '../domain/notice-places.ts';
import { paths } from '../domain/urls.ts';
import { namedIn, noticeOf, without, withoutAttachment } from './edit.ts';
import type { Item } from './item.ts';
import { type Places, type Plan, read } from './plan.ts';

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

/** A notice goes with the documents that only it carries, and with the addresses that led to it. */
export function planNotice({ file, owner }: Item, { content }: Places): Plan {
  const own = noticeOf(read(content, file));
  const others = noticesOf(content, owner).filter((one) => one.file !== file);
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

/** A document goes; the notices that carry it stay. */
export function planAttachment({ file, owner }: Item, { content }: Places): Plan {
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
  const stale = changed.map(([notice]) => noticeAddress(owner, slugOf(notice)));
  const needles = [address, ...titles];
  return { writes: new Map(changed), deletes: [file], gone: [address], stale, mentions: [], needles };
}

/** Addresses of pages that a proposal would make vanish, with where their readers would be led. */
import { placeFile } from '../catalogue/file-kind.ts';
import { addressOf } from '../kinds.ts';
import { leadsFor, type Lead } from '../domain/lead-on.ts';
import { paths } from '../domain/urls.ts';
import type { TreeFile } from './objects.ts';
import type { Proposal } from './proposal.ts';
import { inContent, type ContentPlace } from './place.ts';
import type { Side } from './sides.ts';

/** The pages that a file of the content makes. */
function pagesOf(file: string): string[] {
  const { placed } = placeFile(file);
  const address = placed && addressOf(placed.kind, placed.names);
  if (address === undefined) return [];
  const id = `${placed?.names['county']}/${placed?.names['office']}`;
  return placed?.kind === 'office' ? [address, paths.poster(id)] : [address];
}

const addressesOf = (files: readonly TreeFile[], place: ContentPlace): string[] =>
  files.flatMap(({ path }) => {
    const file = inContent(place, path);
    return file === undefined || file.startsWith('samples/') ? [] : pagesOf(file);
  });

/** What leads on already, or was taken down on purpose. */
const settled = ({ catalogue }: Side): string[] => [
  ...(catalogue?.redirects.map(({ from }) => from) ?? []),
  ...(catalogue?.withdrawn.map(({ url }) => url) ?? []),
];

/** Every address that goes without a word of where it leads; empty where the content cannot be read. */
export function vanishingOf({ before, after, changes }: Proposal, place: ContentPlace, side: Side): Lead[] {
  if (!side.catalogue || place.rest !== undefined) return [];
  const [was, is] = [addressesOf(before, place), addressesOf(after, place)];
  const there = new Set([...is, ...settled(side)]);
  const moved = new Map(
    changes.flatMap(({ from, path }) => {
      const [old, now] = [from, path].map((one) => one && inContent(place, one));
      const [[source], [target]] = [old ? pagesOf(old) : [], now ? pagesOf(now) : []];
      return source !== undefined && target !== undefined ? [[source, target] as const] : [];
    }),
  );
  const gone = was.filter((address) => !there.has(address));
  return leadsFor(gone, was, is).map(({ from, to }) => ({ from, to: moved.get(from) ?? to }));
}

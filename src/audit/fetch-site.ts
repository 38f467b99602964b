/** The pages of a site, from the address that a publisher typed, along its links, within bounds. */
import { decode } from './decode.ts';
import { fetchOnce, fetchWithin, PRIVATE_REMEDY, reasonOf } from './fetch.ts';
import { allowedBy } from './robots.ts';
import { readPage, type AuditPage } from './page.ts';
import type { Gathered } from './read-folder.ts';

export interface Limits {
  readonly pages: number;
  readonly seconds: number;
  readonly allowPrivate: boolean;
}

const PAGE_BYTES = 2 * 1024 * 1024;
const ALL_BYTES = 100 * 1024 * 1024;
/** What is no page. */
const OTHER =
  /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|jpe?g|png|gif|webp|svg|ico|mp[34]|avi|css|js|json|xml|txt|md|csv|ics|vcf|geojson|webmanifest|woff2?|apk|exe)$/i;

const DATA = ['data/disclosure.json'];

const follow = (start: URL, { allowPrivate }: Limits, bytes: number, signal: AbortSignal) =>
  fetchWithin(start, { bytes, signal, allowPrivate, remedy: PRIVATE_REMEDY });

/** The pages that a page leads to: of the same origin, without their anchors. */
function linked({ links }: AuditPage, from: URL): URL[] {
  return links.flatMap(({ to, picture }) => {
    if (picture || !URL.canParse(to, from)) return [];
    const url = new URL(to, from);
    url.hash = '';
    return url.origin === from.origin && !OTHER.test(url.pathname) ? [url] : [];
  });
}

/** Addresses yet to be read: those below the one that was typed come first. */
class Queue {
  private readonly near: URL[] = [];
  private readonly far: URL[] = [];
  private readonly known = new Set<string>();
  private readonly folder: string;
  constructor(start: URL) {
    this.folder = start.pathname.replace(/[^/]*$/, '');
    this.add(start);
  }
  add(url: URL) {
    if (this.known.has(url.href)) return;
    this.known.add(url.href);
    (url.pathname.startsWith(this.folder) ? this.near : this.far).push(url);
  }
  next = (): URL | undefined => this.near.shift() ?? this.far.shift();
  rest = (): URL[] => [...this.near, ...this.far];
}

/** The data files that a site of ours would have below the address. */
async function dataOf(start: URL, limits: Limits, signal: AbortSignal) {
  const found = await Promise.all(
    DATA.map(async (name) => {
      try {
        const { status, bytes } = await follow(
          new URL(name, new URL('.', start)),
          limits,
          10 * PAGE_BYTES,
          signal,
        );
        return status === 200 ? [{ name, text: decode(bytes, 'charset=utf-8') }] : [];
      } catch {
        return [];
      }
    }),
  );
  return found.flat();
}

/** What the site lets be read; everything where it does not say. */
async function manners(start: URL, { allowPrivate }: Limits, signal: AbortSignal) {
  const bounds = { bytes: PAGE_BYTES, signal, allowPrivate, remedy: PRIVATE_REMEDY, types: /^text\/plain/i };
  try {
    const { bytes } = await fetchOnce(new URL('/robots.txt', start), bounds);
    return allowedBy(decode(bytes, 'charset=utf-8'));
  } catch {
    return () => true;
  }
}

/** Reads a site, one page after another, until everything is read or a bound is met. */
export async function gatherSite(
  start: URL,
  limits: Limits,
  tell: (text: string) => void,
): Promise<Gathered> {
  const signal = AbortSignal.timeout(limits.seconds * 1000);
  const queue = new Queue(start);
  const pages: AuditPage[] = [];
  const unread: { address: string; why: string }[] = [];
  const isAllowed = await manners(start, limits, signal);
  let bytes = 0;
  while (pages.length < limits.pages && bytes < ALL_BYTES && !signal.aborted) {
    const url = queue.next();
    if (!url) break;
    if (!isAllowed(url)) {
      unread.push({ address: url.href, why: '网站的 robots.txt 不让读' });
      continue;
    }
    try {
      const fetched = await follow(url, limits, PAGE_BYTES, signal);
      bytes += fetched.bytes.length;
      // What is nowhere can hold nothing, unless it is what was asked for.
      if (![200, ...(url === start ? [] : [404, 410])].includes(fetched.status))
        unread.push({ address: url.href, why: `服务器答复 ${fetched.status}` });
      if (fetched.status !== 200 || !/html/i.test(fetched.type)) continue;
      const page = readPage(fetched.url.href, decode(fetched.bytes, fetched.type));
      if (!pages.some(({ address }) => address === page.address)) pages.push(page);
      for (const one of linked(page, fetched.url)) queue.add(one);
      if (pages.length % 50 === 0) tell(`已读 ${pages.length} 页 ……`);
    } catch (error) {
      unread.push({ address: url.href, why: reasonOf(error) });
    }
  }
  const why = signal.aborted ? '超时，没有读到' : '到了页数或字节的上限';
  const left = queue.rest().map((url) => ({ address: url.href, why }));
  return { pages, unread: [...unread, ...left], data: await dataOf(start, limits, signal) };
}

/** One request to the site that was named: bounded in bytes and time, never into a private network. */
import { lookup } from 'node:dns';
import { request as plain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { AGENT } from './robots.ts';

const PRIVATE = new BlockList();
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(address, bits, 'ipv4');

/** Addresses of a house, a machine or nobody. Of IPv6 only global unicast is public, without what wraps IPv4. */
export function isPrivate(address: string): boolean {
  if (isIP(address) === 4) return PRIVATE.check(address, 'ipv4');
  return !/^[23]/.test(address) || /^(?:2001:0?:|2001::|2002:|2001:0?db8)/i.test(address);
}

class Refused extends Error {}

const refusal = (host: string, remedy: string) => new Refused(`${host} 在内部网络里，不读。${remedy}`);

/** Looks a name up and refuses what leads inside, at the very moment of connecting. */
const publicLookup =
  (remedy: string): NonNullable<RequestOptions['lookup']> =>
  (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '');
      if (found.length === 0 || found.some(({ address }) => isPrivate(address)))
        return done(refusal(host, remedy), '');
      const [first] = found;
      return options.all ? done(null, found) : done(null, first?.address ?? '', first?.family);
    });

interface Fetched {
  readonly status: number;
  readonly type: string;
  /** Where it leads on. */
  readonly location?: string;
  readonly bytes: Uint8Array;
}

/** What whoever types a command does to have an inside address read. */
export const PRIVATE_REMEDY = '确实要读自己内部的网站，加 --allow-private';

interface Bounds {
  readonly bytes: number;
  readonly signal: AbortSignal;
  readonly allowPrivate: boolean;
  /** The types whose bytes are wanted; pages and data by themselves. */
  readonly types?: RegExp;
  /** What whoever wants to read an inside address does. */
  readonly remedy: string;
}

async function readBody(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response) {
    size += (part as Uint8Array).length;
    if (size > most) {
      response.destroy();
      throw new Refused(`超过${Math.round(most / 1024)}KB`);
    }
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts);
}

/** Gets an address once; redirects are the caller's to judge. */
export async function fetchOnce(
  url: URL,
  { bytes, signal, allowPrivate, remedy, types = /html|json/i }: Bounds,
): Promise<Fetched> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) && isPrivate(host)) throw refusal(host, remedy);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const send = url.protocol === 'https:' ? secure : plain;
    send(
      url,
      {
        signal,
        agent: false,
        headers: {
          accept: 'text/html, application/json',
          'accept-encoding': 'identity',
          'user-agent': AGENT,
        },
        ...(!allowPrivate && { lookup: publicLookup(remedy) }),
      },
      resolve,
    )
      .on('error', reject)
      .end();
  });
  const { statusCode: status = 0, headers } = response;
  const type = headers['content-type'] ?? '';
  const packed = headers['content-encoding'] ?? 'identity';
  const wanted = status === 200 && types.test(type);
  if (!wanted || packed !== 'identity') response.destroy();
  if (wanted && packed !== 'identity') throw new Refused(`网页压缩成了 ${packed}，没有要求压缩`);
  const body = wanted ? await readBody(response, bytes) : new Uint8Array();
  return { status, type, bytes: body, ...(headers.location && { location: headers.location }) };
}

const PAGE_SECONDS = 15;
const REDIRECTS = 5;

/** Gets an address, following redirects within its origin. */
export async function fetchWithin(start: URL, bounds: Bounds): Promise<Fetched & { url: URL }> {
  let url = start;
  for (let step = 0; step <= REDIRECTS; step += 1) {
    const signal = AbortSignal.any([bounds.signal, AbortSignal.timeout(PAGE_SECONDS * 1000)]);
    const fetched = await fetchOnce(url, { ...bounds, signal });
    if (fetched.status < 300 || fetched.status >= 400 || !fetched.location) return { ...fetched, url };
    const next = new URL(fetched.location, url);
    if (next.origin !== start.origin) throw new Refused(`转到了别的网站 ${next.origin}`);
    url = next;
  }
  throw new Refused(`转了${REDIRECTS}次还没有到`);
}

/** Why an address could not be read, for people. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof Refused) return error.message;
  if (error instanceof Error && /Abort|Timeout/.test(error.name)) return '超时';
  return '连不上';
};

/** A request to take something down: it goes to the bureau alone, and nothing that others can read names what it is. */
import { fingerprint } from '../../domain/fingerprint.ts';
import { manual } from '../../domain/manuals.ts';
import type { Forge } from '../../forges/types.ts';

export interface TakedownRequest {
  readonly office: string;
  readonly officeName: string;
  readonly today: string;
  /** The page or the file, in the clerk's words. */
  readonly where: string;
  /** What should not be public, in the clerk's words. */
  readonly what: string;
}

interface Requested {
  /** To be named on the telephone, in place of what it is about. */
  readonly number: string;
  /** Where the bureau finds it; undefined where the platform keeps nothing from its readers. */
  readonly url?: string | undefined;
  /** The same to be handed over. */
  readonly file: { readonly name: string; readonly text: string };
}

/** All that may be said of a request where others can read it. */
export const traceOf = (number: string): string => `撤下申请 ${number}`;

const textOf = ({ office, officeName, today, where, what }: TakedownRequest, number: string): string =>
  [
    traceOf(number),
    `司法所：${officeName}（${office}）`,
    `日期：${today}`,
    `在哪里：${where}`,
    `什么不该公开：${what}`,
    '',
    `这份申请只交给司法局，不要转发，不要贴到合并请求、议题里。司法局收到后按${manual('takedown')}办，办完删掉。`,
    '',
  ].join('\n');

/** Sends the request where only the bureau reads it, once however often; and makes the file to hand over. */
export async function requestTakedown(
  forge: Pick<Forge, 'tellPrivately'>,
  request: TakedownRequest,
): Promise<Requested> {
  const { office, where, what } = request;
  const number = fingerprint([office, where, what]).slice(0, 8);
  const text = textOf(request, number);
  const file = { name: `撤下申请-${number}.txt`, text };
  const told = await forge.tellPrivately?.(traceOf(number), text);
  return { number, ...(told && { url: told.url }), file };
}

/**
 * On every page, when everything else has come: has the service worker keep what was seen once the phone is idle, and
 * says on a page that is a kept copy how old it is. Without a worker (plain http, old phones, a reader's wish) nothing
 * happens.
 */
import { NO_COUNTY, WORKER, countyIn, type ToWorker } from '../domain/offline.ts';
import { officeId } from '../domain/my-office.ts';
import { paths, withBase } from '../domain/urls.ts';
import { element } from './element.ts';
import { keptOffice } from './kept-office.ts';

const base = import.meta.env.BASE_URL;

/** Data of the line, where the browser tells. */
interface Line {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** Whether the line and the reader's settings allow to fetch ahead. */
function mayFetchAhead(): boolean {
  const { connection } = navigator as { connection?: Line };
  return !connection?.saveData && !/2g/.test(connection?.effectiveType ?? '');
}

/** Says above the content that this is a copy, and of when. */
function showAge(instant: string): void {
  // Made only here: making it costs a phone more than all other scripts of a page.
  const told = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const text = `网络不通或者太慢，这是${told.format(new Date(instant))}保存的内容，可能不是最新的。`;
  document.querySelector('main .wrap')?.prepend(element('p', { class: 'note', role: 'status' }, [text]));
}

function ask(worker: ServiceWorker, question: ToWorker): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => data && showAge(data as string);
  worker.postMessage(question, [port2]);
}

const within = (address: string) => new URL(address).pathname.slice(base.length - 1);

/** What the page loaded, and behind it the page: all of it came past the worker. */
const loaded = () =>
  [...performance.getEntriesByType('resource').map(({ name }) => name), location.href]
    .filter((address) => address.startsWith(location.origin + base))
    .map(within);

async function start(container: ServiceWorkerContainer): Promise<void> {
  const seen = container.controller ? [] : loaded();
  await container.register(withBase(base, WORKER));
  const { active } = await container.ready;
  const own = countyIn(within(location.href)) ?? officeId(keptOffice())?.split('/')[0] ?? NO_COUNTY;
  // Who looks at what is kept may be about to have it forgotten.
  const here = within(location.href) !== paths.offline;
  const county = here && mayFetchAhead() ? own : undefined;
  active?.postMessage({ ask: 'keep', county, seen } satisfies ToWorker);
}

const whenIdle = (act: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(act, { timeout: 5000 }) : setTimeout(act, 1000);

/** Has what the reader sees kept, and says how old a kept copy is. */
export function keepPages(): void {
  if (!('serviceWorker' in navigator)) return;
  const container = navigator.serviceWorker;
  if (container.controller) ask(container.controller, { ask: 'age' });
  // A worker that cannot be had leaves the page as it is.
  whenIdle(() => void start(container).catch(() => {}));
}

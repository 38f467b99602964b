/**
 * `<offline-pages>`: lists what this phone has kept, and can forget all of it. Without script or where nothing is kept,
 * the words and numbers around it stand alone.
 */
import { inWords, dateInShanghai } from '../domain/dates.ts';
import { storeOf, type ToWorker } from '../domain/offline.ts';
import { paths } from '../domain/urls.ts';
import { element } from './element.ts';
import { keepOffice } from './kept-office.ts';

const base = import.meta.env.BASE_URL;

interface Kept {
  readonly path: string;
  readonly title: string;
  /** Empty where the server gave none. */
  readonly day: string;
}

const GROUPS = [
  { title: '司法所', holds: (path: string) => path.startsWith(paths.offices) },
  { title: '办事指南', holds: (path: string) => path.startsWith(paths.services) },
  { title: '其他', holds: () => true },
] as const;

const titleIn = (html: string) => /<title>([^<｜]+)/.exec(html)?.[1]?.trim();

async function readKept(store: Cache, request: Request): Promise<Kept | undefined> {
  const response = await store.match(request);
  const title = titleIn((await response?.text()) ?? '');
  const date = response?.headers.get('date');
  const day = date ? inWords(dateInShanghai(new Date(date))) : '';
  return title ? { path: new URL(request.url).pathname, title, day } : undefined;
}

async function allKept(): Promise<Kept[]> {
  const store = await caches.open(storeOf(base, 'pages'));
  const found = await Promise.all((await store.keys()).map((request) => readKept(store, request)));
  return found.filter((one) => one !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1));
}

const line = ({ path, title, day }: Kept) =>
  element('li', {}, [
    element('a', { href: path }, [title]),
    ...(day ? [element('small', { class: 'soft' }, [`${day}保存`])] : []),
  ]);

/** Each page stands in the first group that holds it. */
function sections(kept: readonly Kept[]): HTMLElement[] {
  const groupOf = ({ path }: Kept) => GROUPS.find(({ holds }) => holds(path.slice(base.length - 1)));
  return GROUPS.flatMap((group) => {
    const own = kept.filter((one) => groupOf(one) === group);
    if (own.length === 0) return [];
    const list = element('ul', { class: 'roomy summary' }, own.map(line));
    return [element('section', { class: 'flow' }, [element('h3', {}, [group.title]), list])];
  });
}

/** Has the worker forget everything; resolves when it has. */
function forget(worker: ServiceWorker): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = () => done();
    worker.postMessage({ ask: 'forget' } satisfies ToWorker, [port2]);
  });
}

class OfflinePages extends HTMLElement {
  connectedCallback(): void {
    if ('caches' in window) void this.show().catch(() => {});
  }

  async show(): Promise<void> {
    const kept = await allKept();
    if (kept.length === 0) return;
    const status = element('p', { role: 'status' }, [`手机里保存了${kept.length}页，没有网络也能看：`]);
    this.replaceChildren(status, ...sections(kept), ...this.clearing(status));
  }

  /** A button, where there is a worker to do it. */
  private clearing(status: HTMLElement): HTMLElement[] {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return [];
    const button = element('button', { type: 'button', class: 'button' }, ['删除保存的内容']);
    button.onclick = async () => {
      await forget(worker);
      keepOffice(undefined);
      this.replaceChildren(status);
      status.textContent = '保存的内容已经删除。';
    };
    return [button];
  }
}

customElements.define('offline-pages', OfflinePages);

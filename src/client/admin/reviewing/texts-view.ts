/** The whole new texts of a request, each as its page will show it, and its new photos. */
import { toBase64, toText } from '../../../forges/base64.ts';
import { element } from '../../element.ts';
import { note } from '../ui.ts';
import type { Desk, Waiting } from './waiting.ts';

/** Longer ones are opened by whoever reads them. */
const LONG = 1200;

const isText = (path: string) => /\.md$/.test(path);
const PHOTO = /\/photos\/([^/]+)\.(jpe?g|png|webp)$/;

async function photoAt({ forge }: Desk, path: string, head: string): Promise<HTMLElement[]> {
  const [, name = '', ending = ''] = PHOTO.exec(path) ?? [];
  const stored = await forge.read(path, head);
  if (!stored) return [];
  const type = `image/${ending.replace('jpg', 'jpeg')}`;
  const picture = {
    src: `data:${type};base64,${toBase64(stored.bytes)}`,
    alt: `照片 ${name}`,
    class: 'photo',
  };
  return [element('p', {}, [element('img', picture)])];
}

async function textAt(desk: Desk, path: string, head: string): Promise<HTMLElement[]> {
  const stored = await desk.forge.read(path, head);
  if (!stored) return [];
  const text = toText(stored.bytes);
  const { fileAsRead } = await import('./file-as-read.ts');
  const { title, parts } = fileAsRead(text, desk.today);
  const fold = element('details', { ...(text.length <= LONG && { open: '' }) }, [
    element('summary', {}, [`全文：${title}`]),
    element('div', { class: 'as-read' }, [element('div', { class: 'page' }, parts)]),
  ]);
  // A link in it would lead away from what is being looked at.
  fold.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
  });
  return [fold];
}

/** A place that fills itself with the texts, of the commit that was listed. */
export function textsView(desk: Desk, { request, paths }: Waiting): HTMLElement[] {
  const texts = paths.filter((path) => isText(path) || PHOTO.test(path));
  const others = paths.filter((path) => !texts.includes(path) && !/\.json$/.test(path));
  const unshown = others.map((path) => path.split('/').at(-1)).join('、');
  const told = others.length > 0 ? [note(`这里不显示、请到代码平台上看的：${unshown}。`)] : [];
  if (texts.length === 0) return told;
  const place = element('div', { class: 'texts' }, ['正在取全文、照片……']);
  Promise.all(texts.map((path) => (isText(path) ? textAt : photoAt)(desk, path, request.head))).then(
    (found) => place.replaceChildren(...found.flat()),
    () => place.replaceChildren('全文、照片没有取到，请到代码平台上看。'),
  );
  return [place, ...told];
}

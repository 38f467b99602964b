/** For something on the site that should not be public: the way to the bureau that nobody else reads. */
import type { Forge } from '../../forges/types.ts';
import { element } from '../element.ts';
import { download } from './package.ts';
import { requestTakedown, type TakedownRequest } from './takedown-request.ts';
import { workButton } from './ui.ts';

interface Needs {
  readonly forge: Forge;
  readonly about: Pick<TakedownRequest, 'office' | 'officeName' | 'today'>;
  readonly say: (text: string) => void;
}

const WORDS =
  '网站上有不该公开的（个人信息、没有审查过的），马上打电话给县（市、区）司法局。不要在合并请求、公告、补充说明里提它是什么：那些都是公开的。写在这里的不存草稿，不进合并请求，只交给司法局。';

export function takedownPart({ forge, about, say }: Needs): HTMLElement {
  const where = element('input', { id: 'takedown-where', type: 'text', autocomplete: 'off' });
  const what = element('textarea', { id: 'takedown-what', rows: '3', autocomplete: 'off' });
  const labelled = (label: string, input: HTMLElement) =>
    element('div', { class: 'field' }, [element('label', { for: input.id }, [label]), input]);
  const hand = async () => {
    if (!where.value.trim()) return say('先写在哪一页。');
    const request = { ...about, where: where.value.trim(), what: what.value.trim() };
    const made = await requestTakedown(forge, request).catch(() => requestTakedown({}, request));
    if (made.url === undefined) download(made.file.name, made.file.text, 'text/plain;charset=utf-8');
    [where.value, what.value] = ['', ''];
    say(
      made.url === undefined
        ? `撤下申请已经下载。请当面或者用内部渠道交给司法局，电话里只说编号 ${made.number}。`
        : `已经交给司法局，别人看不到。再打个电话，只说编号 ${made.number}。`,
    );
  };
  return element('details', { class: 'sheets' }, [
    element('summary', {}, ['网站上有不该公开的内容？']),
    element('p', {}, [WORDS]),
    labelled('在哪一页、哪个文件', where),
    labelled('什么不该公开', what),
    workButton('交给司法局', hand, 'plain'),
  ]);
}

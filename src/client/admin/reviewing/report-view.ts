/** What the gate says of a request, as a reviewer reads it. */
import { asWritten, partIn, reasonsIn } from '../../../forges/report-read.ts';
import { element } from '../../element.ts';
import { listOf } from '../ui.ts';

/** The gate writes what changes as a list of files, each with a list of fields. */
function changes(part: string): HTMLElement[] {
  const files: { readonly name: string; readonly fields: string[] }[] = [];
  for (const line of part.split('\n')) {
    const [, indent, text = ''] = /^(\s*)- (.+)$/.exec(line) ?? [];
    if (indent === undefined) continue;
    const told = asWritten(text);
    if (indent === '') files.push({ name: told, fields: [] });
    else files.at(-1)?.fields.push(told);
  }
  const item = ({ name, fields }: (typeof files)[number]) =>
    element('li', {}, [name, ...(fields.length > 0 ? [listOf(fields)] : [])]);
  return files.length > 0 ? [element('h4', {}, ['改了什么']), element('ul', {}, files.map(item))] : [];
}

/** What else is to be looked at; conflicts and addresses are told by themselves. */
const remarksIn = (report: string): string[] =>
  [...report.matchAll(/^- (! .+|另有\d+处.+)$/gm)]
    .map(([, remark = '']) => asWritten(remark.replace(/^! /, '')))
    .filter((remark) => !/^网址 \/|第 \d+ 号修改也改了/.test(remark));

/** What it does to the disclosure, as the gate tells it in a table. */
function effect(report: string): HTMLElement[] {
  const parts = [...report.matchAll(/^### 对公开情况的影响$[\s\S]*?(?=^### |(?![\s\S]))/gm)];
  const table = parts.map(([part]) => part).find((part) => part.includes('|')) ?? '';
  const body = table.replace(/^#+ .*$/gm, (line) => `**${line.replace(/^#+ /, '')}**`);
  if (!body) return [];
  const prose = element('div', { class: 'prose' });
  void import('../notices/preview.ts').then(
    ({ bodyAsRead }) => (prose.innerHTML = bodyAsRead(body, 3)),
    () => undefined,
  );
  return [prose];
}

/** The report in its parts; the texts of notices stand beside it. */
export function reportView(report: string): HTMLElement[] {
  const reasons = reasonsIn({ report }).map(asWritten);
  const remarks = remarksIn(report);
  return [
    ...(reasons.length > 0 ? [element('h4', {}, ['要改的']), listOf(reasons)] : []),
    ...changes(partIn(report, '改了什么')),
    ...(remarks.length > 0 ? [element('h4', {}, ['请核对']), listOf(remarks)] : []),
    ...effect(report),
  ];
}

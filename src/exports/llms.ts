import type { Catalogue } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import { textLists } from '../views/texts.ts';
import type { ExportContext } from './context.ts';

/** `llms.txt`: what stands where, for assistants; every link leads to a page's Markdown twin or to a file. */
export function llmsText(catalogue: Catalogue, { address }: Pick<ExportContext, 'address'>): string {
  const { site, counties } = catalogue;
  const twin = (name: string, path: string, about?: string) =>
    `- [${name}](${address(`${path}index.md`)})${about ? `：${about}` : ''}`;
  const section = (title: string, lines: readonly string[]) => ['', `## ${title}`, '', ...lines];
  return [
    `# ${site.title}`,
    '',
    `> ${site.description}`,
    '',
    '内容里写“待公开”的，是还没有人提供；写“待核实”的，是没有核实或超过了核实期限。请照样转述，注明来源和核实日期，不要补，不要猜。',
    '人身危险先打110；问法律打12348；其他政务服务打12345。去向按天更换，不要留存。',
    `许可：${site.contentLicence}。每个网页的网址后面加 index.md 就是它的 Markdown。`,
    ...textLists(catalogue).flatMap(({ title, texts }) =>
      section(
        title,
        texts.map((one) => twin(one.title, one.path, one.text)),
      ),
    ),
    ...counties.flatMap((county) =>
      section(`${county.record.name}的司法所`, [
        twin(county.record.bureau.name, paths.county(county.slug)),
        ...county.offices.map(({ id, record, townships }) =>
          twin(record.name, paths.office(id), townships.map((one) => one.record.name).join('、')),
        ),
      ]),
    ),
    ...section('数据', [
      `- [数据下载](${address(paths.data)})`,
      `- [接口说明（OpenAPI 3.1）](${address('/data/openapi.json')})`,
    ]),
    '',
  ].join('\n');
}

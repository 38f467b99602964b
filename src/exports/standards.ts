import type { Catalogue } from '../catalogue/types.ts';
import { measureCatalogue, type MeasuredOffice } from '../domain/standards/measure.ts';
import { GRADE_WORDS } from '../domain/standards/find.ts';
import { paths } from '../domain/urls.ts';
import { csv } from './csv.ts';
import type { ExportContext } from './context.ts';

const HEADER = [
  '县（市、区）',
  '司法所',
  '编号',
  '指标',
  '指标编号',
  '2018年方案条款',
  '结果',
  '报告的情况',
  '有效至',
  '来源',
  '核实日期',
  '网址',
  '计算时间',
  '内容指纹',
  '许可',
] as const;

/** `data/standards.csv`: a line per office and measure; undefined where the city does not publish its standards. */
export function standardsCsv(
  catalogue: Catalogue,
  settings: Pick<ExportContext, 'address' | 'digest' | 'now'>,
): string | undefined {
  const measured = measureCatalogue(catalogue, settings.now);
  if (!measured) return undefined;
  const line = ({ office, cells }: MeasuredOffice) =>
    cells.map(({ measure, grade, value, until }) => [
      office.county.record.name,
      office.record.name,
      office.id,
      measure.title,
      measure.id,
      measure.clause,
      GRADE_WORDS[grade],
      value,
      until,
      office.record.provenance.standards?.source,
      office.record.provenance.standards?.verifiedOn,
      settings.address(paths.office(office.id)),
    ]);
  const rows = measured.counties.flatMap(({ offices }) => offices.flatMap(line));
  const inputs = settings.digest(JSON.stringify(rows));
  return csv(
    HEADER,
    rows.map((row) => [...row, measured.asOf, inputs, catalogue.site.contentLicence]),
  );
}

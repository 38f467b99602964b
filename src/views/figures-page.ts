import type { Office } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import type { ToldStatistics } from '../domain/suppression.ts';
import { officeCrumbs } from './notices.ts';

/** The figures of an office that reports any: a page of its own, so that the office's stays light. */
export const withFigures = ({
  statistics,
}: Office): { params: object; props: { statistics: ToldStatistics } }[] =>
  statistics ? [{ params: {}, props: { statistics } }] : [];

/** What the frame is told of that page. */
export const figuresPage = (office: Office) => ({
  title: `${office.sample ? '示例：' : ''}${office.record.name}每月工作量`,
  description: `${office.record.name}每月的咨询、调解、宣传等数量，有图有表。`,
  path: paths.figures(office.id),
  crumbs: [...officeCrumbs(office), { name: '每月工作量' }],
});

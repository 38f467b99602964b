import type { Office } from '../../catalogue/types.ts';
import { paths } from '../../domain/urls.ts';
import { officeCrumbs } from '../notices.ts';

/** What the page of a board says of itself. */
export const posterPage = (office: Office) => ({
  title: `${office.sample ? '示例：' : ''}${office.record.name}公示栏`,
  description: `${office.record.name}的公示栏：职能、办事、人员、去向、所务在一张纸上，打印出来贴在墙上用。`,
  path: paths.poster(office.id),
  crumbs: [...officeCrumbs(office), { name: '公示栏' }],
});

import type { Catalogue } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';

/** The words of a picture that stands for a page in chats. */
export interface ShareCard {
  /** Where the picture is published, below the base. */
  readonly path: string;
  readonly above: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly below: string;
  /** What the publisher wants every reader to know first. */
  readonly notice: string | undefined;
}

const OFFICE_LINES = ['地址　电话　办公时间', '办事指南　人员　去向　所务'];
const SITE_LINES = ['按村、社区、乡镇找司法所', '办事指南　四公开'];

/** One picture for the site, and one for each real office. */
export function shareCards({ site, offices }: Catalogue): ShareCard[] {
  const common = { below: site.title, notice: site.notice };
  return [
    {
      path: paths.sharePicture(),
      above: site.city.name,
      title: site.shortTitle,
      lines: SITE_LINES,
      ...common,
    },
    ...offices.map(({ id, record, county }) => ({
      path: paths.sharePicture(id),
      above: [...new Set([site.city.name, county.record.name])].join('　'),
      title: record.shortName,
      lines: OFFICE_LINES,
      ...common,
    })),
  ];
}

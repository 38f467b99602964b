import type { Catalogue, Office } from '../../catalogue/types.ts';
import { inWords } from '../../domain/dates.ts';
import type { History } from '../../domain/history.ts';
import { paths } from '../../domain/urls.ts';
import { officeCrumbs } from '../notices.ts';
import type { HistoryLine } from './texts.ts';
import { officePast, type OfficePast } from './pasts.ts';

const NOT_RELEASED = '还没有发布日期的修改';

/** From when on a reader finds here what changed, and why not earlier. */
function reachOf({ known, moments }: History, { since }: OfficePast): string[] {
  if (known === 'none') return ['生成这一版时没有带上修改记录，所以这里列不出以前改过什么。'];
  const part = known === 'part' ? ['生成这一版时只取到一部分修改记录，更早的没有列出。'] : [];
  if (since === undefined)
    return [
      moments.some(({ date }) => date !== undefined)
        ? '以前的记录不再提供，从下一次发布起，改了什么写在这里。'
        : '还没有发布记录；有了第一次记录，以后改了什么写在这里。',
      ...part,
    ];
  const first = moments.find(({ date }) => date !== undefined)?.date;
  const cut = first !== undefined && since > first ? ['更早的不再提供。'] : [];
  return [`从${inWords(since)}发布的一版起可查。`, ...cut, ...part];
}

/** What `/offices/<county>/<office>/history/` says: what changed for readers, newest first, as far as it reaches. */
export function historyView(office: Office, catalogue: Catalogue, history: History) {
  const { id, record } = office;
  const past = officePast(catalogue, history, id);
  const releases = past.releases
    .filter(({ lines }) => lines.length > 0)
    .map(({ date, lines }) => ({
      date,
      title: date === undefined ? NOT_RELEASED : inWords(date),
      lines: lines.map(shown),
    }))
    .toReversed();
  return {
    name: record.name,
    shortName: record.shortName,
    title: `${record.name}改过什么`,
    description: `${record.name}公开的电话、地址、办公时间、公告等哪天改了什么，来源是谁。`,
    path: paths.history(id),
    office: paths.office(id),
    crumbs: [...officeCrumbs(office), { name: '改过什么' }],
    reach: reachOf(history, past),
    same: past.since !== undefined && releases.length === 0,
    releases,
  };
}

const shown = ({ text, source, verifiedOn, path }: HistoryLine) => ({
  text,
  path,
  from: sourceInWords({ source, verifiedOn }),
});

/** Whose word a line is, and when it was checked. */
export const sourceInWords = ({
  source,
  verifiedOn,
}: Pick<HistoryLine, 'source' | 'verifiedOn'>): string | undefined =>
  source && `来源：${source}${verifiedOn ? `，${inWords(verifiedOn)}核实` : ''}`;

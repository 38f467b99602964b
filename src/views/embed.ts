import type { Catalogue, Office } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import { answerView } from './answer.ts';
import { openNowData } from './open-now.ts';

/** An office as other sites show it: the answer of its page, nothing of people. */
export function embedView(office: Office, catalogue: Catalogue, today: string) {
  const { record, id } = office;
  const { call, address, week, lacking, closed } = answerView(office, catalogue, today);
  return {
    name: record.name,
    path: paths.office(id),
    status: record.status.state === 'normal' ? undefined : record.status.text,
    openNow: openNowData(office, catalogue),
    call,
    address,
    week,
    lacking: closed ? [] : lacking.filter((one) => one === '电话' || one === '地址' || one === '办公时间'),
  };
}

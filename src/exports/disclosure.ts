import type { Catalogue } from '../catalogue/types.ts';
import {
  assessCatalogue,
  linkOf,
  tally,
  type Assessed,
  type AssessedOffice,
} from '../domain/disclosure/assess.ts';
import { noteOf, wordOf } from '../domain/disclosure/evidence.ts';
import { DISCLOSURES } from '../domain/disclosure/four.ts';
import { paths } from '../domain/urls.ts';
import { csv } from './csv.ts';

/** What a file about a day says of itself (design §5). */
export interface DatedSettings {
  /** The revision of the content that the file was made from. */
  readonly generatedFrom: string;
  /** Makes a path of the site an address that others can open. */
  readonly address: (path: string) => string;
  /** The instant that states are computed for. */
  readonly now: Date;
}

const NOTE =
  'state：published 已公开，stale 待核实或待更新（见 reason），missing 待公开，not-applicable 不适用。until 是不再更新时仍算已公开的最后一天；inherited 是全市或县级统一内容。';

type Address = DatedSettings['address'];

const cellData = (office: string, assessed: Assessed, address: Address) => {
  const { evidence } = assessed;
  return {
    item: assessed.item.id,
    state: evidence.state,
    ...('reason' in evidence && { reason: evidence.reason }),
    ...('on' in evidence && { on: evidence.on }),
    ...('since' in evidence && { since: evidence.since }),
    ...('until' in evidence && { until: evidence.until }),
    ...('inherited' in evidence && { inherited: evidence.inherited }),
    ...(noteOf(evidence) !== undefined && { note: noteOf(evidence) }),
    link: address(linkOf(office, assessed)),
  };
};

const officeData = ({ office, cells }: AssessedOffice, address: Address) => ({
  id: office.id,
  name: office.record.name,
  county: office.county.record.name,
  url: address(paths.office(office.id)),
  counts: tally(cells),
  cells: cells.map((one) => cellData(office.id, one, address)),
});

/**
 * `data/disclosure.json`: every item at every real office. The build and the fast lane both make it of a whole
 * catalogue, so that new whereabouts change the cells of the day and nothing else.
 */
export function disclosureJson(catalogue: Catalogue, { generatedFrom, address, now }: DatedSettings): string {
  const { asOf, items, counties } = assessCatalogue(catalogue, now);
  const offices = counties.flatMap((one) => one.offices);
  const data = {
    title: `${catalogue.site.city.name}司法所“四公开”情况`,
    generatedFrom,
    licence: catalogue.site.contentLicence,
    asOf,
    note: NOTE,
    items: items.map(({ id, title, disclosure, expects, supplier, freshness, basis }) => ({
      id,
      title,
      disclosure: DISCLOSURES[disclosure],
      expects,
      supplier,
      freshness,
      basis,
    })),
    counts: tally(offices.flatMap(({ cells }) => cells)),
    offices: offices.map((one) => officeData(one, address)),
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}

const HEADER = [
  '县（市、区）',
  '司法所',
  '编号',
  '四公开',
  '事项',
  '事项编号',
  '状态',
  '内容日期',
  '有效至',
  '起始',
  '统一内容',
  '说明',
  '网址',
  '计算时间',
  '内容版本',
  '许可',
] as const;

/** `data/disclosure.csv`: a line per office and item. */
export function disclosureCsv(catalogue: Catalogue, { generatedFrom, address, now }: DatedSettings): string {
  const { asOf, counties } = assessCatalogue(catalogue, now);
  const line = ({ office, cells }: AssessedOffice) =>
    cells.map((one) => {
      const { item, evidence } = one;
      return [
        office.county.record.name,
        office.record.name,
        office.id,
        DISCLOSURES[item.disclosure],
        item.title,
        item.id,
        wordOf(evidence),
        'on' in evidence ? evidence.on : undefined,
        'until' in evidence ? evidence.until : undefined,
        'since' in evidence ? evidence.since : undefined,
        'inherited' in evidence ? '是' : '否',
        noteOf(evidence),
        address(linkOf(office.id, one)),
        asOf,
        generatedFrom,
        catalogue.site.contentLicence,
      ];
    });
  return csv(
    HEADER,
    counties.flatMap(({ offices }) => offices.flatMap(line)),
  );
}

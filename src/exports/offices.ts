import type { Catalogue, Office } from '../catalogue/types.ts';
import { hoursInWords, marketDaysInWords } from '../domain/hours.ts';
import { officeFields } from '../domain/office-fields.ts';
import { paths } from '../domain/urls.ts';
import { OFFICE_STATES, type PHONE_USES } from '../schemas/office.ts';
import { csv } from './csv.ts';

type Address = (path: string) => string;

/** A township that an office serves, with the names that are gone but still said. */
const townshipItem = ({ record: { code, name, former, formerVillages } }: Office['townships'][number]) => ({
  code,
  name,
  former: former?.map((one) => one.name),
  formerVillages:
    former || formerVillages
      ? [...(former ?? []).flatMap((one) => one.villages ?? []), ...(formerVillages ?? [])]
      : undefined,
});

/** The record of an office for others: what its page says, nothing of people. `pending` names what is 待公开. */
export function officeItem({ id, record, county, townships }: Office, address: Address) {
  const { address: street, phones, hours, ...fields } = officeFields(record);
  const pending = Object.entries({ address: street, phones: phones?.length, hours });
  return {
    id,
    ...fields,
    county: { code: county.record.code, name: county.record.name },
    townships: townships.map(townshipItem),
    address: street,
    phones,
    hours,
    appointments: record.serviceNotes?.flatMap(({ service, appointment }) =>
      appointment ? [{ service, ...appointment }] : [],
    ),
    pending: pending.filter(([, value]) => !value).map(([name]) => name),
    url: address(paths.office(id)),
  };
}

const HEADER =
  '编号,名称,县（市、区）,状态,服务乡镇（街道）,地址,邮政编码,咨询电话,传真,电子邮箱,办公时间,设置来源,电话核实日期,办公时间核实日期,网址,许可,内容指纹'.split(
    ',',
  );

function hoursText({ record: { hours } }: Office): string | undefined {
  if (!hours) return undefined;
  const seasons = hoursInWords(hours).map(
    ({ span, lines }) => `${span}：${lines.map(({ days, sessions }) => `${days}${sessions}`).join('；')}`,
  );
  return [...seasons, ...(hours.marketDays ? [marketDaysInWords(hours.marketDays)] : [])].join('。');
}

function officeRow(office: Office, address: Address) {
  const { id, record, county, townships } = office;
  const numbers = (use: keyof typeof PHONE_USES) =>
    record.phones
      ?.filter((one) => one.use === use)
      .map((one) => one.number)
      .join('、');
  return [
    id,
    record.name,
    county.record.name,
    OFFICE_STATES[record.status.state],
    townships.map((one) => one.record.name).join('、'),
    record.place?.address,
    record.place?.postcode,
    numbers('consult'),
    numbers('fax'),
    record.email,
    hoursText(office),
    record.provenance.establishment.source,
    record.provenance.contact?.verifiedOn,
    record.provenance.hours?.verifiedOn,
    address(paths.office(id)),
  ];
}

/** `data/offices.csv`: a line per office; an empty field is 待公开. */
export function officesCsv(
  { site, offices }: Catalogue,
  { address, digest }: { readonly address: Address; readonly digest: (text: string) => string },
): string {
  const rows = offices.map((office) => officeRow(office, address));
  const inputs = digest(JSON.stringify(rows));
  return csv(
    HEADER,
    rows.map((row) => [...row, site.contentLicence, inputs]),
  );
}

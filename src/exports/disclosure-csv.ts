import { WORDS } from '../domain/disclosure/evidence.ts';
import { csv } from './csv.ts';
import type { DisclosureCell, DisclosureFile, DisclosureOffice } from './disclosure.ts';

const HEADER =
  '县（市、区）,司法所,编号,四公开,事项,事项编号,状态,内容日期,有效至,起始,统一内容,说明,网址,计算时间,内容指纹,许可'.split(
    ',',
  );

/** `data/disclosure.csv`, made of the other file so that both always say the same: a line per office and item. */
export function disclosureCsv({
  items,
  offices,
  asOf,
  daily,
  inputsDigest,
  licence,
}: DisclosureFile): string {
  const known = new Map(items.map((item) => [item.id, item]));
  const line = ({ county, name, id }: DisclosureOffice, cell: DisclosureCell) => [
    county,
    name,
    id,
    known.get(cell.item)?.disclosure,
    known.get(cell.item)?.title,
    cell.item,
    WORDS[cell.reason ?? (cell.state === 'stale' ? 'update' : cell.state)],
    cell.on,
    cell.until,
    cell.since,
    cell.inherited ? '是' : '否',
    cell.note,
    cell.link,
    daily.items.includes(cell.item) ? daily.asOf : asOf,
    inputsDigest,
    licence,
  ];
  return csv(
    HEADER,
    offices.flatMap((office) => office.cells.map((cell) => line(office, cell))),
  );
}

import type { Catalogue, Office } from '../../catalogue/types.ts';
import { inWords } from '../../domain/dates.ts';
import { exceptionInWords, hoursInWords, marketDaysInWords, restInWords } from '../../domain/hours.ts';
import type { Hours } from '../../schemas/hours.ts';
import { PHONE_USES, type PhoneEntry } from '../../schemas/office.ts';

/** How an office is reached, and whom to tell when something is wrong; what is unknown is absent. */
export function contactOf({ record, county }: Office, { site }: Catalogue) {
  const { place, phones = [] } = record;
  const { bureau } = county.record;
  const supervising = (list: readonly PhoneEntry[] = []) => list.filter(({ use }) => use === 'supervision');
  const own = supervising(phones);
  return {
    phones: phones.filter(({ use }) => use !== 'supervision').map(lineOf),
    address: place?.address,
    landmark: place?.landmark,
    hours: record.hours && hoursLines(record.hours),
    supervision: own.length
      ? own.map(({ number, note }) => ({ number, text: note ?? '' }))
      : supervising(bureau.phones).map(({ number }) => ({ number, text: bureau.name })),
    hotlines: site.hotlines.map(({ number, name }) => ({ number, text: name })),
  };
}

const lineOf = ({ number, use, note }: PhoneEntry) => ({
  number,
  text: `${PHONE_USES[use]}${note ? `（${note}）` : ''}`,
});

/** Hours as lines of a board: season by season, market days, what holds on holidays. */
const hoursLines = (hours: Hours): string[] => [
  ...hoursInWords(hours).map(({ name, span, lines }, _, { length }) => {
    const season = length > 1 ? `${name}（${span}）` : '';
    return season + lines.map(({ days, sessions }) => `${days} ${sessions}`).join('；');
  }),
  ...(hours.marketDays ? [marketDaysInWords(hours.marketDays)] : []),
  ...(hours.exceptions ?? []).map(exceptionInWords),
  restInWords(hours),
  ...[hours.duty, hours.note].filter((line) => line !== undefined),
];

/** Where what stands on the board comes from, and when it was checked: facts of the content, not of the day. */
export function checkedOf({ record, staff }: Office): string[] {
  const { contact, hours, place } = record.provenance;
  const groups = [
    { name: '联系方式', provenance: contact },
    { name: '办公时间', provenance: hours },
    { name: '地址', provenance: place },
    { name: '人员', provenance: staff?.provenance },
  ];
  const told = groups.flatMap(({ name, provenance: one }) =>
    one
      ? [{ name, from: `${one.source}，${one.verifiedOn ? `${inWords(one.verifiedOn)}核实` : '待核实'}` }]
      : [],
  );
  // Groups of one source and day are told together.
  return [...new Set(told.map(({ from }) => from))].map(
    (from) => `${told.flatMap((one) => (one.from === from ? [one.name] : [])).join('、')}：${from}`,
  );
}

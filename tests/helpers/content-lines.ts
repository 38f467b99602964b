/** What RFC 6350 (vCard 4.0) and RFC 5545 (iCalendar) ask of a file: foreign readers are lenient, and take much that neither allows. */

interface Line {
  readonly name: string;
  readonly params: string;
  readonly value: string;
}

const LINE = /^([A-Z\d-]+)((?:;[A-Z\d-]+=(?:"[^"]*"|[^\s";:,]+)(?:,(?:"[^"]*"|[^\s";:,]+))*)*):(.*)$/;

/** Lines as they are meant, and what is wrong with how they are written. */
function readLines(text: string): { lines: Line[]; faults: string[] } {
  const faults: string[] = [];
  if (!text.endsWith('\r\n')) faults.push('no end of the last line');
  if (/[^\r]\n|\r[^\n]/.test(text)) faults.push('a line that ends in half an end');
  for (const line of text.split('\r\n'))
    if (Buffer.byteLength(line) > 75) faults.push(`longer than 75 octets: ${line}`);
  const unfolded = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
  const lines = unfolded.flatMap((line) => {
    const [, name = '', params = '', value = ''] = LINE.exec(line) ?? [];
    if (!name) faults.push(`no line of a card or calendar: ${line}`);
    return name ? [{ name, params, value }] : [];
  });
  return { lines, faults };
}

/** How often a property may stand: at least, at most. */
type Counts = Readonly<Record<string, readonly [number, number]>>;

const countFaults = (lines: readonly Line[], counts: Counts, where: string): string[] =>
  Object.entries(counts).flatMap(([name, [least, most]]) => {
    const count = lines.filter((line) => line.name === name).length;
    return count < least || count > most ? [`${where}: ${count} × ${name}`] : [];
  });

const formFaults = (lines: readonly Line[], forms: Readonly<Record<string, RegExp>>): string[] =>
  lines.flatMap(({ name, value }) => (forms[name]?.test(value) === false ? [`${name}: ${value}`] : []));

const TEXT = /^(?:[^\\,;]|\\[\\,;n])+$/;
const ADDRESS = /^https?:\/\/[^\s]+$/;

const CARD_COUNTS: Counts = {
  BEGIN: [1, 1],
  VERSION: [1, 1],
  KIND: [0, 1],
  FN: [1, Infinity],
  N: [0, 1],
  UID: [0, 1],
  END: [1, 1],
};
const CARD_FORMS = {
  VERSION: /^4\.0$/,
  KIND: /^(?:individual|group|org|location)$/,
  FN: TEXT,
  ORG: /^(?:[^\\,;]|\\[\\,;n])+(?:;(?:[^\\,;]|\\[\\,;n])*)*$/,
  UID: /^[a-z][a-z\d+.-]*:\S+$/,
  ADR: /^(?:(?:[^\\;]|\\[\\,;n])*;){6}(?:[^\\;]|\\[\\,;n])*$/,
  GEO: /^geo:-?(?:[0-8]?\d(?:\.\d+)?|90(?:\.0+)?),-?(?:1[0-7]\d|\d{1,2})(?:\.\d+)?$/,
  TEL: /^tel:(?:\+\d[\d-]*(?:;ext=\d+)?|\d{3,8})$/,
  EMAIL: /^[^\s@]+@[^\s@]+$/,
  URL: ADDRESS,
};
const CARD_NAMES = [
  'BEGIN',
  'END',
  'VERSION',
  'KIND',
  'FN',
  'N',
  'ORG',
  'UID',
  'ADR',
  'GEO',
  'TEL',
  'EMAIL',
  'URL',
];

/** What is wrong with a card. */
export function cardFaults(text: string): string[] {
  const { lines, faults } = readLines(text);
  const order = [lines[0], lines[1], lines.at(-1)].map((line) => `${line?.name}:${line?.value}`).join();
  return [
    ...faults,
    ...(order === 'BEGIN:VCARD,VERSION:4.0,END:VCARD' ? [] : [`begins and ends with ${order}`]),
    ...countFaults(lines, CARD_COUNTS, 'card'),
    ...formFaults(lines, CARD_FORMS),
    ...lines
      .filter(({ name }) => !CARD_NAMES.includes(name))
      .map(({ name }) => `no property of a card: ${name}`),
    ...lines
      .filter(({ name, params }) => name === 'TEL' && !/;VALUE=uri(?:;|$)/.test(params))
      .map(() => 'a number that does not say it is an address'),
  ];
}

const INSTANT = /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ$/;
const CALENDAR_FORMS = {
  VERSION: /^2\.0$/,
  DTSTAMP: INSTANT,
  DTSTART: INSTANT,
  DTEND: INSTANT,
  SUMMARY: TEXT,
  LOCATION: TEXT,
  DESCRIPTION: TEXT,
  URL: ADDRESS,
  TRANSP: /^(?:OPAQUE|TRANSPARENT)$/,
};
const PART_COUNTS: Readonly<Record<string, Counts>> = {
  VEVENT: { UID: [1, 1], DTSTAMP: [1, 1], DTSTART: [1, 1], DTEND: [0, 1], SUMMARY: [0, 1] },
  VTODO: { UID: [1, 1], DTSTAMP: [1, 1], SUMMARY: [0, 1], DUE: [0, 1] },
};

/** The parts of a calendar, each with its lines. */
function partsOf(lines: readonly Line[]): { kind: string; own: Line[] }[] {
  const begins = lines.flatMap(({ name, value }, at) =>
    name === 'BEGIN' && value !== 'VCALENDAR' ? [at] : [],
  );
  return begins.map((from) => {
    const kind = lines[from]?.value ?? '';
    const to = lines.findIndex(({ name, value }, at) => at > from && name === 'END' && value === kind);
    return { kind, own: lines.slice(from + 1, to < 0 ? undefined : to) };
  });
}

const valueOf = (lines: readonly Line[], name: string) =>
  lines.find((line) => line.name === name)?.value ?? '';

/** What is wrong with a calendar. */
export function calendarFaults(text: string): string[] {
  const { lines, faults } = readLines(text);
  const parts = partsOf(lines);
  const ids = parts.map(({ own }) => valueOf(own, 'UID'));
  const order = [lines[0], lines.at(-1)].map((line) => `${line?.name}:${line?.value}`).join();
  return [
    ...faults,
    ...(order === 'BEGIN:VCALENDAR,END:VCALENDAR' ? [] : [`begins and ends with ${order}`]),
    ...countFaults(lines, { VERSION: [1, 1], PRODID: [1, 1] }, 'calendar'),
    ...(parts.length > 0 ? [] : ['nothing in it']),
    ...parts.flatMap(({ kind, own }) => countFaults(own, PART_COUNTS[kind] ?? { BEGIN: [1, 1] }, kind)),
    ...formFaults(lines, CALENDAR_FORMS),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: ${id}`),
    ...parts
      .filter(({ kind, own }) => kind === 'VEVENT' && valueOf(own, 'DTEND') <= valueOf(own, 'DTSTART'))
      .map(({ own }) => `ends before it begins: ${valueOf(own, 'UID')}`),
  ];
}

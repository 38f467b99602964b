/** Just enough of XML to read the words of a document: no structure is needed. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );

/** The words between the tags; `breaks` are tags where a line ends, `tabs` where a cell does. */
export const wordsOf = (xml: string, breaks: RegExp, tabs = /<never>/g): string =>
  decodeEntities(
    xml
      .replace(/<\?[^>]*\?>|<!--[^]*?-->/g, '')
      .replace(/\r?\n/g, ' ')
      .replace(breaks, '\n')
      .replace(tabs, '\t')
      .replace(/<[^>]*>/g, ''),
  );

/** The values of some attributes, a line each: what links lead to, what pictures are said to show. */
export const attributesOf = (xml: string, names: RegExp): string =>
  [...xml.matchAll(new RegExp(`\\s(?:${names.source})="([^"]*)"`, 'g'))]
    .map(([, value = '']) => decodeEntities(value))
    .filter(Boolean)
    .join('\n');

/** UTF-8 that was read as one character a byte. */
export const fromUtf8 = (latin: string): string => Buffer.from(latin, 'latin1').toString('utf8');

/** Spreadsheets in OpenDocument (.ods) as LibreOffice writes them, small. */
import { strToU8, zipSync } from 'fflate';

/** A cell: its text, or the whole of it in XML. */
const cell = (given: string) =>
  given.startsWith('<')
    ? given
    : `<table:table-cell office:value-type="string"><text:p>${given}</text:p></table:table-cell>`;

export const row = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;

/** A row that is hidden (`collapse`) or was filtered away (`filter`). */
export const unseenRow = (how: 'collapse' | 'filter', ...cells: readonly string[]): string =>
  row(...cells).replace('<table:table-row', `<table:table-row table:visibility="${how}"`);

interface SheetOf {
  readonly name: string;
  readonly rows: string;
  readonly columns?: string;
  readonly hidden?: boolean;
}

/** A file of some sheets; those that are hidden are so by their style. */
export const ods = (...sheets: readonly SheetOf[]): Uint8Array => {
  const styles = [true, false].map(
    (shown) =>
      `<style:style style:name="${shown ? 'ta1' : 'ta2'}" style:family="table" style:master-page-name="Default"><style:table-properties table:display="${shown}" style:writing-mode="lr-tb"/></style:style>`,
  );
  const tables = sheets.map(
    ({ name, rows, columns = '<table:table-column/>', hidden }) =>
      `<table:table table:name="${name}" table:style-name="${hidden ? 'ta2' : 'ta1'}">${columns}${rows}</table:table>`,
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
  });
};

/** Spreadsheets in OpenDocument (.ods) as LibreOffice writes them, small. */
import { strToU8, zipSync } from 'fflate';

/** A cell: its text, or the whole of it in XML. */
const cell = (given: string) =>
  given.startsWith('<')
    ? given
    : `<table:table-cell office:value-type="string"><text:p>${given}</text:p></table:table-cell>`;

export const row = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;

/** A file of some sheets; those that are hidden are so by their style. */
export const ods = (
  ...sheets: readonly { readonly name: string; readonly rows: string; readonly hidden?: boolean }[]
): Uint8Array => {
  const styles = [true, false].map(
    (shown) =>
      `<style:style style:name="${shown ? 'ta1' : 'ta2'}" style:family="table" style:master-page-name="Default"><style:table-properties table:display="${shown}" style:writing-mode="lr-tb"/></style:style>`,
  );
  const tables = sheets.map(
    ({ name, rows, hidden }) =>
      `<table:table table:name="${name}" table:style-name="${hidden ? 'ta2' : 'ta1'}"><table:table-column/>${rows}</table:table>`,
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
  });
};

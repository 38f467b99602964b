/** What the library leaves unread of OpenDocument spreadsheets (.ods). */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { percentText } from '../cell-text.ts';
import { lockedBook } from './locked.ts';

const MANIFEST = 'META-INF/manifest.xml';
const CONTENT = 'content.xml';
/** All that is read of the file; the rest is pictures and looks. */
const PARTS = ['mimetype', MANIFEST, CONTENT];
const MAX_CONTENT = 256 * 1024 * 1024;

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** No sheet has more columns, and of none so many rows are read; empty ones are told as a million times the same. */
const LAST = 16_384;

/** The rows or columns of a sheet that are hidden, or filtered away. */
function hiddenIn(sheet: string, part: 'row' | 'column'): ReadonlySet<number> {
  const hidden = new Set<number>();
  let at = 0;
  for (const [tag] of sheet.matchAll(new RegExp(`<table:table-${part}(?=[\\s/>])[^>]*>`, 'g'))) {
    const end = Math.min(LAST, at + Number(attribute(tag, `table:number-${part}s-repeated`) ?? 1));
    const isSeen = (attribute(tag, 'table:visibility') ?? 'visible') === 'visible';
    for (; at < end; at += 1) if (!isSeen) hidden.add(at);
  }
  return hidden;
}

/** What of each sheet in its order is hidden; whether all of it is says its style. */
function seenIn(content: string) {
  const styles = content.matchAll(
    /<style:style\s[^>]*>\s*<style:table-properties\s[^>]*table:display="false"/g,
  );
  const unseen = new Set([...styles].map(([tag]) => attribute(tag, 'style:name')));
  const [, ...sheets] = content.split(/<table:table(?=\s)/);
  return sheets.map((sheet) => ({
    hidden: unseen.has(attribute(sheet.slice(0, sheet.indexOf('>')), 'table:style-name') ?? ''),
    hiddenRows: hiddenIn(sheet, 'row'),
    hiddenColumns: hiddenIn(sheet, 'column'),
  }));
}

/** Headings that are repeated on every page and rows that were grouped stand in elements of their own. */
const AROUND_ROWS = /<\/?table:table-(?:header-rows|row-group|rows)(?:\s[^>]*)?>/g;
/** Cells below a merged one keep what was written there. */
const COVERED = /(?<=<\/?table:)covered-(?=table-cell)/g;
const PERCENT = /<table:table-cell\s[^>]*office:value-type="percentage"[^>]*>/g;

/** So many of a hundred as text: as a number it would be the hundredth part. */
const asText = (tag: string): string =>
  tag.replace(
    'office:value-type="percentage"',
    `office:value-type="string" office:string-value="${percentText(Number(attribute(tag, 'office:value')))}"`,
  );

/** The file as the library reads all of it, and what of each sheet in its order is hidden. */
export function openOds(bytes: Uint8Array) {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => PARTS.includes(name) && originalSize < MAX_CONTENT,
  });
  const [manifest = '', content = ''] = [MANIFEST, CONTENT].map((part) =>
    strFromU8(parts[part] ?? new Uint8Array()),
  );
  if (manifest.includes('encryption-data')) throw lockedBook();
  const plain = content.replace(AROUND_ROWS, '').replace(COVERED, '').replace(PERCENT, asText);
  return {
    bytes: zipSync({ ...parts, [CONTENT]: strToU8(plain) }, { level: 0 }),
    sheets: seenIn(content),
  };
}

/** What the library leaves unread of OpenDocument spreadsheets (.ods). */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { percentText } from '../cell-text.ts';

/** All that is read of the file; the rest is pictures and looks. */
const PARTS = ['mimetype', 'META-INF/manifest.xml', 'content.xml'];
const CONTENT = 'content.xml';
const MAX_CONTENT = 256 * 1024 * 1024;

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** For each sheet in its order whether it is hidden: its style says so. */
function hiddenIn(content: string): boolean[] {
  const styles = content.matchAll(
    /<style:style\s[^>]*>\s*<style:table-properties\s[^>]*table:display="false"/g,
  );
  const unseen = new Set([...styles].map(([tag]) => attribute(tag, 'style:name')));
  return [...content.matchAll(/<table:table\s[^>]*>/g)].map(([tag]) =>
    unseen.has(attribute(tag, 'table:style-name') ?? ''),
  );
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

/** The file as the library reads all of it, and for each sheet in its order whether it is hidden. */
export function openOds(bytes: Uint8Array) {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => PARTS.includes(name) && originalSize < MAX_CONTENT,
  });
  const content = strFromU8(parts[CONTENT] ?? new Uint8Array());
  const plain = content.replace(AROUND_ROWS, '').replace(COVERED, '').replace(PERCENT, asText);
  return {
    bytes: zipSync({ ...parts, [CONTENT]: strToU8(plain) }, { level: 0 }),
    sheets: hiddenIn(content).map((hidden) => ({ hidden })),
  };
}

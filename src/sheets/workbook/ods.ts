/** What the library leaves unread of OpenDocument spreadsheets (.ods). */
import { strFromU8, unzipSync } from 'fflate';

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

/** The file as the library reads it, and which of its sheets are hidden. */
export function openOds(bytes: Uint8Array) {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => PARTS.includes(name) && originalSize < MAX_CONTENT,
  });
  const content = strFromU8(parts[CONTENT] ?? new Uint8Array());
  return { bytes, hidden: hiddenIn(content) };
}

/** The guard over any file, whether or not it stands where content stands. */
import type { PrivacyFinding } from '../../domain/privacy/found.ts';
import { isDocument } from '../attachments/extract.ts';
import { groupContents } from '../contents.ts';
import { decode } from '../decode.ts';
import { placeFile } from '../file-kind.ts';
import { readContent, readFile } from '../read-content.ts';
import type { FoundFile } from '../read-folder.ts';
import { allowedIn } from '../rules/privacy.ts';
import { addressesIn } from './addresses.ts';
import { scanEntry } from './scan-entry.ts';
import { scanDocument, scanName, scanPlain } from './scan-file.ts';

/** What of a content folder the guard must know before it assesses: own addresses, and exceptions with an end. */
export function knownOf(folder: string) {
  const { entries } = readContent(folder, ({ kind }) => ['office', 'county', 'privacyAllow'].includes(kind));
  const contents = groupContents(entries, '');
  return { addresses: addressesIn(contents), allowed: allowedIn(contents) };
}

/** Everything in one file, its name included: by its fields where it is content, else by its text. */
export function scanOne(found: FoundFile, addresses: readonly string[]): PrivacyFinding[] {
  const { file } = found;
  return [...scanName(file), ...scanInside(found, addresses)];
}

function scanInside(found: FoundFile, addresses: readonly string[]): PrivacyFinding[] {
  const { file } = found;
  const entry = placeFile(file).placed && readFile(found).entry;
  if (entry && entry.text !== '') return scanEntry(entry, addresses);
  const bytes = found.read();
  if (isDocument(bytes)) return scanDocument(file, bytes);
  const { text } = decode(file, bytes);
  return text === undefined || text.includes('\0') ? [] : scanPlain(file, text);
}

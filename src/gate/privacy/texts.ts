/** The guard over texts beside the files: messages, who signs them, the name of a branch. */
import { pick } from '../../catalogue/privacy/scan-entry.ts';
import { scanPlain } from '../../catalogue/privacy/scan-file.ts';
import type { PrivacyFinding } from '../../domain/privacy/found.ts';
import { scanSigner } from '../../domain/privacy/scan.ts';

/** Who signs a commit: it stays in the history for good. */
export const scanPerson = (place: string, person: string): PrivacyFinding[] =>
  scanSigner(person).map((match) => ({
    ...pick(match),
    file: place,
    ...(match.kind === 'mail' && {
      note: '提交记录里会一直带着它，在平台的设置里改用不公开的邮箱，再重新提交',
    }),
  }));

/** A text of one line: where in it does not matter. */
const scanLine = (place: string, text: string): PrivacyFinding[] =>
  scanPlain(place, text).map(({ line: _, column: __, ...one }) => one);

/** The guard over a message that is about to be committed; lines that git drops are left out. */
export const scanMessage = (text: string): PrivacyFinding[] =>
  scanPlain('提交说明', text.replace(/^# -+ >8 -+[^]*$/m, '').replace(/^#.*$/gm, ''));

/** The guard over the name of a branch. */
export const scanBranch = (name: string): PrivacyFinding[] => scanLine('分支名', name.replaceAll('/', ' '));

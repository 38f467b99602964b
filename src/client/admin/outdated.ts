/** Days of verification that are older than what was changed: they go, and may be given anew. */
import { outdatedDays, type Outdated } from '../../domain/verified.ts';
import { setField, type OfficeFile } from './office-files.ts';
import type { OfficeEdits } from './office-edits.ts';

interface DroppedDay extends Outdated {
  readonly file: OfficeFile;
}

/** Takes out each day of verification whose facts were changed since. */
export function dropOutdatedDays({ files, today }: OfficeEdits): DroppedDay[] {
  const found = [...files.values()].flatMap((file) =>
    outdatedDays(file.name, file.before, file.value, today).map((one) => ({ ...one, file })),
  );
  for (const { file, path } of found) setField(file, path, undefined);
  return found;
}

/** The clerk has verified today what was changed. */
export function verifyToday({ today }: OfficeEdits, dropped: readonly DroppedDay[]): void {
  for (const { file, path } of dropped) setField(file, path, today);
}

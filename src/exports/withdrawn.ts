import type { Withdrawn } from '../schemas/withdrawn.ts';
import type { ExportContext } from './context.ts';

/**
 * `data/withdrawn.json`, as text: addresses that were taken down, for caches on readers' devices. Whoever keeps pages
 * drops each copy that was kept on the day `on` or before, and asks anew; what is gone answers 404 or 410.
 */
export function withdrawnFile(
  withdrawn: Withdrawn,
  settings: Pick<ExportContext, 'address' | 'digest'>,
): string {
  const list = withdrawn.map(({ url, on, reason }) => ({ url: settings.address(url), on, reason }));
  const inputsDigest = settings.digest(JSON.stringify(list));
  return `${JSON.stringify({ inputsDigest, withdrawn: list }, null, 1)}\n`;
}

import type { Withdrawn } from '../schemas/withdrawn.ts';

/**
 * `data/withdrawn.json`, as text: addresses that were taken down, for caches on readers' devices. Whoever keeps pages
 * drops each copy that was kept on the day `on` or before, and asks anew; what is gone answers 404 or 410.
 */
export function withdrawnFile(
  withdrawn: Withdrawn,
  settings: { readonly generatedFrom: string; readonly address: (path: string) => string },
): string {
  const list = withdrawn.map(({ url, on, reason }) => ({ url: settings.address(url), on, reason }));
  return `${JSON.stringify({ generatedFrom: settings.generatedFrom, withdrawn: list }, null, 1)}\n`;
}

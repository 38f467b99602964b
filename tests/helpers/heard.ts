import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import { PATIENCE } from './patience.ts';

/** What a screen reader is given of one element, in the browser's own words. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description: string;
}

/**
 * What a screen reader is given of a page: the browser's own accessibility tree. Of a long page the browser hands out
 * what it has got so far, on a slow machine a part: read again until enough of it is there.
 *
 * @throws when `enough` throws for five minutes, with what it threw last
 */
export const heard = (page: Page, enough: (all: readonly Heard[]) => void = () => {}): Promise<Heard[]> =>
  vi.waitFor(
    async () => {
      const all = await treeOf(page);
      enough(all);
      return all;
    },
    { timeout: PATIENCE, interval: 200 },
  );

async function treeOf(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? '').trim(),
      description: String(description?.value ?? '').trim(),
    }));
}

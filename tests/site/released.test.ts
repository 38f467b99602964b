import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { addressesIn, addressesOf, vanished } from '../../src/release/released.ts';
import { readRelease } from '../../src/release/about.ts';
import { DIST } from '../helpers/dist.ts';

const released = addressesOf(readFileSync(join(ROOT, 'tests/fixtures/released-urls.txt'), 'utf8'));

it('no address of the last release has vanished without a redirect', () => {
  expect(released.length).toBeGreaterThan(200);
  expect(vanished(released, addressesIn(DIST), readRelease(DIST).withdrawn)).toEqual([]);
});

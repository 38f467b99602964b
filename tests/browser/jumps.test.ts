/** What a reader has begun to read, or is about to press, stays where it is when scripts have something to add. */
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { LITTLE, moved, readBeforeScripts } from '../helpers/jumps.ts';

const stage = useBrowser();

describe('nothing jumps when the scripts come', () => {
  it.each([
    ['the front page', '/'],
    ['an office that tells whether it is open', '/samples/shili-jia/'],
    ['its notice board', '/samples/shili-jia/poster/'],
    ['a guide', '/services/legal-aid/'],
    ['the map', '/map/'],
    ['the matrix', '/disclosure/'],
    ['answers to a question', `/search/?q=${encodeURIComponent('缓刑请假')}`],
    ['few answers', `/search/?q=${encodeURIComponent('苏稽')}`],
  ])('%s', async (_, path) => {
    const context = await stage.reader();
    const page = await context.newPage();
    await readBeforeScripts(page, stage.address(path));
    expect(await moved(page)).toBeLessThan(LITTLE);
    await context.close();
  });
});

import { describe, expect, it } from 'vitest';
import { CONTENT_VERSION, contentVersionOf, otherVersion } from '../../src/domain/content-version.ts';

describe('content of another version', () => {
  it('is the first where nothing is said, and none where it is no number', () => {
    expect([{}, { contentVersion: 3 }, { contentVersion: '3' }, null, 'x'].map(contentVersionOf)).toEqual([
      1,
      3,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is told with what to do: migrate the older, take a newer program for the newer', () => {
    expect([undefined, CONTENT_VERSION].map(otherVersion)).toEqual([undefined, undefined]);
    expect(otherVersion(CONTENT_VERSION + 1)).toEqual({
      message: `内容是第 ${CONTENT_VERSION + 1} 版的写法，这个程序只认得到第 ${CONTENT_VERSION} 版`,
      remedy: '换用更新的程序；不要改 contentVersion',
    });
    expect(otherVersion(1)?.message).toBe(`内容是第 1 版的写法，这个程序用第 ${CONTENT_VERSION} 版`);
    expect(otherVersion(1)?.remedy).toContain('npm run migrate');
  });
});

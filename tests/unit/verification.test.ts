import { describe, expect, it } from 'vitest';
import { verify } from '../../src/domain/verification.ts';
import { paths, withBase } from '../../src/domain/urls.ts';

describe('a checked fact', () => {
  const source = '犍为县司法局提供';

  it('counts as verified up to and including the last day of its interval', () => {
    expect(verify({ source, verifiedOn: '2026-01-01' }, 90, '2026-04-01')).toEqual({
      state: 'verified',
      source,
      on: '2026-01-01',
      until: '2026-04-01',
    });
  });

  it('is overdue from the day after', () => {
    expect(verify({ source, verifiedOn: '2026-01-01' }, 90, '2026-04-02')).toEqual({
      state: 'overdue',
      source,
      on: '2026-01-01',
      since: '2026-04-02',
    });
  });

  it('is unverified while nobody has checked it', () => {
    expect(verify({ source }, 90, '2026-04-02')).toEqual({ state: 'unverified', source });
  });
});

describe('an address', () => {
  it('of an office and of a sample keep to the promised form', () => {
    expect(paths.office('qianwei/luocheng')).toBe('/offices/qianwei/luocheng/');
    expect(paths.office('samples/shili-jia')).toBe('/samples/shili-jia/');
    expect(paths.notice('qianwei/luocheng', '2026-11-22-tongzhi')).toBe(
      '/offices/qianwei/luocheng/affairs/2026-11-22-tongzhi/',
    );
  });

  it('works under any base and leaves fragments alone', () => {
    expect(withBase('/', '/offices/')).toBe('/offices/');
    expect(withBase('/sfj/sfs/', '/offices/')).toBe('/sfj/sfs/offices/');
    expect(withBase('/sfj/sfs', '/')).toBe('/sfj/sfs/');
    expect(withBase('/sfj/sfs/', '#contact')).toBe('#contact');
  });
});

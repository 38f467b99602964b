import { describe, expect, it } from 'vitest';
import { medianOf, readerTable, type LighthouseReading } from '../../src/bench/reader.ts';

const reading = (lcp: number, tbt: number, performance = 100): LighthouseReading => ({
  scores: [performance, 100, 100, 100],
  lcp,
  tbt,
  requests: 4,
  bytes: 20_000,
});

describe('the bench of the reader’s pages', () => {
  it('takes the middle of several readings, so that one bad moment of the machine says nothing', () => {
    const readings = [reading(900, 10), reading(4000, 900, 60), reading(1000, 20, 99)];
    expect(medianOf(readings)).toEqual(reading(1000, 20, 99));
  });

  it('tells the largest paint as a multiple of the empty page’s of the same run', () => {
    const table = readerTable(
      new Map([
        ['空白页', reading(800, 0)],
        ['司法所', reading(1000, 15.4)],
      ]),
    );
    expect(table['空白页']).toMatchObject({ LCP比空白页: 1 });
    expect(table['司法所']).toMatchObject({ 性能: 100, LCP比空白页: 1.25, TBT毫秒: 15, 请求: 4 });
  });
});

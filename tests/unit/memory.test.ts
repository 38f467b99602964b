/** What a build keeps of a page or a file holds neither whole: measured in bytes, after all that may go has gone. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/build/facts.ts';
import { pageText } from '../../src/build/search/page-text.ts';
import { readFile } from '../../src/catalogue/read-content.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** How many bytes more are in use while what `make` makes is kept. */
function bytesOf(make: () => unknown): number {
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = make();
  collect();
  const bytes = process.memoryUsage().heapUsed - before;
  expect(kept).toBeDefined();
  return bytes;
}

const times = <T>(many: number, make: (at: number) => T): T[] =>
  Array.from({ length: many }, (_, at) => make(at));

/** A page of about 100,000 characters that says little. */
const pageOf = (at: number) => `<!doctype html><html><head>
<link rel="canonical" href="https://sfs.example.gov.cn/offices/xian/zhen-of-the-number-${at}/">
<meta name="search-kind" content="司法所"><meta name="search-keys" content="a key that is long enough ${at}">
<meta name="PubDate" content="2026-11-24 00:00"><script src="/_astro/a-script-of-this-page-${at}.js"></script>
</head><body><main><h1>某某镇司法所的页面${at}</h1><nav>${'导航'.repeat(50_000)}</nav></main></body></html>`;

describe('Memory', () => {
  it('holds of a page what later steps need, not the page', () => {
    const bytes = bytesOf(() =>
      times(200, (at) => {
        const html = pageOf(at);
        return factsOf(html, { twin: false, searched: pageText(html, `/offices/xian/zhen${at}/`) });
      }),
    );
    expect(bytes / 200).toBeLessThan(10_000);
  });

  it('holds of a file without faults its values, not where each of them stands', () => {
    const months = times(120, (at) => ({
      month: `${2010 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      mediations: at,
    }));
    const provenance = { source: '某某县司法局', verifiedOn: '2026-11-24' };
    const content = Buffer.from(JSON.stringify({ months, provenance }, undefined, 2));
    const file = 'offices/xian/zhen/statistics.json';
    const read = () => readFile({ file, size: content.length, read: () => content });
    expect(read().problems).toEqual([]);
    expect(read().entry?.locate(['months', 3])).toMatchObject({ line: expect.any(Number) as number });
    const bytes = bytesOf(() => times(200, read));
    expect(bytes / 200 / content.length).toBeLessThan(10);
  });
});

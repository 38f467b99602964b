import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeLeads } from '../../src/release/lead-on.ts';
import { leadsFor } from '../../src/domain/lead-on.ts';

const OFFICE = '/offices/dong/jia/';
const NOTICE = `${OFFICE}affairs/2026-11-22-tongzhi/`;
const pages = ['/', '/offices/', '/offices/dong/', OFFICE, `${OFFICE}affairs/`, '/affairs/'];

const leadOf = (gone: string, is: readonly string[]) => leadsFor([gone], [...pages, gone], is)[0]?.to;

describe('an address that is gone leads', () => {
  it('to the notice of the same day that is new there: the same one under another name', () => {
    const renamed = `${OFFICE}affairs/2026-11-22-jiedai/`;
    expect(leadOf(NOTICE, [...pages, renamed])).toBe(renamed);
    const two = [renamed, `${OFFICE}affairs/2026-11-22-paiqi/`];
    expect(leadOf(NOTICE, [...pages, ...two])).toBe(OFFICE);
    expect(leadOf(NOTICE, [...pages, '/offices/dong/yi/affairs/2026-11-22-jiedai/'])).toBe(OFFICE);
  });

  it('else to the page above it that stays: an office, its county, never a list that comes and goes', () => {
    expect(leadOf(NOTICE, pages)).toBe(OFFICE);
    expect(leadOf(`${OFFICE}poster/`, pages)).toBe(OFFICE);
    expect(leadOf(OFFICE, ['/', '/offices/', '/offices/dong/'])).toBe('/offices/dong/');
    expect(leadOf('/affairs/2026-11-22-a/', pages)).toBe('/affairs/');
    expect(leadOf('/laws/x/', ['/'])).toBe('/');
  });
});

describe('redirects that are written for what vanished', () => {
  const written = (before: string | undefined, to: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'leads-'));
    const file = join(folder, 'redirects.json');
    if (before !== undefined) writeFileSync(file, before);
    writeLeads(folder, [{ from: NOTICE, to }]);
    const { redirects } = JSON.parse(readFileSync(file, 'utf8')) as { redirects: unknown };
    rmSync(folder, { recursive: true });
    return redirects;
  };
  const reason = '页面改名或撤销';

  it('stand in the content, where there was no such file too', () => {
    expect(written(undefined, OFFICE)).toEqual([{ from: NOTICE, to: OFFICE, reason }]);
  });

  it('make no chains: who led to the old address leads to the new one', () => {
    const before = JSON.stringify({ redirects: [{ from: '/offices/a/', to: NOTICE, reason: '合并' }] });
    expect(written(before, OFFICE)).toEqual([
      { from: '/offices/a/', to: OFFICE, reason: '合并' },
      { from: NOTICE, to: OFFICE, reason },
    ]);
  });
});

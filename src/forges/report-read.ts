/** What the gate has posted, read back: by those who wait for it, and by those who decide. */
import type { Lead } from '../domain/lead-on.ts';

/** A line of the report as it was before its marks were put to sleep for Markdown. */
export const asWritten = (line: string): string =>
  line.replace(/\\([\\`*_[\]<>|~#!])/g, '$1').replace(/&amp;/g, '&');

/** What the gate did not like, as Markdown. */
export const reasonsIn = ({ report }: { readonly report: string }): string[] =>
  [...report.matchAll(/^- ✗ (.+)$/gm)].map(([, reason = '']) => reason);

/** The part below one of the report's headings; empty where there is none. */
export function partIn(report: string, title: string): string {
  const [, part = ''] = report.split(new RegExp(`^#{2,3} ${title}.*$`, 'm'));
  return part.split(/^#{2,3} /m)[0]?.trim() ?? '';
}

/** The other requests that change the same, by their numbers. */
export const rivalsIn = (report: string): number[] => [
  ...new Set([...report.matchAll(/^- ! .*第 (\d+) 号修改也改了/gm)].map(([, number]) => Number(number))),
];

/** Addresses that would vanish, with the redirect that is ready. */
export const leadsIn = (report: string): Lead[] =>
  report.split('\n').flatMap((line) => {
    const [, from, to] = /^- ! 网址 (\/\S*\/) 会没有.*自动转到 (\/\S*)；/.exec(asWritten(line)) ?? [];
    return from !== undefined && to !== undefined ? [{ from, to }] : [];
  });

/** Keeps a report for whoever comes next: a comment to post, a record for programs, one word for the forge. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../command/folders.ts';
import { assess, type GateReport, type GateRequest } from './assess.ts';
import { makePreview } from './preview.ts';
import { formatGate } from './report.ts';

/** Assesses a proposal and writes `report.md`, `report.json`, `verdict` and, if asked to, `preview/`. */
export async function saveReport(request: GateRequest, out: string, preview: boolean): Promise<GateReport> {
  makeFolder(out);
  const { place, now } = request;
  const report = await assess(
    request,
    preview ? (sides) => makePreview(sides, { place, now, out: join(out, 'preview') }) : undefined,
  );
  const write = (name: string, text: string) => writeFileSync(join(out, name), `${text}\n`);
  write('report.md', formatGate('markdown', report, place.prefix));
  write('report.json', formatGate('json', report, place.prefix));
  write('verdict', report.verdict);
  return report;
}

/** Holds a site against its log: the whole of it, or the files that are asked for. */
import type { SiteFile, SiteSource } from './source.ts';
import { type JudgedFile, judgeFile, readAbout, readTakenDown } from './judge.ts';
import { type Log, openLog, Trouble, type Wishes } from './open-log.ts';
import { nameAt, namesOf } from './report.ts';

export interface VerifyRequest extends Wishes {
  /** Addresses as a person writes them; all of a folder or a sample of a site when there are none. */
  readonly pages: readonly string[];
  readonly all: boolean;
  /** The path at which the site was found. */
  readonly base: string;
  /** A copy that was kept of the one page that is asked for. */
  readonly copy?: Uint8Array | undefined;
}

/** What was found: of the files, or why nothing can be said of any. */
interface Findings {
  readonly log?: Log;
  readonly judged: readonly JudgedFile[];
  readonly trouble?: Trouble;
}

async function judgeAll(
  source: SiteSource,
  log: Log,
  { pages, all, base, copy }: VerifyRequest,
): Promise<JudgedFile[]> {
  const about = await readAbout(source, log);
  const taken = await readTakenDown(source, log, about?.base);
  const moved = new Set((about?.redirects ?? []).map(({ from }) => nameAt(from, [])));
  const judged: JudgedFile[] = [];
  for (const name of namesOf(log, source, { pages, all, bases: [base, about?.base ?? '/'], moved })) {
    const found: SiteFile = copy ? { kind: 'there', bytes: copy } : await source.read(name);
    judged.push(judgeFile(name, found, log, taken));
  }
  return judged;
}

/** Opens the log and judges the files by it. */
export async function verifyFiles(source: SiteSource, asked: VerifyRequest): Promise<Findings> {
  try {
    const log = await openLog(source, asked);
    return { log, judged: await judgeAll(source, log, asked) };
  } catch (error) {
    if (error instanceof Trouble) return { judged: [], trouble: error };
    throw error;
  }
}

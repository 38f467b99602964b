/** Our own data files (`disclosure.json`, `offices.json`), of whatever site: what they claim of each office. */
import { z } from 'zod';
import { DISCLOSURES } from '../domain/disclosure/four.ts';
import { isDialable, isSampleNumber } from '../domain/phones.ts';
import type { DisclosureItem } from '../schemas/disclosure.ts';
import type { AuditEvidence, AuditVerdict } from './clue.ts';
import type { JudgedItem } from './judge.ts';
import { nextStep } from './next.ts';

const day = z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/);
const cell = z.object({
  item: z.string(),
  state: z.enum(['published', 'stale', 'missing', 'not-applicable']),
  reason: z.enum(['verification', 'update']).optional(),
  until: day.optional(),
  note: z.string().optional(),
  link: z.string().optional(),
});
const disclosureFile = z.object({
  offices: z.array(z.object({ name: z.string(), cells: z.array(cell) })).min(1),
});
const phone = z.object({ number: z.string(), use: z.string() });
const officesFile = z.object({
  items: z
    .array(
      z.object({
        name: z.string(),
        address: z.string().optional(),
        phones: z.array(phone).optional(),
        hours: z.unknown().optional(),
      }),
    )
    .min(1),
});

type Cell = z.infer<typeof cell>;
type Listed = z.infer<typeof officesFile>['items'][number];
interface Said {
  readonly verdict: AuditVerdict;
  readonly why: string;
}

/** What a cell claims, on a day that may be after the one it was computed for. */
function ofCell(one: Cell | undefined, today: string): Said {
  if (!one) return { verdict: 'unsure', why: '数据里没有这一项' };
  if (one.state === 'not-applicable') return { verdict: 'found', why: '不适用' };
  if (one.state === 'missing') return { verdict: 'absent', why: one.note ?? '待公开' };
  if (one.state === 'stale' && one.reason === 'verification') return { verdict: 'unsure', why: '待核实' };
  if (one.state === 'stale') return { verdict: 'absent', why: one.note ?? '待更新' };
  if (one.until !== undefined && one.until < today)
    return { verdict: 'unsure', why: `只到${one.until}有效，数据没有重新计算` };
  return { verdict: 'found', why: '数据里写着已公开' };
}

const has = ({ phones = [] }: Listed, use: string): boolean =>
  phones.some((one) => one.use === use && isDialable(one.number) && !isSampleNumber(one.number));

/** What a list of offices holds itself; of the other items it says nothing. */
const HELD: Partial<Record<DisclosureItem['evidence'], (office: Listed) => boolean>> = {
  place: ({ address }) => Boolean(address),
  contact: (office) => has(office, 'consult'),
  hours: ({ hours }) => hours !== undefined && hours !== null,
};

function ofListed(office: Listed, item: DisclosureItem): Said {
  const held = HELD[item.evidence];
  if (!held) return { verdict: 'unsure', why: '这个文件不写这一项' };
  return held(office) ? { verdict: 'found', why: '数据里写着' } : { verdict: 'absent', why: '数据里没有写' };
}

interface OfficeSays extends Said {
  readonly name: string;
}

/** The verdict on all offices: the one that most needs a person, and how many it is of. */
function judged(item: DisclosureItem, file: string, offices: readonly OfficeSays[]): JudgedItem {
  const verdict = (['absent', 'unsure', 'found'] as const).find((one) =>
    offices.some((office) => office.verdict === one),
  );
  const own = offices.filter((office) => office.verdict === verdict);
  const reasons = [...new Set(own.map(({ why }) => why))].slice(0, 2).join('；');
  const evidence: AuditEvidence[] = own
    .slice(0, 3)
    .map(({ name, why }) => ({ page: file, words: `${name}：${why}` }));
  const next = nextStep(verdict ?? 'unsure', item);
  return {
    item: item.id,
    title: item.title,
    disclosure: DISCLOSURES[item.disclosure],
    verdict: verdict ?? 'unsure',
    why: `${offices.length}个司法所中${own.length}个：${reasons}`,
    evidence,
    ...(next && { next }),
    offices,
  };
}

/** Whether a list of offices holds what an item asks for. */
export const isListed = ({ evidence }: DisclosureItem): boolean => evidence in HELD;

/** Judges a data file; undefined where it is none of ours. */
export function judgeData(
  file: string,
  text: string,
  items: readonly DisclosureItem[],
  today: string,
): JudgedItem[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  const cells = disclosureFile.safeParse(value);
  const listed = officesFile.safeParse(value);
  if (!cells.success && !listed.success) return undefined;
  return items.map((item) => {
    if (!cells.success)
      return judged(
        item,
        file,
        (listed.data?.items ?? []).map((office) => ({ name: office.name, ...ofListed(office, item) })),
      );
    const said = (all: readonly Cell[]) =>
      ofCell(
        all.find((one) => one.item === item.id),
        today,
      );
    return judged(
      item,
      file,
      cells.data.offices.map((one) => ({ name: one.name, ...said(one.cells) })),
    );
  });
}

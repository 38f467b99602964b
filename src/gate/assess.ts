/** The gate on a proposal: everything that a reviewer, and the forge, need to know before it is merged. */
import { dateInShanghai } from '../domain/dates.ts';
import { assessCatalogue } from '../domain/disclosure/assess.ts';
import { compareDisclosure, newProblems, type DisclosureComparison } from '../domain/disclosure/compare.ts';
import { ownerOf } from '../domain/ownership.ts';
import type { PrivacyFinding } from '../domain/privacy/found.ts';
import { isError, PROBLEM_KINDS, type Problem } from '../domain/problems.ts';
import { readByEntry } from './by-entry.ts';
import { editsOf, type Edit } from './edits.ts';
import { labelsIn, namesIn, type Labels } from './labels.ts';
import { overlapsOf, type Overlap } from './overlaps.ts';
import { assessOwnership, whoWithdraws, ownersIn, touchedBy, type Ownership } from './ownership.ts';
import { personalData } from './personal.ts';
import { commitsOf, readProposal, type Commits, type Proposal } from './proposal.ts';
import { type Version, versionsAfter } from './privacy/repository.ts';
import { refusalOf, whereaboutsTo, type Refusal } from './refuse.ts';
import { reasonsToLook } from './routine.ts';
import { inContent, type ContentPlace } from './place.ts';
import { withSides, type Side } from './sides.ts';
import { vanishingOf } from './vanishing.ts';
import type { Lead } from '../domain/lead-on.ts';

export interface GateRequest extends Commits {
  readonly place: ContentPlace;
  /** The forge's accounts behind the proposal: its author, and whoever pushed last. All must be allowed. */
  readonly accounts: readonly string[];
  readonly branch?: string | undefined;
  /** Title and description. */
  readonly text?: string | undefined;
  /** The prefix of the refs under which other open proposals were fetched. */
  readonly open?: string | undefined;
  readonly now: Date;
}

/** `merge`: whereabouts that may be written without anybody looking at them. */
type Verdict = 'fail' | 'pass' | 'merge';

export interface GateReport {
  readonly verdict: Verdict;
  readonly asOf: string;
  readonly base: string;
  readonly head: string;
  readonly stuck?: string | undefined;
  readonly edits: readonly Edit[];
  readonly refusals: readonly Refusal[];
  readonly ownership: Ownership;
  /** Problems of the content that were not there before. */
  readonly problems: readonly Problem[];
  /** How many errors were there before and are nobody's fault here. */
  readonly oldErrors: number;
  readonly comparison: DisclosureComparison;
  readonly privacy: readonly PrivacyFinding[];
  /** Other open proposals that change the same. */
  readonly overlaps: readonly Overlap[];
  /** Addresses that would vanish, and where their readers would be led. */
  readonly vanishing: readonly Lead[];
  /** What the files spoken of are to people, by their paths in the repository. */
  readonly labels: Labels;
  /** Why somebody must look at whereabouts that pass; empty for any other proposal. */
  readonly reasons: readonly Refusal[];
  /** Why no pages can be made of the content, where that was tried. */
  readonly unbuildable?: string | undefined;
}

/** Whereabouts are sensitive, and reports stay: a fault in them is told by its place and its remedy alone. */
const discreet = (problem: Problem): Problem =>
  problem.file.endsWith('/whereabouts.json')
    ? { ...problem, message: `${PROBLEM_KINDS[problem.kind]}（去向的原文不写进报告，请看文件）` }
    : problem;

/** Problems that a proposal brings; a renamed file keeps its old ones. */
function broughtBy({ changes }: Proposal, place: ContentPlace, before: Side, after: Side): Problem[] {
  const renamed = new Map(
    changes.flatMap(({ from, path }) =>
      from === undefined ? [] : [[inContent(place, from), inContent(place, path)]],
    ),
  );
  const moved = before.problems.flatMap((one) => {
    const file = renamed.get(one.file);
    return file === undefined ? [] : [{ ...one, file }];
  });
  return newProblems([...before.problems, ...moved], after.problems).map(discreet);
}

function compared(before: Side, after: Side, now: Date): DisclosureComparison {
  const side = ({ catalogue }: Side) => ({
    assessment: catalogue && assessCatalogue(catalogue, now),
    problems: [],
  });
  return compareDisclosure(side(before), side(after), now.toISOString());
}

/** The office whose addresses alone are newly listed as withdrawn; undefined where the list stays, or more is done to it. */
const withdrawing = ({ changes }: Proposal, before: Side, after: Side): string | undefined =>
  changes.some(({ path }) => path.endsWith('withdrawn.json'))
    ? whoWithdraws(before.content, after.content)
    : undefined;

/** What may not be brought: of each file, and of whereabouts on their way to a branch that remembers. */
function refusalsOf({ changes }: Proposal, place: ContentPlace, versions: readonly Version[]): Refusal[] {
  const isData = place.rest !== undefined;
  return [
    ...changes.flatMap((one) => refusalOf(one, { file: inContent(place, one.path), isData }) ?? []),
    ...(isData ? [] : whereaboutsTo(versions.map(({ path }) => path))),
  ];
}

/** What must not be published is not repeated either. */
const withoutPersonal = (edits: readonly Edit[], found: readonly PrivacyFinding[], place: ContentPlace) => {
  const files = new Set(found.flatMap(({ grade, file }) => (grade === 'block' ? [file] : [])));
  return edits.map(({ text, ...edit }) =>
    text === undefined || files.has(inContent(place, edit.path) ?? '') ? edit : { ...edit, text },
  );
};

const isFailing = (report: Omit<GateReport, 'verdict' | 'reasons'>) =>
  report.stuck !== undefined ||
  report.refusals.length > 0 ||
  report.ownership.faults.length > 0 ||
  report.problems.some(isError) ||
  report.privacy.some(({ grade }) => grade === 'block');

function assessSides(
  request: GateRequest,
  proposal: Proposal,
  before: Side,
  after: Side,
  today: string,
): GateReport {
  const { place, accounts, branch, text, open, now } = request;
  const touched = touchedBy(proposal.changes, place, withdrawing(proposal, before, after));
  const owners = ownersIn(before.content);
  const isTrusted = accounts.every((account) => ownerOf(owners ?? [], account)?.maintainer === true);
  const problems = broughtBy(proposal, place, before, after);
  const versions = versionsAfter(proposal.repository, proposal.since, proposal.head);
  const sides = { before, after };
  const privacy = personalData({ ...proposal, versions }, sides, { place, branch, text, today, isTrusted });
  const report = {
    asOf: now.toISOString(),
    base: proposal.base,
    head: proposal.head,
    stuck: proposal.stuck,
    edits: withoutPersonal(
      editsOf(proposal.changes, place, { before: before.folder, after: after.folder }),
      privacy,
      place,
    ),
    refusals: refusalsOf(proposal, place, versions),
    ownership: assessOwnership(touched, accounts, owners, place, namesIn([after.content, before.content])),
    problems,
    oldErrors: before.problems.filter(isError).length,
    comparison: compared(before, after, now),
    privacy,
    overlaps: open === undefined ? [] : overlapsOf({ ...proposal, place, open }),
    vanishing: vanishingOf(proposal, place, after),
    labels: labelsIn(proposal, place, [...problems, ...privacy], [before, after]),
  };
  if (isFailing(report)) return { verdict: 'fail', reasons: [], ...report };
  if (place.rest === undefined) return { verdict: 'pass', reasons: [], ...report };
  const reasons = reasonsToLook({ report, touched, owners: owners ?? [], accounts, before, after, today });
  return { verdict: reasons.length > 0 ? 'pass' : 'merge', reasons, ...report };
}

/** Makes a preview of both sides, or says why no pages can be made. */
type Preview = (sides: { before: Side; after: Side }) => Promise<string | undefined>;

/** Assesses a proposal; with a `preview`, also whether pages can be made of it. */
export function assess(request: GateRequest, preview?: Preview): Promise<GateReport> {
  const { place } = request;
  const commits = commitsOf(request);
  const proposal = place.rest === undefined ? readProposal(commits) : readByEntry(commits, place.prefix);
  const today = dateInShanghai(request.now);
  return withSides(proposal, place, today, async (before, after) => {
    const report = assessSides(request, proposal, before, after, today);
    const unbuildable = await preview?.({ before, after });
    return unbuildable === undefined
      ? report
      : { ...report, verdict: 'fail' as const, unbuildable: unbuildable.replace(/\s+/g, ' ') };
  });
}

/** Requests that wait for a reviewer, with all that is said of each. */
import { may } from '../../../domain/ownership.ts';
import { isSameAccount, type Following } from '../../../forges/followed.ts';
import type { OpenRequest } from '../../../forges/request-lists.ts';
import type { Reviews } from '../../../forges/reviews.ts';
import type { GateVerdict } from '../../../forges/verdict.ts';
import { rivalsAmong } from '../../../forges/sitting.ts';
import type { AdminData } from '../../../views/admin.ts';
import type { Room } from '../bureau/room.ts';

/** What a reviewer works with. */
export interface Desk extends Omit<Room, 'home'> {
  readonly login: string;
  readonly reviews: Reviews;
  readonly following: Following;
  readonly back: () => void;
}

export interface Waiting {
  readonly request: OpenRequest;
  readonly verdict: GateVerdict | undefined;
  readonly paths: readonly string[];
  /** The names of the offices that it touches. */
  readonly offices: readonly string[];
  /** Numbers of others that change the same. */
  readonly rivals: readonly number[];
  /** Whether the account that looks at it has made it. */
  readonly isOwn: boolean;
}

/** The counties in whose folders files lie. */
const countiesIn = (paths: readonly string[]): string[] =>
  paths.flatMap((path) => /(?:^|\/)(?:offices|counties)\/([^/.]+)/.exec(path)?.[1] ?? []);

const officesIn = (paths: readonly string[], { counties }: AdminData): string[] =>
  counties
    .flatMap(({ offices }) => offices)
    .filter(({ id }) => paths.some((path) => path.includes(`offices/${id}/`)))
    .map(({ name }) => name);

/** The open requests that the account answers for, oldest first. Throws a `ForgeError`. */
export async function waitingFor(desk: Desk): Promise<Waiting[]> {
  const { data, owner, reviews, following, login } = desk;
  const open = await reviews.list(data.editor.branch);
  const judged = await Promise.all(
    open.map(async (request) => ({
      number: request.number,
      request,
      // One that cannot be read (its copy is gone) keeps nobody from the others.
      verdict: await reviews.verdict(request).catch(() => undefined),
      paths: await following.paths(request).catch(() => []),
    })),
  );
  const rivals = rivalsAmong(judged);
  const isMine = (paths: readonly string[]) =>
    paths.length === 0 ||
    may(owner, { level: 'city' }) ||
    countiesIn(paths).some((county) => may(owner, { level: 'county', county }));
  return judged
    .filter(({ paths }) => isMine(paths))
    .map(({ request, verdict, paths, number }) => ({
      request,
      verdict,
      paths,
      offices: officesIn(paths, data),
      rivals: rivals.get(number) ?? [],
      isOwn: isSameAccount(request.author, login),
    }));
}

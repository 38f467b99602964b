/** Addresses of an office that moved: old ones lead on, links in texts go to the new ones. */
import { edit, type Body, type Files } from '../editing/files.ts';
import { paths } from '../domain/urls.ts';
import type { Redirects } from '../schemas/redirects.ts';

/** Old addresses of pages with the new ones. */
type Moves = ReadonlyMap<string, string>;

const NOTICE = /^affairs\/(?<name>\d{4}-\d{2}-\d{2}-[^/]+)\.md$/;

/** Where each page of an office is to be found when it has another id. */
export function movesOf(files: Files, from: string, to: string): Moves {
  const pages = [paths.poster, paths.figures, paths.history, paths.officeNotices].map(
    (page) => [page(from), paths.office(to)] as const,
  );
  const notices = [...files.keys()].flatMap((path) => {
    const folder = `offices/${from}/`;
    const name = path.startsWith(folder) && NOTICE.exec(path.slice(folder.length))?.groups?.['name'];
    return name ? [[paths.notice(from, name), paths.notice(to, name)] as const] : [];
  });
  return new Map([[paths.office(from), paths.office(to)], ...pages, ...notices]);
}

/** `redirects.json` with the moves: those that led to an old address lead to the new one, in one step. */
export const withRedirects = (files: Files, moves: Moves, reason: string): Files =>
  edit<Redirects>(files, 'redirects.json', ({ redirects }) => ({
    redirects: [
      ...redirects
        .filter(({ from }) => ![...moves.values()].includes(from))
        .map((one) => ({ ...one, to: moves.get(one.to) ?? one.to })),
      ...[...moves].map(([from, to]) => ({ from, to, reason })),
    ],
  }));

/** Not written in by hand, or a record of what was. */
const KEPT = /^(?:redirects|withdrawn|privacy-allow)\.json$/;

/** The texts with links below one path going below another; pages and files alike. */
export function withLinks(files: Files, from: string, to: string): Files {
  const links = new RegExp(`(?<![\\w/-])/(offices|files)/${from}/`, 'g');
  const rewritten = (path: string, body: Body): Body =>
    typeof body === 'string' && !KEPT.test(path) ? body.replace(links, `/$1/${to}/`) : body;
  return new Map([...files].map(([path, body]) => [path, rewritten(path, body)]));
}

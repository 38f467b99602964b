/** Takes a page out of its site: links within the preview become relative, all others lead to its list. */
import { posix } from 'node:path';

/** The path that previews are built for; nothing else begins with it. */
export const PREVIEW_BASE = '/yulan/';

interface Included {
  readonly isPage: (path: string) => boolean;
  readonly isAsset: (path: string) => boolean;
}

const LINK = new RegExp(`(\\s(?:href|src|action|data-[\\w-]+)=)(["']?)${PREVIEW_BASE}([^"'\\s>]*)\\2`, 'g');
const SCRIPT = /<script\b[^>]*\ssrc=[^>]*><\/script>/g;

/** A page for a folder `before/` or `after/`, and the files that it needs beside it. Scripts do not run in a preview. */
export function detach(html: string, path: string, { isPage, isAsset }: Included) {
  const assets = new Set<string>();
  const up = posix.relative(posix.dirname(path), '.') || '.';
  const lead = (target: string): string => {
    const [, file = '', rest = ''] = /^([^?#]*)(.*)$/.exec(target) ?? [];
    const page = file === '' || file.endsWith('/') ? `${file}index.html` : file;
    if (isPage(page)) return posix.join(up, page) + rest.replace(/^\?[^#]*/, '');
    if (!isAsset(file)) return posix.join(up, '..', 'index.html#rest');
    assets.add(file);
    return posix.join(up, file);
  };
  const page = html
    .replace(SCRIPT, '')
    .replace(
      LINK,
      (_, name: string, quote: string, target: string) => `${name}${quote}${lead(target)}${quote}`,
    );
  return { page, assets: [...assets] };
}

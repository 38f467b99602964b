/** Which writing of content a program understands, and what to do about content that is older or newer. */

/** The writing that this program reads. It rises when older content has to be changed to be understood. */
export const CONTENT_VERSION = 2;

/** The version that the settings of a site say; the first where they say none, undefined where it is no number. */
export function contentVersionOf(site: unknown): number | undefined {
  if (typeof site !== 'object' || site === null) return undefined;
  const version: unknown = Reflect.get(site, 'contentVersion') ?? 1;
  return typeof version === 'number' ? version : undefined;
}

/** What to tell whoever has content of another version; undefined where it is this program's. */
export function otherVersion(version: number | undefined): { message: string; remedy: string } | undefined {
  if (version === undefined || version === CONTENT_VERSION) return undefined;
  return version > CONTENT_VERSION
    ? {
        message: `内容是第 ${version} 版的写法，这个程序只认得到第 ${CONTENT_VERSION} 版`,
        remedy: '换用更新的程序；不要改 contentVersion',
      }
    : {
        message: `内容是第 ${version} 版的写法，这个程序用第 ${CONTENT_VERSION} 版`,
        remedy: '运行 npm run migrate 看要改什么，确认后加 --write，会一次改好，还可以撤回',
      };
}

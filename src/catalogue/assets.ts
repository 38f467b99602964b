import { attachmentFolder } from '../domain/notice-places.ts';
import type { FoundFile } from './read-folder.ts';

/** Files that are not read as text but published as they are: where each kind stands, and how large it may be. */
export const ASSET_KINDS = {
  officeFile: {
    title: '附件',
    place: /^offices\/(?<owner>[^/]+\/[^/]+)\/files\/(?<name>[^/]+)$/,
    maxBytes: 20 * 1024 * 1024,
  },
  cityFile: {
    title: '附件',
    place: /^(?<owner>affairs)\/files\/(?<name>[^/]+)$/,
    maxBytes: 20 * 1024 * 1024,
  },
  countyFile: {
    title: '附件',
    place: /^counties\/(?<owner>[^/]+)\/files\/(?<name>[^/]+)$/,
    maxBytes: 20 * 1024 * 1024,
  },
  sampleFile: {
    title: '示例附件',
    place: /^(?<owner>samples\/[^/]+)\/files\/(?<name>[^/]+)$/,
    maxBytes: 20 * 1024 * 1024,
  },
  officePhoto: {
    title: '照片',
    place: /^offices\/(?<owner>[^/]+\/[^/]+)\/photos\/(?<name>[^/]+)$/,
    maxBytes: 2 * 1024 * 1024,
  },
  samplePhoto: {
    title: '示例照片',
    place: /^(?<owner>samples\/[^/]+)\/photos\/(?<name>[^/]+)$/,
    maxBytes: 2 * 1024 * 1024,
  },
} as const satisfies Record<string, { title: string; place: RegExp; maxBytes: number }>;

type AssetKind = keyof typeof ASSET_KINDS;

/** A file that stands where such files stand; nobody has looked into it yet. */
export interface Asset extends FoundFile {
  readonly kind: AssetKind;
  /** `qianwei/luocheng`, `samples/<slug>`, `qianwei` for a county, or `affairs` for the city. */
  readonly owner: string;
  readonly name: string;
}

/** The file as an asset; undefined where none stand. */
export function asAsset(found: FoundFile): Asset | undefined {
  for (const [kind, { place }] of Object.entries(ASSET_KINDS)) {
    const { owner, name } = place.exec(found.file)?.groups ?? {};
    if (owner !== undefined && name !== undefined) return { ...found, kind: kind as AssetKind, owner, name };
  }
  return undefined;
}

/** A picture of a person: made anew before it is published, never published as it is. */
export const isPhoto = ({ kind }: Asset): boolean => kind === 'officePhoto' || kind === 'samplePhoto';

/** Where an asset is kept for the files beside it: `offices/qianwei/luocheng/files/`. */
export const assetFolder = (owner: string): string =>
  owner.startsWith('samples/') ? `${owner}/files/` : `${attachmentFolder(owner)}/`;

import type { Problem } from '../../domain/problems.ts';
import { adaptationsIn } from '../adaptations.ts';
import { ASSET_KINDS, assetFolder, type Asset } from '../assets.ts';
import { ownerOfText } from '../../domain/notice-places.ts';
import { inspect } from '../attachments/inspect.ts';
import { attachmentType } from '../../domain/attachment-types.ts';
import { assessName } from '../attachments/name.ts';
import type { Contents } from '../contents.ts';
import { listAt, textAt } from '../loose.ts';
import { problemAt, type Entry } from '../entry.ts';
import { checkReference, checkUnique } from './reference.ts';

/** What may carry documents, each with the owner of those. */
const carriersOf = (contents: Contents): { owner: string; entry: Entry }[] => [
  ...adaptationsIn(contents).map(({ entry, place }) => ({ owner: ownerOfText(place), entry })),
  ...noticesOf(contents),
];

const noticesOf = ({ of, all }: Contents): { owner: string; entry: Entry }[] => [
  ...of('notice').map((entry) => ({ owner: 'affairs', entry })),
  ...all.offices.flatMap(({ id, notices }) => notices.map((entry) => ({ owner: id, entry }))),
];

/** A notice or text names documents that stand in the folder beside it, each once. */
export const checkReferred = (contents: Contents): Problem[] =>
  carriersOf(contents).flatMap(({ owner, entry }) => {
    const ids = new Set(contents.assets.filter((one) => one.owner === owner).map(({ name }) => name));
    const target = { name: `附件（放在 ${assetFolder(owner)}）`, ids };
    return [
      ...listAt(entry.raw, ['attachments']).flatMap((_, at) =>
        checkReference(entry, ['attachments', at, 'file'], target),
      ),
      ...checkUnique(entry, ['attachments'], 'file', '附件'),
    ];
  });

/** Whoever cannot hear reads what a recording says. */
export const checkTranscripts = (contents: Contents): Problem[] =>
  carriersOf(contents).flatMap(({ entry }) =>
    listAt(entry.raw, ['attachments']).flatMap((one, at): Problem[] => {
      const file = textAt(one, ['file']) ?? '';
      if (!attachmentType(file)?.heard || textAt(one, ['transcript'])) return [];
      const message = `录音 ${file} 没有文字`;
      const remedy = '加上 transcript，写出录音里说的话；照着正文念的，写 transcript: 正文';
      return [problemAt(entry, { kind: 'attachment', path: ['attachments', at, 'file'], message, remedy })];
    }),
  );

/** What is published is what its name says, can be opened, runs nothing and is not too large (facts F1-1). */
export const checkContents = ({ assets }: Contents): Problem[] =>
  assets.flatMap((asset): Problem[] => {
    const { maxBytes } = ASSET_KINDS[asset.kind];
    const fault =
      assessName(asset.name) ??
      (asset.size > maxBytes ? tooLarge(asset, maxBytes) : inspect(asset.name, asset.read()));
    return fault ? [{ kind: 'attachment', severity: 'error', file: asset.file, ...fault }] : [];
  });

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);

const tooLarge = ({ size }: Asset, limit: number) => ({
  message: `附件有 ${megabytes(size)} MB，最大 ${megabytes(limit)} MB`,
  remedy: '压缩里面的图片，或分成几个文件',
});

/** A document that nothing names is not published; nobody should think it is. */
export function remindUnused(contents: Contents): Problem[] {
  const used = new Set(
    carriersOf(contents).flatMap(({ owner, entry }) =>
      listAt(entry.raw, ['attachments']).map((one) => `${owner}/${textAt(one, ['file'])}`),
    ),
  );
  return contents.assets
    .filter(({ owner, name }) => !used.has(`${owner}/${name}`))
    .map(({ file, name }) => ({
      kind: 'attachment',
      severity: 'warning',
      file,
      message: '没有公告用到这个附件，它不会公开',
      remedy: `在公告开头写 attachments: [{ file: ${name}, title: 名称 }]，或删除它`,
    }));
}

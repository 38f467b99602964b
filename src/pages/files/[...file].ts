import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../catalogue/current.ts';
import { encodeAttachment } from '../../catalogue/encode-picture.ts';
import type { Attachment } from '../../catalogue/types.ts';
import { attachmentType } from '../../domain/attachment-types.ts';
import { publishedFiles } from '../../views/notices.ts';

/** Documents that notices carry along, byte for byte, and pictures made anew; one that no notice names is not published. */
export const getStaticPaths = (() =>
  publishedFiles(catalogue()).map((attachment) => ({
    params: { file: attachment.path.replace('/files/', '') },
    props: { attachment },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ attachment: Attachment }> = async ({ props: { attachment } }) => {
  const type = attachmentType(attachment.path)?.mime ?? 'application/octet-stream';
  return new Response(new Uint8Array(await encodeAttachment(attachment.path, attachment.read())), {
    headers: { 'Content-Type': type },
  });
};

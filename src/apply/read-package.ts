/** The change package (修改包) of the form page: what it must be, and which files it may touch. */
import { z } from 'zod';
import { Failure } from '../command/command.ts';

/** Beside the files of the office: where it tells which of its addresses are no more. */
export const WITHDRAWN_LIST = 'withdrawn.json';

const LARGEST_FILE = 20 * 1024 * 1024;

/** Letters, digits, single hyphens and one ending: nothing that climbs, hides or means something to a shell. */
const NAME = '[a-z0-9]+(?:-[a-z0-9]+)*';
const OFFICE = new RegExp(`^${NAME}/${NAME}$`);
const WITHIN = new RegExp(
  `^(?:(?:office|staff|statistics|whereabouts)\\.json|affairs/${NAME}\\.md|(?:affairs/)?files/${NAME}\\.[a-z]{2,4}|photos/${NAME}\\.[a-z]{2,4})$`,
);

const packed = z.strictObject({
  path: z.string().max(300),
  before: z
    .string()
    .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
    .optional(),
  gone: z.literal(true).optional(),
  text: z.string().max(LARGEST_FILE).optional(),
  base64: z
    .string()
    .max(LARGEST_FILE * 1.4)
    .regex(/^[A-Za-z0-9+/\s]*={0,2}\s*$/)
    .optional(),
});

const changePackage = z.strictObject({
  format: z.literal('open-office-change'),
  version: z.literal(1),
  office: z.string().regex(OFFICE),
  made: z.string().max(40),
  title: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}]*$/u),
  description: z.string().max(100_000),
  files: z.array(packed).min(1).max(100),
});

/** What an office may take away. */
const REMOVABLE = /^(?:affairs|files|photos)\//;

/** One file of a package, its bytes unpacked. */
export interface PackageFile {
  /** Below the content folder. */
  readonly path: string;
  /** Git's name of the content that it replaces or takes away; absent for a new file. */
  readonly before: string | undefined;
  /** Undefined where the file goes. */
  readonly after: Uint8Array | undefined;
}

interface ChangePackage {
  readonly office: string;
  readonly made: string;
  readonly title: string;
  readonly description: string;
  readonly files: readonly PackageFile[];
}

function bytesOf({ text, base64 }: z.infer<typeof packed>): Uint8Array | undefined {
  if (text !== undefined) return new TextEncoder().encode(text);
  return base64 === undefined ? undefined : new Uint8Array(Buffer.from(base64, 'base64'));
}

/** Why a file may not be in a package of an office; undefined when it may. */
function refuse(office: string, file: z.infer<typeof packed>): string | undefined {
  const folder = `offices/${office}/`;
  if (file.path === WITHDRAWN_LIST && file.text !== undefined) return undefined;
  if (!file.path.startsWith(folder)) return `${file.path} 不是本所（${office}）的文件`;
  if (!WITHIN.test(file.path.slice(folder.length))) return `${file.path} 不是填报页会改的文件`;
  if (file.gone && !REMOVABLE.test(file.path.slice(folder.length))) return `${file.path} 不能删除`;
  const bodies = [file.text, file.base64, file.gone].filter((one) => one !== undefined);
  if (bodies.length !== 1) return `${file.path} 的内容不完整`;
  return undefined;
}

/** True when bytes are a package rather than a spreadsheet. */
export const looksLikePackage = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64)));

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads a package. Throws a Failure that names everything that is not in order. */
export function readPackage(bytes: Uint8Array): ChangePackage {
  const { data, error } = changePackage.safeParse(parsed(bytes));
  if (!data) {
    const where = error?.issues.map(({ path }) => path.join('.')).filter(Boolean);
    throw new Failure(
      `这不是填报页下载的修改包，或者已经损坏${where?.length ? `（${where.join('、')}）` : ''}。请重新下载。`,
    );
  }
  const { office, made, title, description, files } = data;
  const faults = files.flatMap((file) => refuse(office, file) ?? []);
  const twice = files.filter(({ path }, at) => files.findIndex((one) => one.path === path) < at);
  faults.push(...twice.map(({ path }) => `${path} 写了两次`));
  if (faults.length > 0) throw new Failure(`修改包不能用：\n${faults.map((one) => `  ${one}`).join('\n')}`);
  const unpacked = files.map((file) => ({ path: file.path, before: file.before, after: bytesOf(file) }));
  return { office, made, title, description, files: unpacked };
}

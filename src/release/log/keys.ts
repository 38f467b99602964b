/** The operator's keys: in a file, or in the environment where a pipeline keeps secrets. */
import { randomBytes } from 'node:crypto';
import { Failure } from '../../command/command.ts';
import { readNamed } from '../../command/options.ts';
import type { Sealing } from './append.ts';
import { parseSigner, parseVerifier } from './note.ts';

/** Holds what a key file would hold. */
export const KEY_VARIABLE = 'OPEN_OFFICE_KEY';

/** So many lines that are wrong are named: a file of something else has nothing else. */
const MOST = 5;

/** Understands a key file: private keys sign, public ones are known as earlier keys; `#` begins a remark. */
export function parseKeys(text: string, where: string): Pick<Sealing, 'signers' | 'earlier'> {
  const lines = text.split(/\r?\n/).map((line, at) => ({ line: line.trim(), at: at + 1 }));
  const keys = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
  const signers = keys.flatMap(({ line }) => parseSigner(line) ?? []);
  const earlier = keys.flatMap(({ line }) => parseVerifier(line) ?? []);
  const wrong = keys.filter(({ line }) => !parseSigner(line) && !parseVerifier(line)).map(({ at }) => at);
  const more = wrong.length > MOST ? `等${wrong.length}行` : '行';
  if (wrong.length > 0)
    throw new Failure(
      `${where} 第${wrong.slice(0, MOST).join('、')}${more}不是密钥。私钥以 PRIVATE+KEY+ 开头，旧的公钥形如 名称+8位编号+一串字符；说明写在 # 后面。没有把内容显示出来。`,
    );
  if (signers.length === 0)
    throw new Failure(`${where} 里没有私钥。用 npm run sign -- --new-key <文件> 生成一把。`);
  return { signers, earlier };
}

/** What to sign with: the file that was named, else the environment; undefined where nothing is configured. */
export function sealingFrom(
  file: string | undefined,
  env: NodeJS.ProcessEnv,
  now: Date,
): Sealing | undefined {
  const text = file === undefined ? env[KEY_VARIABLE] : readNamed(file);
  if (text === undefined || text.trim() === '') return undefined;
  const where = file ?? `环境变量 ${KEY_VARIABLE}`;
  return { ...parseKeys(text, where), now, random: randomBytes };
}

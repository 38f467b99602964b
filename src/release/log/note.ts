/** Signed notes (C2SP signed-note): a text, an empty line, and a line for each key that signed it with Ed25519. */
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto';

/** A public key with its name, as `<name>+<id>+<base64>`. */
export interface Verifier {
  readonly name: string;
  readonly id: string;
  /** The key in writing. */
  readonly key: string;
  readonly verifies: (text: string, signature: Uint8Array) => boolean;
}

export interface Signer extends Verifier {
  readonly sign: (text: string) => Uint8Array;
}

const ED25519 = 1;
const SECRET = 'PRIVATE+KEY+';
/** What stands before a raw key of 32 bytes in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const PARTS = /^([^\s+]+)\+([\da-f]{8})\+([A-Za-z\d+/]+={0,2})$/;
const LINE = /^— ([^\s+]+) ([A-Za-z\d+/]+={0,2})$/;

/** True for what may name a key. */
export const isKeyName = (name: string): boolean => /^[^\s+]+$/.test(name);

const typed = (key: Uint8Array) => Buffer.concat([Uint8Array.of(ED25519), key]);

const idOf = (name: string, key: Uint8Array) =>
  createHash('sha256').update(`${name}\n`).update(typed(key)).digest('hex').slice(0, 8);

/** The 32 bytes of a key that is written like this; undefined when it is none of Ed25519. */
function rawKey(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 33 && bytes[0] === ED25519 ? bytes.subarray(1) : undefined;
}

function verifierWith(name: string, raw: Uint8Array): Verifier {
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  const id = idOf(name, raw);
  return {
    name,
    id,
    key: `${name}+${id}+${typed(raw).toString('base64')}`,
    verifies: (text, signature) => verify(null, Buffer.from(text), key, signature),
  };
}

/** Reads a public key; undefined when it is none. */
export function parseVerifier(text: string): Verifier | undefined {
  const [, name = '', id, encoded = ''] = PARTS.exec(text) ?? [];
  const raw = rawKey(encoded);
  const verifier = raw && verifierWith(name, raw);
  return verifier?.id === id ? verifier : undefined;
}

function signerWith(name: string, seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { ...verifierWith(name, raw), sign: (text) => sign(null, Buffer.from(text), key) };
}

/** Reads a private key; undefined when it is none. */
export function parseSigner(text: string): Signer | undefined {
  const [, name = '', id, encoded = ''] =
    (text.startsWith(SECRET) && PARTS.exec(text.slice(SECRET.length))) || [];
  const seed = rawKey(encoded);
  const signer = seed && signerWith(name, seed);
  return signer?.id === id ? signer : undefined;
}

/** Makes a pair of keys: the private one in writing, and what signs with it. */
export function newKey(name: string, seed: Uint8Array = randomBytes(32)) {
  const signer = signerWith(name, seed);
  return { secret: `${SECRET}${name}+${signer.id}+${typed(seed).toString('base64')}`, signer };
}

/** A text, which ends in a line's end, signed by each. */
export function signedNote(text: string, signers: readonly Signer[]): string {
  const lines = signers.map((signer) => {
    const signature = Buffer.concat([Buffer.from(signer.id, 'hex'), signer.sign(text)]);
    return `— ${signer.name} ${signature.toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

interface Opened {
  readonly text: string;
  /** The keys among the known ones that signed it. */
  readonly by: readonly Verifier[];
}

const MOST_SIGNATURES = 16;

/** Opens a note: undefined when it is none, no known key signed it, or one that should have did not. */
export function openNote(note: string, known: readonly Verifier[]): Opened | undefined {
  const end = note.lastIndexOf('\n\n');
  const lines = note.slice(end + 2).split('\n');
  if (end < 0 || lines.pop() !== '' || lines.length > MOST_SIGNATURES) return undefined;
  if (/[\0-\x09\x0b-\x1f]/.test(note)) return undefined;
  const text = note.slice(0, end + 1);
  const by: Verifier[] = [];
  for (const line of lines) {
    const [, name, encoded] = LINE.exec(line) ?? [];
    if (encoded === undefined) return undefined;
    const bytes = Buffer.from(encoded, 'base64');
    const id = bytes.subarray(0, 4).toString('hex');
    const key = known.find((one) => one.name === name && one.id === id);
    if (key && !key.verifies(text, bytes.subarray(4))) return undefined;
    if (key) by.push(key);
  }
  return by.length > 0 ? { text, by } : undefined;
}

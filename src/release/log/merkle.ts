/** The hashes of a Merkle tree as RFC 6962 has them, with SHA-256. */
import { createHash } from 'node:crypto';

const sha = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The hash of what stands at a leaf. */
export const leafHash = (...data: readonly Uint8Array[]): Uint8Array => sha(Uint8Array.of(0), ...data);

const nodeHash = (left: Uint8Array, right: Uint8Array) => sha(Uint8Array.of(1), left, right);

/** The root over the hashes of leaves. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [first, second] = leaves;
  if (!first) return sha();
  if (!second) return first;
  // The largest power of two below the number of leaves.
  const left = 2 ** (31 - Math.clz32(leaves.length - 1));
  return nodeHash(rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

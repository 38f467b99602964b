import { encode } from 'uqr';

export interface QrView {
  /** Modules on a side, the quiet border included. */
  readonly size: number;
  /** SVG path data: a stroke for each run of dark modules, one unit high. */
  readonly path: string;
}

/** A text as a QR code. The quiet zone is the four modules that ISO/IEC 18004 asks for. */
export function qrView(text: string): QrView {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  return { size, path: data.map(rowPath).join('') };
}

/** A page as a code to scan; undefined where the site's address is not known. */
export const codeOf = (address: string | undefined) =>
  address === undefined ? undefined : { address, qr: qrView(address) };

/** The dark runs of one row, in relative moves that keep the path short. */
function rowPath(row: readonly boolean[], y: number): string {
  const bits = row.map((dark) => (dark ? '1' : '0')).join('');
  return [...bits.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}`).join('');
}

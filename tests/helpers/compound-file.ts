/** A compound file (the container of .xls) of one stream of eight sectors or more, in an order turned round. */
const SECTOR = 512;
const [LIST, END, FREE] = [0xfffffffd, 0xfffffffe, 0xffffffff];

const numbers = (...given: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(given.length * 4);
  given.forEach((one, at) => bytes.writeUInt32LE(one, at * 4));
  return bytes;
};

function entry(name: string, type: number, first: number, length: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE(name.length * 2 + 2, 64);
  bytes[66] = type;
  numbers(first, length).copy(bytes, 116);
  return bytes;
}

export function compoundFile(name: string, given: Uint8Array): Buffer {
  const count = Math.max(8, Math.ceil(given.length / SECTOR));
  const stream = Buffer.concat([given], count * SECTOR);
  const parts = Array.from({ length: count }, (_, at) => stream.subarray(at * SECTOR, (at + 1) * SECTOR));
  const header = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex')], 76);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  numbers(1, 1, 0, 4096, END, 0, END, 0).copy(header, 44);
  const followers = [LIST, END, END, ...Array.from({ length: count - 1 }, (_, at) => at + 2)];
  const listed = [0, ...Array.from({ length: 108 }, () => FREE)];
  return Buffer.concat([
    header,
    numbers(...listed),
    numbers(...followers, ...Array.from({ length: 128 - followers.length }, () => FREE)),
    Buffer.concat([entry('Root Entry', 5, END, 0), entry(name, 2, count + 1, stream.length)], SECTOR),
    ...parts.reverse(),
  ]);
}

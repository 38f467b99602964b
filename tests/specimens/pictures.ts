/** Pictures as people send them, each with one thing too much. */
import { deflateSync } from 'node:zlib';
import { chunk, exif, jpegWith, png, pngWith, segment } from '../helpers/documents.ts';
import { MOBILE, named } from './specimen.ts';

const jpg = named('a.jpg');
const pngs = named('a.png');
const note = (keyword: string, text: string) => chunk('tEXt', `${keyword}\0${text}`);
const latin = (text: string) => Buffer.from(text, 'latin1');
const app1 = (content: Uint8Array | string) => segment(0xe1, content);
const notes = (behind: string) => Buffer.concat([latin('Exif\0\0'), exif(0x0112, behind)]);
const xmp = (inside: string) =>
  `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:Description ${inside}/></x:xmpmeta>`;
const wide = (text: string) => Buffer.from(text, 'utf16le').toString('latin1');
const PLACE = '拍摄的位置';
const rawProfile = `\nexif\n      26\n${Buffer.from(exif(0x8825)).toString('hex')}\n`;

export const PICTURES = [
  jpg(
    'the place in the notes of a camera',
    jpegWith(app1(Buffer.concat([latin('Exif\0\0'), exif(0x8825)]))),
    PLACE,
  ),
  jpg('the place in the notes of a program', jpegWith(app1(xmp('exif:GPSLatitude="29,33N"'))), PLACE),
  jpg(
    'the place in a second picture',
    Buffer.concat([jpegWith(), jpegWith(app1(Buffer.concat([latin('Exif\0\0'), exif(0x8825)])))]),
    PLACE,
  ),
  jpg('a number in the notes of a camera', jpegWith(app1(notes(`${MOBILE} owner`)))),
  jpg('a number in two-byte characters', jpegWith(app1(notes(wide(`tel ${MOBILE} `))))),
  jpg('a number in the notes of a program', jpegWith(app1(xmp(`dc:creator="${MOBILE}"`)))),
  jpg('a number in a remark', jpegWith(segment(0xfe, MOBILE))),
  jpg('a number in the notes of a newspaper', jpegWith(segment(0xed, `Photoshop 3.0\0 8BIM ${MOBILE} end`))),
  jpg('a film behind a picture', Buffer.concat([jpegWith(), latin('\0\0\0\x18ftypmp42')]), '跟着别的内容'),
  jpg('half a picture', jpegWith().subarray(0, 200), '不完整'),
  jpg('a picture of another kind', png, '不符'),
  pngs('the place in the notes of a camera, PNG', pngWith(chunk('eXIf', exif(0x8825))), PLACE),
  pngs('the place in notes as digits', pngWith(note('Raw profile type exif', rawProfile)), PLACE),
  pngs(
    'the place in packed notes as digits',
    pngWith(
      chunk('zTXt', Buffer.concat([latin('Raw profile type exif\0\0'), deflateSync(latin(rawProfile))])),
    ),
    PLACE,
  ),
  pngs(
    'the place in the notes of a program, PNG',
    pngWith(
      chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta><a exif:GPSLongitude="103,46E"/></x:xmpmeta>`),
    ),
    PLACE,
  ),
  pngs('a number in a note', pngWith(note('Comment', MOBILE))),
  pngs(
    'a number in a packed note',
    pngWith(chunk('zTXt', Buffer.concat([latin('Comment\0\0'), deflateSync(latin(MOBILE))]))),
  ),
  pngs(
    'a number in a packed note of a language',
    pngWith(chunk('iTXt', Buffer.concat([latin('Comment\0\x01\0zh\0\0'), deflateSync(latin(MOBILE))]))),
  ),
  pngs('a number in a piece of its own', pngWith(chunk('vpAg', `owner ${MOBILE} owner`))),
  pngs('an archive behind a picture', Buffer.concat([png, latin('PK\x03\x04')]), '跟着别的内容'),
  pngs('half a picture, PNG', png.subarray(0, 50), '不完整'),
  pngs(
    'a picture that fills any memory',
    Buffer.concat([
      png.subarray(0, 8),
      chunk('IHDR', Uint8Array.of(0, 1, 0, 0, 0, 1, 0, 0, 8, 2, 0, 0, 0)),
      chunk('IEND', ''),
    ]),
    '太大',
  ),
];

/**
 * The city's site as an operator would set it up who has everything: published telephones, hours and a surveyed door,
 * tiles of the national platform, a boundary file, an address of its own below another site's path.
 */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/command/command.ts';
import { builtOnce } from './built-once.ts';
import { type Built, readSite } from './dist.ts';
import { recording } from './documents.ts';
import { change, checked, crowd, type Json } from './fullest-office.ts';

const TOKEN = '0123456789abcdef0123456789abcdef';
export const APPROVALS = { tianditu: '示GS（2026）0001号', boundaries: '示川S（2026）0002号' } as const;
/** Numbers that no authority gave to anyone. */
export const FILINGS = {
  siteIdCode: '5111999999',
  icp: '蜀ICP备00000000号-1',
  police: '川公网安备 51110000000000号',
  policeCode: '51110000000000',
  partyGovernmentMark: 'https://mark.example.gov.cn/5111999999',
  findError: 'https://errors.example.gov.cn/?site=5111999999',
} as const;
export const SURVEYED = { id: 'qianwei/luocheng', lon: 103.945123, lat: 29.209876 } as const;
/** A notice that is also given in another writing, with a recording; its letters are the first of the block, no words. */
export const SPOKEN = { office: 'mabian/minjian', slug: '2026-11-02-tingde', letters: 'ꀀꀁꀂ' } as const;
/** The office with more of everything than any will have. */
export const FULLEST = 'ebian/heizhugou';
export const OUTLINE = [
  [102.9, 28.9],
  [104.1, 28.9],
  [104.1, 29.7],
  [102.9, 28.9],
] as const;

const week = [{ days: [1, 2, 3, 4, 5], sessions: ['09:00-12:00', '13:30-17:00'] }];
const hours = { seasons: [{ name: '全年', from: '01-01', to: '12-31', week }] };

/** A number for each office; none here begins with 9. */
export const phoneOf = (at: number) => `0833-9${String(100_000 + at * 37)}`;

/** The offices in the order in which they got their telephones. */
function officesIn(content: string): string[] {
  const offices = join(content, 'offices');
  return readdirSync(offices).flatMap((county) =>
    readdirSync(join(offices, county)).map((office) => `${county}/${office}`),
  );
}

function fill(content: string, id: string, at: number): void {
  const surveyed = id === SURVEYED.id;
  const point = { lon: SURVEYED.lon, lat: SURVEYED.lat, crs: 'WGS84', precision: 'office', source: '测试' };
  change(join(content, 'offices', id, 'office.json'), (old) => ({
    ...old,
    phones: [{ number: phoneOf(at), use: 'consult' }],
    ...(surveyed && {
      hours,
      place: { address: '罗城镇铁山路1号', transport: '乘示例3路车', point, access: { toilet: true } },
    }),
    provenance: {
      ...(old['provenance'] as Json),
      contact: checked,
      ...(surveyed && { hours: checked, place: checked }),
    },
  }));
}

function speak(content: string): void {
  const folder = join(content, 'offices', SPOKEN.office);
  mkdirSync(join(folder, 'affairs'), { recursive: true });
  mkdirSync(join(folder, 'files'), { recursive: true });
  writeFileSync(join(folder, 'files', 'luyin.mp3'), recording({ notes: '示例' }));
  const lines = [
    'title: 听得到的公告',
    'category: 通知公告',
    'published: 2026-11-02',
    'source: 民建镇司法所',
    'attachments: [{ file: luyin.mp3, title: 念给您听, transcript: 正文 }]',
    `versions: [{ lang: ii, title: ${SPOKEN.letters}, text: [${SPOKEN.letters}], source: 示例翻译机构 }]`,
  ];
  writeFileSync(join(folder, 'affairs', `${SPOKEN.slug}.md`), `---\n${lines.join('\n')}\n---\n\n正文。\n`);
}

/** Makes a copy of the city's content that of such an operator. */
export function configure(content: string): void {
  const boundaries = {
    file: 'xianjie',
    crs: 'CGCS2000',
    source: '示例市自然资源局',
    approvalNumber: APPROVALS.boundaries,
    convert: false,
  };
  const tianditu = { token: TOKEN, approvalNumber: APPROVALS.tianditu };
  change(join(content, 'site.json'), (old) => ({
    ...old,
    map: { tianditu, boundaries },
    filings: FILINGS,
    fonts: [{ lang: 'ii', file: 'yi.woff2', source: '示例', licence: 'OFL-1.1' }],
  }));
  const geometry = { type: 'Polygon', coordinates: [OUTLINE] };
  const features = [{ type: 'Feature', properties: { name: '示例' }, geometry }];
  mkdirSync(join(content, 'places'), { recursive: true });
  writeFileSync(
    join(content, 'places', 'xianjie.geojson'),
    JSON.stringify({ type: 'FeatureCollection', features }),
  );
  officesIn(content).forEach((id, at) => fill(content, id, at));
  crowd(content, FULLEST);
  speak(content);
}

export interface ConfiguredSite extends Built {
  /** Each office's address below the base, with its telephone. */
  readonly phones: readonly { readonly path: string; readonly phone: string }[];
}

/** That site, built once for all files of tests. */
export async function configuredSite(): Promise<ConfiguredSite> {
  const fill = (content: string) => {
    cpSync(join(ROOT, 'content'), content, { recursive: true });
    configure(content);
  };
  const settings = { SITE_URL: 'https://www.example.gov.cn', BASE_PATH: '/sfj/sfs/' };
  const out = await builtOnce('configured-site', fill, settings);
  const phones = officesIn(join(ROOT, 'content')).map((id, at) => ({
    path: `/offices/${id}/`,
    phone: phoneOf(at),
  }));
  return { ...readSite(out), phones };
}

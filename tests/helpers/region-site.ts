/** The site of a region over the built city, one city that lies and one that is nowhere. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Built, DIST, readSite } from './dist.ts';
import { started } from './started.ts';

/** Where readers find the built city. */
export const CITY = 'https://ls.example.gov.cn/sfs/';

const REGION = {
  title: '示例省司法所公开',
  shortTitle: '司法所公开',
  description: '示例省各市的司法所。',
  name: '示例省',
  code: '51',
  publisher: { name: '示例省司法厅', confirmed: false },
  hotlines: [{ number: '12348', name: '公共法律服务热线' }],
  filings: {},
  contentLicence: 'CC BY 4.0',
};

/** The instant of the built city, which no region may be behind. */
function cityBuilt(): string {
  const { builtFor } = JSON.parse(readFileSync(join(DIST, 'manifest.json'), 'utf8')) as { builtFor: string };
  return String(Math.ceil(Date.parse(builtFor) / 1000));
}

/** Runs `npm run region` from a folder that is not the project's; returns how it ended and what it said. */
export function runRegion(folder: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const command = started('region', folder, ...args);
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: cityBuilt(), ...env },
  });
  return { status, said: stdout + stderr };
}

/** Writes a region's file. */
export const writeRegion = (folder: string, more: object): void =>
  writeFileSync(join(folder, 'region.json'), JSON.stringify({ ...REGION, ...more }, null, 2));

interface RegionSite extends ReturnType<typeof runRegion> {
  readonly site: Built;
  readonly remove: () => void;
}

/** Builds it, below a path. */
export function regionSite(): RegionSite {
  const folder = mkdtempSync(join(tmpdir(), 'open-office-region-'));
  const lies = join(folder, 'lies');
  mkdirSync(lies);
  const manifest = readFileSync(join(DIST, 'manifest.json'), 'utf8');
  writeFileSync(join(lies, 'manifest.json'), manifest.replace('"missing":', '"missing":1'));
  // A copy: the built city is everybody's.
  cpSync(DIST, join(folder, 'city'), { recursive: true });
  const cities = [
    { code: '5111', name: '乐山市', folder: 'city', address: CITY },
    { code: '5102', name: '假话市', folder: 'lies', address: 'https://jia.example.gov.cn/' },
    { code: '5103', name: '失联市', folder: 'nowhere', address: 'https://shi.example.gov.cn/' },
  ];
  writeRegion(folder, { base: '/sfj/sheng/', cities });
  const ran = runRegion(folder);
  const site = { ...readSite(join(folder, 'dist')), base: '/sfj/sheng/' };
  return { ...ran, site, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSynthetic } from '../../src/bench/synthetic.ts';
import { filesBelow } from '../../src/build/stamp.ts';
import { ROOT } from '../../src/command/command.ts';
import { apart } from '../helpers/build-apart.ts';
import { LONG } from '../helpers/long.ts';
import '../helpers/properties.ts';

const DAY = 86_400;
const START = 1_795_831_200;
const OFFICES = 14;
const NEWEST = `offices/xian2/zhen${OFFICES}`;

const work = apart();
const folder = mkdtempSync(join(tmpdir(), 'open-office-'));
/** Where the site grows: on the disk of what is remembered of it. */
const out = join(ROOT, '.cache', `once-${process.pid}`);
afterAll(() => {
  work.remove();
  for (const one of [folder, out]) rmSync(one, { recursive: true, force: true });
});

/** A city of a few complete offices, and the same with one more. */
const [content, larger] = [work.content, join(folder, 'larger')];
writeSynthetic(join(ROOT, 'content'), content, OFFICES, '2026-11-28');
writeSynthetic(join(ROOT, 'content'), larger, OFFICES + 1, '2026-11-28');

let instant = START;
const built = (to = out) => work.build(['--out', to], { SOURCE_DATE_EPOCH: String(instant) });

const officeOf = (at: number) => `offices/xian${at < 12 ? 1 : 2}/zhen${at % OFFICES}`;
const change = (file: string, from: RegExp, to: string) =>
  work.write(file, readFileSync(join(content, file), 'utf8').replace(from, to));
const digits = (n: number) => String(n).padStart(7, '0');

/** What clerks and bureaus do, each at some office and with some number. */
const EDITS = {
  phone: (at: number, n: number) =>
    change(`${officeOf(at)}/office.json`, /0833-2\d{6}/, `0833-2${digits(n).slice(1)}`),
  name: (at: number, n: number) =>
    change(`${officeOf(at)}/staff.json`, /"name": "虚构[^"]*"/, `"name": "虚构${'甲乙丙丁戊己'[n % 6]}某"`),
  notice: (at: number, n: number) => {
    const own = join(content, officeOf(at), 'affairs');
    const names = readdirSync(own);
    const name = names[n % names.length];
    if (name) rmSync(join(own, name));
  },
  office: () => {
    for (const one of ['divisions/xian2.json', NEWEST])
      cpSync(join(larger, one), join(content, one), { recursive: true });
  },
  law: (_at: number, n: number) =>
    change('laws/leshan-2018-71.json', /"shortName": "[^"]*"/, `"shortName": "2018年方案（${n}）"`),
  settings: (_at: number, n: number) =>
    change('site.json', /"notice": "[^"]*"/, `"notice": "演示站，第${n}稿。"`),
  county: (at: number, n: number) =>
    change(`counties/xian${(at % 2) + 1}.json`, /"name": "([^"]*)司法局[^"]*"/, `"name": "$1司法局（${n}）"`),
  day: () => {
    instant += DAY;
  },
} as const;

type Edit = keyof typeof EDITS;
const kinds = (names: readonly Edit[]) =>
  fc.record({
    edit: fc.constantFrom(...names),
    at: fc.nat({ max: OFFICES - 1 }),
    n: fc.nat({ max: 999_999 }),
  });

const bytesOf = (out: string) =>
  new Map(filesBelow(out).map((file) => [relative(out, file), readFileSync(file, 'base64')]));

/** Holds the site that grew edit by edit against one that is built of the same content in an empty place. */
function compare(name: string): void {
  const clean = join(folder, name);
  expect(built(clean).status).toBe(0);
  const [grown, fresh] = [bytesOf(out), bytesOf(clean)];
  expect([...grown.keys()]).toEqual([...fresh.keys()]);
  expect([...grown].filter(([file, bytes]) => fresh.get(file) !== bytes).map(([file]) => file)).toEqual([]);
  rmSync(clean, { recursive: true, force: true });
}

const ALL = Object.keys(EDITS) as Edit[];
/** Edits that many pages show: they are rendered anew, and what an edit before left stale is gone with it unseen. */
const WIDE: readonly Edit[] = ['law', 'settings', 'county', 'day'];

describe('a site that is built again and again while its content changes', () => {
  it('is byte for byte what a build from nothing makes of the same content', () => {
    expect(built().status).toBe(0);
    const more = LONG ? fc.sample(kinds(ALL), 3) : [];
    // Each kind once in any case, one on top of the other.
    const each = fc.sample(kinds(ALL), ALL.length).map((one, at) => ({ ...one, edit: ALL[at] as Edit }));
    const steps = [...each, ...more];
    for (const [step, { edit, at, n }] of steps.entries()) {
      EDITS[edit](at, n);
      const { status, said } = built();
      expect([edit, status, said]).toEqual([edit, 0, expect.not.stringContaining('不能用')]);
      const next = steps[step + 1];
      if (!next || WIDE.includes(next.edit)) compare(`clean-${step}`);
    }
  });

  it('takes over the pages that a change does not touch, and mends one that was touched by hand', () => {
    const build = () => expect(built().status).toBe(0);
    const page = (office: string) => join(out, office, 'index.html');
    const [own, other] = [officeOf(0), officeOf(OFFICES - 1)];
    const places = () => [own, other].map((office) => statSync(page(office)).ino);
    build();
    const [ownBefore, otherBefore] = places();
    const text = readFileSync(page(other), 'utf8');
    EDITS.phone(0, 1);
    build();
    const [ownAfter, otherAfter] = places();
    expect([ownAfter === ownBefore, otherAfter === otherBefore]).toEqual([false, true]);
    writeFileSync(page(other), text.replace('</h1>', '（有人改过）</h1>'));
    build();
    expect(readFileSync(page(other), 'utf8')).toBe(text);
    // What is remembered of the site serves where the site itself is gone.
    rmSync(out, { recursive: true });
    expect(built().said).not.toContain('不能用');
    expect(readFileSync(page(other), 'utf8')).toBe(text);
  });
});

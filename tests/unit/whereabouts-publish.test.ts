import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { remembering } from '../../src/build/remember.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { fingerprint } from '../../src/catalogue/revision.ts';
import { whereaboutsFile } from '../../src/exports/whereabouts.ts';
import { whereaboutsSource } from '../../src/views/whereabouts.ts';
import { publish } from '../../src/whereabouts/publish.ts';
import { asText } from '../../src/whereabouts/prune.ts';
import { contentFiles, TODAY, writeFiles } from '../helpers/content.ts';

const NOW = new Date('2026-11-22T02:00:00Z');
const LATER = new Date('2026-11-22T03:00:00Z');
const JIA = 'offices/dong/jia/whereabouts.json';
const OFFICES = ['dong/jia', 'dong/yi', 'xi/bing'];

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'whereabouts-'));
  folders.push(made);
  return made;
};

/** A content folder, a data folder and a built site whose files of whereabouts are those of NOW. */
function aSite(whereabouts: Readonly<Record<string, object | string>> = {}) {
  const [content, data, out] = [folder(), folder(), folder()];
  writeFiles(content, contentFiles({ [JIA]: null }));
  writeFiles(data, new Map(Object.entries(whereabouts)));
  mkdirSync(join(out, 'data', 'whereabouts'), { recursive: true });
  const run = (now = NOW, prune = false) => publish({ content, whereabouts: data, out, prune }, now);
  const fileOf = (id: string) => join(out, 'data', 'whereabouts', `${id}.json`);
  const read = (id: string) =>
    JSON.parse(readFileSync(fileOf(id), 'utf8')) as { asOf: string; entries: object[] };
  const write = (file: string, what: object | string) => writeFiles(data, new Map([[file, what]]));
  return { content, data, out, run, fileOf, read, write };
}

/** What is to be typed where the site must be built first: of the same folders. */
const building = ({ content, data, out }: ReturnType<typeof aSite>) =>
  `npm run build -- --content ${content} --whereabouts ${data} --out ${out}`;

const entry = (more: object = {}) => ({
  date: '2026-11-23',
  person: 'jia',
  session: '09:00-12:00',
  state: '公出',
  ...more,
});

describe('the fast lane of whereabouts', () => {
  it('writes every office the first time, then only what has changed', () => {
    const site = aSite({ [JIA]: { entries: [entry()] } });
    expect(site.run().written).toEqual(OFFICES);
    expect(site.run(LATER).written).toEqual([]);
    site.write(JIA, { entries: [entry({ state: '休假' })] });
    const before = statSync(site.fileOf('dong/yi')).mtimeMs;
    expect(site.run(LATER)).toMatchObject({ written: ['dong/jia'], refused: [], problems: [] });
    expect(site.read('dong/jia')).toMatchObject({
      asOf: LATER.toISOString(),
      entries: [entry({ state: '休假' })],
    });
    expect(statSync(site.fileOf('dong/yi')).mtimeMs).toBe(before);
  });

  it('writes the bytes that a build of the same instant writes', () => {
    const site = aSite({ [JIA]: { entries: [entry()] } });
    site.run();
    const { catalogue } = loadContent(site.content, { today: TODAY, whereabouts: site.data });
    const stamp = {
      now: NOW,
      digest: fingerprint,
      licence: catalogue?.site.contentLicence ?? '',
    };
    for (const office of catalogue?.offices ?? [])
      expect(readFileSync(site.fileOf(office.id), 'utf8')).toBe(
        whereaboutsFile(whereaboutsSource(office, catalogue!), stamp),
      );
  });

  it('goes by what a check has remembered only where a file is the same still', () => {
    const site = aSite({ [JIA]: { entries: [entry()] } });
    const settings = { today: TODAY, whereabouts: site.data };
    remembering(site.content, (keeping) => loadContent(site.content, { ...settings, keeping }));
    expect(site.run().written).toEqual(OFFICES);
    const staff = join(site.content, 'offices/dong/jia/staff.json');
    writeFileSync(staff, readFileSync(staff, 'utf8').replace('"role"', '"rolle"'));
    expect(site.run(LATER).refused).toEqual(['dong/jia']);
  });

  it('refuses bad whereabouts with reasons, and lets the good ones out', () => {
    const site = aSite({ [JIA]: { entries: [entry()] } });
    site.run();
    site.write(JIA, { entries: [entry({ reason: '看病' })] });
    site.write('offices/xi/bing/whereabouts.json', '{"entries": [');
    writeFiles(
      site.content,
      new Map([
        [
          'offices/dong/yi/staff.json',
          {
            people: [{ id: 'ding', name: '示例丁', post: '所长', role: 'head', duties: ['接待'] }],
            provenance: { source: '测试' },
          },
        ],
      ]),
    );
    site.write('offices/dong/yi/whereabouts.json', { entries: [entry({ person: 'ding' })] });
    const result = site.run(LATER);
    expect(result).toMatchObject({ written: ['dong/yi'], refused: ['dong/jia', 'xi/bing'] });
    expect(result.problems.map(({ message }) => message)).toEqual([
      '没有“reason”这个字段：去向只写六类，不写地点、原因、对象',
      '缺少 ]',
    ]);
    // What was published before stays: it is dated, and expires by itself.
    expect(site.read('dong/jia').entries).toEqual([entry()]);
  });

  it('empties an office whose file was taken away', () => {
    const site = aSite({ [JIA]: { entries: [entry()] } });
    site.run();
    rmSync(join(site.data, JIA));
    expect(site.run(LATER).written).toEqual(['dong/jia']);
    expect(site.read('dong/jia').entries).toEqual([]);
  });

  it('names files of no office and files out of place, and goes on', () => {
    const site = aSite({
      [JIA]: { entries: [entry()] },
      'offices/dong/nobody/whereabouts.json': { entries: [] },
      'offices/dong/jia/whereabout.json': { entries: [] },
      '.git/HEAD': 'ref',
      'README.md': 'x',
    });
    const result = site.run();
    expect(result.written).toEqual(OFFICES);
    expect(result.refused).toEqual(['dong/nobody']);
    expect(result.problems.map(({ message }) => message).sort()).toEqual([
      '没有 dong/nobody 这个司法所',
      '这里不能放这个文件',
    ]);
  });

  it('never leaves half a file: nothing but whole files afterwards, remains of a run cut off swept away', () => {
    const site = aSite({ [JIA]: { entries: [entry()] } });
    const published = [site.fileOf('dong/jia'), join(site.out, 'data', 'disclosure.json')];
    const remains = [...published, join(site.data, JIA)].map((file) =>
      join(dirname(file), `.${basename(file)}.123.tmp`),
    );
    for (const file of remains) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, '{ "entr');
      utimesSync(file, 0, 0);
    }
    expect(site.run(NOW, true).problems).toEqual([]);
    expect(remains.filter((file) => existsSync(file))).toEqual([]);
    const left = readdirSync(join(site.out, 'data', 'whereabouts'), { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.includes('.')).sort()).toEqual(OFFICES.map((id) => `${id}.json`));
  });

  it('prunes the sources: past days and an ended plan go, the rest stays as people write it', () => {
    const over = {
      from: '2026-10-01',
      until: '2026-11-20',
      week: [{ person: 'jia', days: [1], session: '09:00-12:00', state: '在岗' }],
    };
    const site = aSite({ [JIA]: { entries: [entry({ date: '2026-11-21' }), entry()], plan: over } });
    expect(site.run(NOW, true).pruned).toHaveLength(1);
    expect(readFileSync(join(site.data, JIA), 'utf8')).toBe(
      '{\n  "entries": [\n    { "date": "2026-11-23", "person": "jia", "session": "09:00-12:00", "state": "公出" }\n  ]\n}\n',
    );
    expect(site.run(NOW, true).pruned).toEqual([]);
    const current = {
      entries: [],
      plan: {
        ...over,
        until: '2026-11-30',
        week: over.week.map((one) => ({ ...one, state: '在岗' as const })),
      },
    };
    expect(JSON.parse(asText(current))).toEqual(current);
  });

  it('takes days that are over out of what was published, even of an office whose file has an error', () => {
    const site = aSite({ [JIA]: { entries: [entry({ date: '2026-11-22' }), entry()] } });
    site.run();
    site.write(JIA, '{ "entries": [');
    expect(site.run(new Date('2026-11-23T02:00:00Z')).refused).toEqual(['dong/jia']);
    expect(site.read('dong/jia').entries).toMatchObject([{ date: '2026-11-23' }]);
  });

  it('refuses a folder that is no built site', () => {
    const site = aSite();
    rmSync(join(site.out, 'data'), { recursive: true });
    expect(() => site.run()).toThrow(`请先运行 ${building(site)}。`);
  });

  it('refuses the built site of another city, says whose it is, and leaves it as it was', () => {
    const site = aSite({ [JIA]: { entries: [entry()] } });
    const tell = (code: string, name: string) =>
      writeFiles(site.out, new Map([['manifest.json', { city: { code, name } }]]));
    tell('9999', '另一市');
    expect(() => site.run()).toThrow(/是另一市（9999）的网站，这里的内容是.+什么都没有写。请用 --out/);
    expect(readdirSync(join(site.out, 'data', 'whereabouts'))).toEqual([]);
    tell('9911', '示例市');
    expect(site.run().written).toEqual(OFFICES);
  });

  it.each(['manifest.json', 'data/disclosure.json'])(
    'names a damaged %s of the built site and what to do, and writes nothing',
    (file) => {
      const site = aSite({ [JIA]: { entries: [entry()] } });
      writeFiles(site.out, new Map([[file, '{"city": {']]));
      expect(() => site.run()).toThrow(`${file} 坏了，读不出来，什么都没有写。请运行 ${building(site)} 重新`);
      expect(readdirSync(join(site.out, 'data', 'whereabouts'))).toEqual([]);
    },
  );

  it('leaves no damaged file of an office standing, also where it has errors', () => {
    const site = aSite({ [JIA]: { entries: [entry()] } });
    site.run();
    for (const id of ['dong/jia', 'dong/yi']) writeFileSync(site.fileOf(id), '{ "entries": [');
    site.write(JIA, '{ "entries": [');
    expect(site.run(LATER)).toMatchObject({ refused: ['dong/jia'], written: ['dong/yi'] });
    expect(existsSync(site.fileOf('dong/jia'))).toBe(false);
    expect(site.read('dong/yi').entries).toEqual([]);
  });

  it('publishes nothing when what all offices share is wrong', () => {
    const site = aSite({ [JIA]: { entries: [entry()] } });
    writeFiles(site.content, new Map([['calendar/2026.json', '{']]));
    const result = site.run();
    expect(result.written).toEqual([]);
    expect(result.problems.map(({ file }) => file)).toEqual(['calendar/2026.json']);
  });
});

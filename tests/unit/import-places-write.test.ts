import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/catalogue/load.ts';
import { planPlaces } from '../../src/places/plan.ts';
import { readList } from '../../src/places/read-list.ts';
import { tellPlan } from '../../src/places/report.ts';
import { draftFiles, edited, fileOf } from '../../src/places/write.ts';
import { writeAll } from '../../src/build/write-all.ts';
import { fields, TODAY, usual, withContent } from '../helpers/content.ts';
import { bytes, catalogueOf, GIVEN, plan, rows } from '../helpers/places.ts';

const JIA = 'offices/dong/jia/office.json';

describe('what a list of places writes', () => {
  it('touches only the numbers that differ', () => {
    const { changes } = plan(rows('991101100,,,103.91,29.3'), {
      ...GIVEN,
      precision: 'township',
      source: '测试',
    });
    const text = `${JSON.stringify(usual(JIA), null, 2)}\n`;
    expect(edited(text, changes[0]!)).toBe(text.replace('"lon": 103.9,', '"lon": 103.91,'));
  });

  it('adds lines and changes none where there was no point', () => {
    const { changes } = plan(rows('991101100,,,103.91,29.3'), GIVEN, { [JIA]: fields({ place: undefined }) });
    const made = (text: string) => edited(text, { ...changes[0]!, verifiedOn: '2026-11-20' });
    const long =
      '{\n  "serves": ["991101100"],\n  "provenance": {\n    "contact": { "source": "甲" }\n  }\n}\n';
    const kept = made(long).split('\n');
    expect(long.split('\n').filter((line) => !kept.includes(line) && !kept.includes(`${line},`))).toEqual([]);
    const short = '{ "serves": ["991101100"], "provenance": { "contact": { "source": "甲" } } }\r\n';
    expect(made(short)).toBe(
      '{ "serves": ["991101100"], "place": { "point": { "lon": 103.91, "lat": 29.3, "crs": "WGS84", "precision": "office", "source": "示例市司法局" } }, "provenance": { "contact": { "source": "甲" }, "place": { "source": "示例市司法局", "verifiedOn": "2026-11-20" } } }\r\n',
    );
  });

  it('takes the date of a list into the provenance of a place that is only a point', () => {
    const { changes } = plan(rows('991101100,,,103.91,29.3'));
    const text = JSON.stringify(
      { place: { point: changes[0]!.before }, provenance: { place: { source: '旧' } } },
      null,
      2,
    );
    const after = JSON.parse(edited(text, { ...changes[0]!, verifiedOn: '2026-11-20' })) as object;
    expect(after).toMatchObject({
      provenance: { place: { source: '示例市司法局', verifiedOn: '2026-11-20' } },
    });
  });

  it('leaves the date of an address that somebody else has checked, and says so', () => {
    const checked = {
      'place.address': '甲镇一路1号',
      'provenance.place': { source: '甲', verifiedOn: '2026-11-01' },
    };
    const made = plan(
      rows('991101100,,,103.91,29.3'),
      { ...GIVEN, verifiedOn: '2026-11-20' },
      { [JIA]: fields(checked) },
    );
    expect(made.changes[0]?.verifiedOn).toBeUndefined();
    expect(made.said).toEqual(['2 ! 甲镇司法所已有地址的核实记录，核实日期不自动改，请人工核对']);
  });

  it('fills an empty place', () => {
    const { changes } = plan(rows('991101100,,,103.91,29.3'));
    expect(JSON.parse(edited('{ "place": {}, "provenance": {} }', changes[0]!))).toMatchObject({
      place: { point: { lon: 103.91 } },
    });
  });

  it('puts a new point before the provenance, with the date of checking, and passes the check', () => {
    withContent({ [JIA]: fields({ place: undefined }) }, (folder) => {
      const list = readList(bytes(rows('991101100,,,103.91,29.3')));
      const made = planPlaces(list.rows, catalogueOf(folder), { ...GIVEN, verifiedOn: '2026-11-20' });
      writeAll(draftFiles(folder, made.changes));
      const { problems } = loadContent(folder, { today: TODAY });
      expect(problems).toEqual([]);
      const text = readFileSync(join(folder, fileOf(made.changes[0]!)), 'utf8');
      expect(text.indexOf('"place"')).toBeLessThan(text.indexOf('"provenance"'));
      expect(JSON.parse(text)).toMatchObject({
        place: { point: { lon: 103.91, lat: 29.3, precision: 'office' } },
        provenance: { place: { source: '示例市司法局', verifiedOn: '2026-11-20' } },
      });
    });
  });

  it('is nothing at all when one file cannot be written', () => {
    withContent({}, (folder) => {
      const list = readList(bytes(rows('991101100,,,103.91,29.3', '991101101,,,103.92,29.3')));
      const drafts = draftFiles(folder, planPlaces(list.rows, catalogueOf(folder), GIVEN).changes);
      const before = drafts.map(({ path }) => readFileSync(path, 'utf8'));
      const broken = [...drafts, { path: join(folder, 'site.json/folder.json'), after: '' }];
      expect(() => writeAll(broken)).toThrow('已全部恢复原样');
      expect(drafts.map(({ path }) => readFileSync(path, 'utf8'))).toEqual(before);
      expect(
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp')),
      ).toEqual([]);
    });
  });

  it('takes away what a run that was cut off left beside it', () => {
    withContent({}, (folder) => {
      const drafts = draftFiles(
        folder,
        planPlaces(readList(bytes(rows('991101100,,,103.91,29.3'))).rows, catalogueOf(folder), GIVEN).changes,
      );
      const left = join(dirname(drafts[0]?.path ?? ''), '.staff.json.123.tmp');
      writeFileSync(left, '{ "peop');
      utimesSync(left, 0, 0);
      writeAll(drafts);
      expect(existsSync(left)).toBe(false);
    });
  });

  it('is told before: old and new, and how far it moves', () => {
    const made = plan(rows('991101100,,,103.91,29.31'));
    expect(tellPlan(made, made.findings)).toContain(
      '第 2 行 甲镇司法所：移动约1.5公里\n      （103.9, 29.3）乡镇驻地 → （103.91, 29.31）实测',
    );
  });
});

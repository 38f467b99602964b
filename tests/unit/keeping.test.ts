import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keeping, type KeptFiles } from '../../src/catalogue/keeping.ts';
import { loadContent, type Loaded } from '../../src/catalogue/load.ts';
import { contentFiles, row, TODAY, withContent } from '../helpers/content.ts';
import '../helpers/properties.ts';

const FILES = [...contentFiles().keys()].filter((file) => file !== 'README.md');

/** What people and accidents do to a file. */
const DAMAGES: Readonly<Record<string, (text: string, n: number) => string>> = {
  digit: (text, n) => text.replace(/\d/g, (digit) => String((Number(digit) + n) % 10)),
  word: (text, n) => text.replace(/\p{Script=Han}{2}/u, ['虚构', '占位', '其它', '帐号'][n % 4] ?? ''),
  cut: (text, n) => text.slice(0, n % (text.length + 1)),
  line: (text, n) => {
    const lines = text.split('\n');
    return lines.toSpliced(n % lines.length, 1).join('\n');
  },
  private: (text) => text.replace(/\p{Script=Han}{4}/u, '电话13800138000'),
  future: (text) => text.replace(/20\d\d-\d\d-\d\d/, '2031-01-01'),
  link: (text, n) => `${text}\n[看](/services/no-such-${n % 3}/) [上](#${n % 2 ? '不在' : '办理'})\n`,
  key: (text) => text.replace(/"name"/, '"nmae"'),
  escape: (text) => text.replace(/1/, '\\u0031'),
  same: (text) => text,
};

const edit = fc.record({
  file: fc.constantFrom(...FILES),
  damage: fc.constantFrom(...Object.keys(DAMAGES), 'remove', 'restore'),
  n: fc.nat({ max: 999 }),
  day: fc.constantFrom(TODAY, '2026-10-01'),
  quarantine: fc.boolean(),
});

const told = ({ catalogue, problems, files, leftOut }: Loaded) => ({
  files,
  leftOut,
  problems: problems.map((one) => [row(one), one.path]),
  catalogue: catalogue && JSON.stringify(catalogue, (key, value: unknown) => (isLink(key) ? key : value)),
});

/** The ways back from a part to what holds it. */
const isLink = (key: string) => ['county', 'township', 'offices', 'office'].includes(key);

describe('a check that knows of the check before', () => {
  it('says and links just what one says that knows nothing, whatever was done to the files', () => {
    const originals = contentFiles();
    const whole = (file: string) => {
      const one = originals.get(file);
      return typeof one === 'string' ? one : `${JSON.stringify(one, null, 2)}\n`;
    };
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 8 }), (edits) => {
        withContent({}, (folder) => {
          let known: KeptFiles = {};
          for (const { file, damage, n, day, quarantine } of edits) {
            const path = join(folder, file);
            if (damage === 'remove') rmSync(path, { force: true });
            else if (damage === 'restore') writeFileSync(path, whole(file));
            else writeFileSync(path, DAMAGES[damage]?.(whole(file), n) ?? '');
            const settings = { today: day, quarantine };
            const held = keeping(known);
            const again = loadContent(folder, { ...settings, keeping: held });
            const { catalogue, ...said } = told(again);
            const { catalogue: linked, ...wanted } = told(loadContent(folder, settings));
            expect(said).toEqual(wanted);
            expect(catalogue === linked).toBe(true);
            known = JSON.parse(JSON.stringify(held.files())) as KeptFiles;
          }
        });
      }),
      { numRuns: 25 },
    );
  });

  it('keeps nothing of where people are', () => {
    withContent({}, (folder) => {
      const known = keeping({});
      const { catalogue } = loadContent(folder, { today: TODAY, keeping: known });
      expect(catalogue?.offices.filter((office) => office.whereabouts)).not.toEqual([]);
      expect(Object.keys(known.files()).filter((file) => file.endsWith('/whereabouts.json'))).toEqual([]);
    });
  });

  it('reads no file a second time that is the same, and keeps nothing that looks like personal data', () => {
    withContent({}, (folder) => {
      const first = keeping({});
      loadContent(folder, { today: TODAY, keeping: first });
      const known = JSON.parse(JSON.stringify(first.files())) as KeptFiles;
      const second = keeping(known);
      loadContent(folder, { today: TODAY, keeping: second });
      expect(second.files()).toBe(known);
      const file = join(folder, FILES.find((one) => one.endsWith('.md')) ?? '');
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n联系人13800138000。\n`);
      const third = keeping(known);
      const { problems } = loadContent(folder, { today: TODAY, keeping: third });
      expect(problems.map(({ kind }) => kind)).toContain('privacy');
      expect(JSON.stringify(third.files())).not.toContain('13800138000');
    });
  });
});

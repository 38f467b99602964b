import { describe, expect, it } from 'vitest';
import { fontSheet } from '../../src/exports/fonts.ts';
import { fields, problemsOf } from '../helpers/content.ts';

const AFFAIR = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
/** The first letters of the block, which mean nothing. */
const VERSION = 'lang: ii, title: ꀀꀁꀂ, text: [ꀀꀁꀂ], source: 示例翻译机构';
const giving = (...versions: readonly string[]) => ({
  [AFFAIR]: (usual: string) =>
    usual.replace('source:', `versions: [${versions.map((one) => `{ ${one} }`).join(', ')}]\nsource:`),
});

describe('a text in another language', () => {
  it('is given by a body that is named', () => {
    expect(problemsOf(giving(VERSION))).toEqual([]);
    expect(problemsOf(giving(VERSION.replace(/, source.*/, ''))).join()).toContain('谁提供的译文');
  });

  it('is given once in each language, and in one that the site knows', () => {
    expect(problemsOf(giving(VERSION, VERSION)).join()).toContain('同一种文字写了两次');
    expect(problemsOf(giving(VERSION.replace('ii', 'yi'))).join()).toContain('versions[0].lang');
  });

  it('brings a font only as a file of its own site', () => {
    const font = { lang: 'ii' as const, file: 'NuosuSIL-Regular.woff2', source: 'SIL', licence: 'OFL-1.1' };
    expect(problemsOf({ 'site.json': fields({ fonts: [font] }) })).toEqual([]);
    expect(fontSheet(font)).toContain("url('NuosuSIL-Regular.woff2')");
    for (const file of ['https://a.example/x.woff2', '../x.woff2', "x.woff2') format('x"])
      expect(problemsOf({ 'site.json': fields({ fonts: [{ ...font, file }] }) }).join()).toContain('文件名');
  });
});

describe('the page for visitors', () => {
  it('must be there where the site says so', () => {
    const said = { 'site.json': fields({ 'features.english': true }) };
    expect(problemsOf(said).join()).toContain('没有这个文件');
    const page = '---\ntitle: Judicial offices\ndescription: What they do.\nlang: en\n---\n\nText.\n';
    expect(problemsOf({ ...said, 'pages/en.mdx': page })).toEqual([]);
  });
});

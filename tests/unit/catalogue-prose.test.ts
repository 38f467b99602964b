import { describe, expect, it } from 'vitest';
import { renderProse } from '../../src/catalogue/prose.ts';
import { parseBody } from '../../src/catalogue/parse-body.ts';

const html = (text: string) => renderProse(parseBody(text), (path) => path);

describe('the HTML of a text', () => {
  it('gives headings ids by their words, and different ones', () => {
    expect(html('## 谁可以 申请\n\n## 谁可以 申请')).toBe(
      '<h2 id="谁可以-申请">谁可以 申请</h2>\n<h2 id="谁可以-申请-1">谁可以 申请</h2>',
    );
  });

  it('puts tables into a named region that the keyboard can scroll', () => {
    const table = html('## 费用\n\n| 项目 | 收费 |\n| --- | --- |\n| 调解 | 不收 |');
    expect(table).toContain('<section class="table" tabindex="0" aria-label="费用"><table>');
  });

  it('lets nothing through that could run', () => {
    const harm = html(
      '<script>x</script>\n\n<img src=x onerror=y>\n\n[a](javascript:x) [b](JaVaScRiPt:x) ![c](data:x)',
    );
    expect(harm).not.toMatch(/script|onerror|data:/i);
  });

  it('closes links to other sites to their reach', () => {
    expect(html('[国家法律](https://example.gov.cn/)')).toBe(
      '<p><a href="https://example.gov.cn/" rel="noopener noreferrer">国家法律</a></p>',
    );
  });

  it('tells before a link leaves for a site that is not the government’s', () => {
    expect(html('[说明](https://news.example.com/a)')).toBe(
      '<p><a href="https://news.example.com/a" rel="noopener noreferrer">说明（将离开本站，前往news.example.com）</a></p>',
    );
  });

  it('keeps lines as lines, whatever the line ends and spaces', () => {
    expect(html('一、时间  \r\n二、地点\n  三、带什么')).toBe('<p>一、时间<br>\n二、地点<br>三、带什么</p>');
    expect(html('- 甲\n  乙')).toBe('<ul>\n<li>甲<br>乙</li>\n</ul>');
  });

  it('takes an indented paragraph for a paragraph, not for code', () => {
    expect(html('    开头空了四格。')).toBe('<p>开头空了四格。</p>');
    expect(html('上一段。\n\n\t又一段。')).toBe('<p>上一段。</p>\n<p>又一段。</p>');
  });

  it('names notes in Chinese', () => {
    const text = html('甲[^1]\n\n[^1]: 说明');
    expect(text).toContain('>注释</h2>');
    expect(text).not.toMatch(/Footnotes|Back to/);
  });
});

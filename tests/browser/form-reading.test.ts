import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { enter, openPart, type FormStage } from '../helpers/form.ts';
import { formTests, openNotice, sticksOut } from '../helpers/form-stage.ts';
import { some } from '../helpers/long.ts';

const begin = formTests();
let stage: FormStage;

const asRead = (page: Page) => page.getByRole('region', { name: '网页上的样子' });

async function openNew(width = 1280): Promise<Page> {
  stage = await begin({ width });
  await enter(stage.page);
  await openPart(stage.page, '发公告');
  await asRead(stage.page).waitFor();
  return stage.page;
}

/** Pastes as Word and WPS do: the document as HTML, its words as text. */
const paste = (page: Page, html: string, text = '') =>
  page.getByLabel('正文（必填）').evaluate(
    (input, [asHtml = '', asText = '']) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', asHtml);
      clipboardData.setData('text/plain', asText);
      (input as HTMLTextAreaElement).focus();
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, text],
  );

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-size:14pt}</style></head><body>
<!--StartFragment--><h1 style='text-align:center'>关于开展培训的通知</h1>
<p class=MsoNormal style='text-indent:28.0pt'><span style='font-family:仿宋'>各村（社区）：<o:p></o:p></span></p>
<p class=MsoNormal style='mso-outline-level:2'><b>培训<span lang=EN-US>安排</span></b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>带身份证</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;</span></span><![endif]>提前十分钟到</p>
<ul><li>甲组<ol><li>签到</li></ol></li><li>乙组</li></ul>
<table border=1><tr><td>时间</td><td>地点|房间</td></tr><tr><td><p>9:00</p></td><td>会议室</td></tr></table>
<script>alert(1)</script><img src="file:///C:/a.png"><p>联系<br>值班室 a_b</p><!--EndFragment--></body></html>`;

const MARKDOWN = `## 关于开展培训的通知

各村（社区）：

### 培训安排

1. 带身份证
2. 提前十分钟到

- 甲组
   1. 签到
- 乙组

| 时间 | 地点\\|房间 |
| --- | --- |
| 9:00 | 会议室 |

联系
值班室 a\\_b`;

describe('a notice while it is written', () => {
  it.each(some([360, 1280]))('is shown as its page will show it, line by line (%i px)', async (width) => {
    const page = await openNew(width);
    await page.getByLabel('标题（必填）').fill('培训安排');
    const text = page.getByLabel('正文（必填）');
    await text.focus();
    await page.keyboard.type('第一行');
    await page.keyboard.press('Enter');
    await page.keyboard.type('第二行');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('    空了四格');
    const shown = asRead(page);
    await shown.getByText('空了四格').waitFor();
    expect(await shown.locator('.prose').innerHTML()).toBe('<p>第一行<br>第二行</p>\n<p>空了四格</p>');
    expect(await shown.innerText()).toMatch(/培训安排\s+发布日期：2026年11月22日/);
    const [left, right] = [await text.boundingBox(), await shown.boundingBox()];
    const isBeside = (right?.x ?? 0) >= (left?.x ?? 0) + (left?.width ?? 0);
    expect(isBeside).toBe(width === 1280);
    if (!isBeside) expect(right?.y).toBeGreaterThan((left?.y ?? 0) + (left?.height ?? 0));
    expect(await sticksOut(page)).toBe(0);
    expect(stage.complaints).toEqual([]);
  });

  it('looks as on the site, to the letter, with its headings told as below its title', async () => {
    const page = await openNew();
    await openNotice(page);
    const shown = asRead(page).locator('.prose');
    await shown.locator('> *').first().waitFor();
    const built = join(stage.site, 'offices/dong/jia/affairs/2026-11-02-tongzhi/index.html');
    const published = await page.evaluate(
      (html) => new DOMParser().parseFromString(html, 'text/html').querySelector('.prose')?.innerHTML,
      readFileSync(built, 'utf8'),
    );
    expect(await shown.innerHTML()).toBe(published?.replace('<h2 ', '<h2 aria-level="4" '));
  });

  it('leads nowhere and runs nothing of what is typed', async () => {
    const page = await openNew();
    await page.getByLabel('正文（必填）').fill('[看这里](/offices/) <img src=x onerror="document.title=1">');
    await asRead(page).getByRole('link', { name: '看这里' }).click();
    expect(new URL(page.url()).pathname).toBe('/admin/');
    expect(await asRead(page).locator('img').count()).toBe(0);
  });
});

describe('a document that is pasted into a notice', () => {
  it('keeps headings, lists and tables; styles, scripts and pictures stay behind, and it says so', async () => {
    const page = await openNew();
    await paste(page, WORD);
    await page.getByText('图片没有贴进来').waitFor();
    expect(await page.getByLabel('正文（必填）').inputValue()).toBe(MARKDOWN);
    const shown = asRead(page);
    await shown.getByRole('table').waitFor();
    expect(await shown.getByRole('listitem').allInnerTexts()).toContain('签到');
    await page.keyboard.press('Control+z');
    expect(await page.getByLabel('正文（必填）').inputValue()).toBe('');
  });

  it('goes where the caret is, and plain words stay plain', async () => {
    const page = await openNew();
    const text = page.getByLabel('正文（必填）');
    await text.fill('前后');
    await page.keyboard.press('ArrowLeft');
    await paste(page, '<meta charset="utf-8"><p>中</p>');
    await page.getByText('已贴上').waitFor();
    expect(await text.inputValue()).toBe('前中后');
  });
});

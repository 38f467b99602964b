import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeData } from '../../src/audit/data.ts';
import { decode } from '../../src/audit/decode.ts';
import { judgePages } from '../../src/audit/judge.ts';
import { readPage } from '../../src/audit/page.ts';
import { NATIONAL } from '../../src/catalogue/national.ts';
import { disclosure } from '../../src/schemas/disclosure.ts';

const { items } = disclosure.parse(JSON.parse(readFileSync(join(NATIONAL, 'disclosure.json'), 'utf8')));
const TODAY = '2026-11-30';

/** The verdicts on pages, by the items' ids. */
function judge(pages: Readonly<Record<string, string>>, unread: { address: string; why: string }[] = []) {
  const read = Object.entries(pages).map(([address, html]) => readPage(address, html));
  return Object.fromEntries(
    judgePages({ pages: read, unread }, items, TODAY).map((one) => [one.item, one] as const),
  );
}
const verdict = (item: string, pages: Readonly<Record<string, string>>) => judge(pages)[item]?.verdict;

const office = (body: string, name = '虚构县甲镇司法所') =>
  `<title>${name}-虚构县司法局</title><h1>${name}</h1>${body}`;

/** An office as an old content management system writes it: tables, no headings, no sections. */
const OLD = office(`<table>
  <tr><td>办公地址</td><td>虚构县甲镇公示路18号</td><td>办公电话</td><td>0833-2123456</td></tr>
  <tr><td>办公时间</td><td>周一至周五 9:00-12:00，13:30-17:00</td><td>监督电话</td><td>0833-2123457</td></tr></table>
  <table><tr><td>姓名</td><td>职务</td><td>岗位职责</td><td>办公电话</td><td>B角</td></tr>
  <tr><td>示例甲</td><td>所长</td><td>主持全面工作</td><td>0833-2123456</td><td>示例乙</td></tr></table>
  <p>工作去向</p><table><tr><td>日期</td><td>姓名</td><td>去向</td></tr>
  <tr><td>2026-11-30</td><td>示例甲</td><td>在岗</td></tr></table>`);

describe('what an outsider’s page proves', () => {
  it('is read from tables of an old system as from anything else', () => {
    const found = judge({ 'a.html': OLD });
    for (const id of [
      'office-address',
      'office-phone',
      'office-hours',
      'supervision-phone',
      'staff',
      'deputies',
    ])
      expect([id, found[id]?.verdict]).toEqual([id, 'found']);
    expect(found['whereabouts']?.verdict).toBe('found');
    expect(found['office-phone']?.evidence[0]).toEqual({
      page: 'a.html',
      words: expect.stringContaining('办公电话：0833-2123456') as string,
    });
  });

  it('is read from headings, lists of terms and short lines', () => {
    const page =
      office(`<h2>联系我们</h2><p>联系电话：（0833）2123456</p><dl><dt>地址</dt><dd>甲镇公示路18号</dd></dl>
      <h3>办公时间</h3><p>工作日 上午9点至12点</p>`);
    const found = judge({ 'a.html': page });
    expect(['office-phone', 'office-address', 'office-hours'].map((id) => found[id]?.verdict)).toEqual([
      'found',
      'found',
      'found',
    ]);
  });

  it('is told of each office that has a page: one that lacks a number is named', () => {
    const phone = judge({
      'jia/index.html': office('<p>办公电话：0833-2123456</p>'),
      'yi/index.html': office('<p>欢迎来访</p>', '虚构县乙镇司法所'),
    })['office-phone'];
    expect(phone?.verdict).toBe('absent');
    expect(phone?.offices?.map(({ name, verdict: each }) => [name, each])).toEqual([
      ['虚构县甲镇司法所', 'found'],
      ['虚构县乙镇司法所', 'absent'],
    ]);
  });

  it('is read from a bureau’s list of offices, one a row', () => {
    const page = `<h1>司法所一览</h1><table><tr><th>名称</th><th>地址</th><th>电话</th></tr>
      <tr><td>甲镇司法所</td><td>甲镇公示路18号</td><td>0833-2123456</td></tr></table>`;
    expect(verdict('office-phone', { 'list.html': page })).toBe('found');
  });

  it('is functions, whole guides and all seventeen systems where they stand written', () => {
    const guide = ['对象', '条件', '材料', '流程', '时限', '费用', '救济'].map(
      (one) => `<h2>办理${one}</h2><p>略</p>`,
    );
    const found = judge({
      'f.html': `<h1>司法所工作职能</h1><ul><li>指导人民调解<li>社区矫正<li>安置帮教</ul>`,
      'g.html': `<h1>申请人民调解</h1><p>到司法所办理</p>${guide.join('')}`,
      'h.html': `<h1>法律援助</h1><p>到司法所办理</p>${guide.slice(0, 4).join('')}`,
      'r.html': '<h1>工作制度</h1><h2>请示汇报制度</h2><p>重大事项先请示再办理，每月报告一次。</p>',
    });
    expect(found['functions']?.verdict).toBe('found');
    expect(found['procedures']).toMatchObject({
      verdict: 'found',
      why: expect.stringContaining('1篇办事指南要素齐全，共找到2篇') as string,
    });
    expect(found['rules']).toMatchObject({
      verdict: 'unsure',
      why: expect.stringContaining('档案管理') as string,
    });
  });
});

describe('what proves nothing', () => {
  it('待公开 in the place of a fact does not count as published', () => {
    const page = office(
      '<p>办公电话：待公开</p><p>办公地址：待公开</p><p>办公时间：正在完善，暂无</p><h2>普法计划</h2><p>待公开</p>',
    );
    const found = judge({ 'a.html': page });
    for (const id of ['office-phone', 'office-address', 'office-hours', 'legal-education'])
      expect([id, found[id]?.verdict]).toEqual([id, 'absent']);
    expect(found['office-phone']?.evidence[0]?.words).toBe('办公电话：待公开');
    expect(found['office-phone']?.next).toContain('办公电话：区号-号码');
  });

  it('the telephone of somebody else in a news page is 不能判断', () => {
    const news = `<h1>甲镇司法所开展普法活动</h1><p>虚构律师事务所的律师到场，咨询电话：0833-2123456。</p>`;
    const phone = judge({ 'news.html': news })['office-phone'];
    expect(phone).toMatchObject({ verdict: 'unsure', evidence: [{ page: 'news.html' }] });
    expect(phone?.next).toContain('请人看一看');
  });

  it('is a law firm’s number on an office’s own page, and the number in every page’s foot', () => {
    const foreign = office('<h2>驻所律师</h2><p>联系电话：0833-2123456</p>');
    expect(verdict('office-phone', { 'a.html': foreign })).toBe('unsure');
    const foot = office('<p>欢迎来访</p><div class="footer">主办单位：虚构县司法局 电话：0833-2123456</div>');
    expect(verdict('office-phone', { 'a.html': foot })).toBe('absent');
  });

  it('is a mobile number, which is quoted without its middle; and one that cannot be dialled', () => {
    const mobile = judge({ 'a.html': office('<p>联系电话：13800138000</p>') })['office-phone'];
    expect(mobile?.verdict).toBe('unsure');
    expect(JSON.stringify(mobile)).not.toContain('13800138000');
    expect(verdict('office-phone', { 'a.html': office('<p>电话：0833-0123456</p>') })).toBe('absent');
  });

  it('is whereabouts of a day long past, or without a day', () => {
    const on = (date: string) => ({ 'a.html': OLD.replace('2026-11-30', date) });
    expect(verdict('whereabouts', on('2026-11-27'))).toBe('unsure');
    expect(verdict('whereabouts', on('2026-03-02'))).toBe('absent');
    expect(verdict('whereabouts', on('每天'))).toBe('unsure');
  });

  it('is a plan of years ago, or of another bureau', () => {
    const plan = (title: string, date: string, who: string) => ({
      'p.html': `<meta name="PubDate" content="${date} 09:00"><h1>${title}</h1><p>${`${who}开展法治宣传。`.repeat(12)}</p>`,
    });
    const title = '甲镇司法所2026年普法计划';
    expect(verdict('legal-education', plan(title, '2026-02-10', '司法所'))).toBe('found');
    expect(verdict('legal-education', plan(title, '2023-02-10', '司法所'))).toBe('absent');
    expect(verdict('legal-education', plan('水务局普法计划', '2026-02-10', '水务局'))).toBe('unsure');
  });

  it('is a bureau’s own duties, another organ’s complaint line, a bureau’s whereabouts', () => {
    const found = judge({
      'a.html': '<h1>虚构县司法局主要职责</h1><p>指导人民调解、社区矫正、安置帮教和司法所建设。</p>',
      'b.html': '<h1>虚构县司法局公开栏</h1><p>市场监管局投诉举报电话：0833-2123456</p>',
      'c.html':
        '<h1>干部去向</h1><table><tr><th>日期</th><th>姓名</th><th>去向</th></tr><tr><td>2026-11-30</td><td>示例甲</td><td>在岗</td></tr></table>',
    });
    for (const id of ['functions', 'supervision-phone', 'whereabouts'])
      expect([id, found[id]?.verdict]).toEqual([id, 'unsure']);
  });

  it('is a piece of news with a figure, or about a purchase', () => {
    const found = judge({
      'a.html': office(
        '<h2>工作动态</h2><p>2026-11-10 甲镇司法所2026年11月10日开展普法讲座3场</p><h2>装备</h2><p>2026-11-10 司法所领到一批新的装备并已投入使用</p>',
      ),
    });
    expect(found['notices']?.verdict).toBe('found');
    for (const id of ['statistics', 'budget-equipment'])
      expect([id, found[id]?.verdict]).toEqual([id, 'unsure']);
  });

  it('is a sample among real pages', () => {
    const sample = office('<p>示例数据，非真实信息</p><p>监督电话：0833-2123457</p>');
    expect(verdict('supervision-phone', { 's.html': sample, 'a.html': office('<p>欢迎</p>') })).toBe(
      'absent',
    );
    expect(verdict('supervision-phone', { 's.html': sample })).toBe('found');
  });
});

describe('没有 is said only where everything was read', () => {
  const bare = { 'a.html': office('<p>欢迎来访</p>') };

  it('not where pages could not be read, or need their scripts', () => {
    expect(verdict('office-phone', bare)).toBe('absent');
    expect(judge(bare, [{ address: 'b.html', why: '超时' }])['office-phone']?.verdict).toBe('unsure');
    expect(
      verdict('office-phone', { ...bare, 'app.html': '<div id="app"></div><script src="app.js"></script>' }),
    ).toBe('unsure');
  });

  it('not where a picture or an attachment may say it', () => {
    const picture = office('<p>欢迎来访</p><img src="1.jpg" alt="办公电话公示牌">');
    expect(verdict('office-phone', { 'a.html': picture })).toBe('unsure');
    const file = office('<p>欢迎来访</p><a href="1.pdf">司法所通讯录</a>');
    expect(verdict('office-phone', { 'a.html': file })).toBe('unsure');
  });

  it('not of an office that is closed', () => {
    expect(verdict('office-phone', { 'a.html': office('<p>本所已撤销，业务并入乙镇司法所。</p>') })).toBe(
      'unsure',
    );
  });

  it('and every item of the catalogue gets one of the three verdicts, with what to do unless it is there', () => {
    const all = Object.values(judge(bare));
    expect(all.map(({ item }) => item)).toEqual(items.map(({ id }) => id));
    for (const one of all) expect(one.next === undefined).toBe(one.verdict === 'found');
  });
});

describe('any page can be read', () => {
  it('in GBK, with scripts, nested without end, and without marks that a terminal obeys', () => {
    const gbk = Uint8Array.from([...Buffer.from('<meta charset="gbk"><p>'), 0xcb, 0xbe, 0xb7, 0xa8]);
    expect(readPage('a', decode(gbk)).lines[0]?.text).toBe('司法');
    expect(
      readPage('a', '<script>电话</script><p hidden>藏</p><p>见</p>').lines.map(({ text }) => text),
    ).toEqual(['见']);
    expect(readPage('a', '<div>'.repeat(50_000)).hollow).toBe(true);
    const phone = judge({ 'a.html': office('<p>办公电话：\u001b[2J0833-2123456</p>') })['office-phone'];
    expect(JSON.stringify(phone?.evidence)).not.toContain('u001b');
  });
});

describe('our own data files', () => {
  const cells = (...all: object[]) => JSON.stringify({ offices: [{ name: '虚构县甲镇司法所', cells: all }] });
  const of = (text: string) =>
    Object.fromEntries((judgeData('d.json', text, items, TODAY) ?? []).map((one) => [one.item, one.verdict]));

  it('say of each item what they claim; what is 待核实, past its day or not held is 不能判断', () => {
    const said = of(
      cells(
        { item: 'functions', state: 'published' },
        { item: 'office-phone', state: 'missing' },
        { item: 'office-hours', state: 'stale', reason: 'verification' },
        { item: 'notices', state: 'stale', reason: 'update' },
        { item: 'staff', state: 'published', until: '2026-11-01' },
        { item: 'deputies', state: 'not-applicable' },
      ),
    );
    expect(said).toMatchObject({
      functions: 'found',
      'office-phone': 'absent',
      'office-hours': 'unsure',
      notices: 'absent',
      staff: 'unsure',
      deputies: 'found',
      rules: 'unsure',
    });
  });

  it('a list of offices tells of telephone, address and hours; a number that rings nowhere is none', () => {
    const list = (number: string) =>
      JSON.stringify({ items: [{ name: '虚构县甲镇司法所', phones: [{ number, use: 'consult' }] }] });
    expect(of(list('0833-2123456'))).toMatchObject({
      'office-phone': 'found',
      'office-address': 'absent',
      staff: 'unsure',
    });
    expect(of(list('0833-0123456'))['office-phone']).toBe('absent');
  });

  it('other JSON is none of ours', () => {
    expect(judgeData('d.json', '{"items":[]}', items, TODAY)).toBeUndefined();
    expect(judgeData('d.json', '不是', items, TODAY)).toBeUndefined();
  });
});

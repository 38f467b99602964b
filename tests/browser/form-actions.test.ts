import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { enter } from '../helpers/form.ts';
import { formTests } from '../helpers/form-stage.ts';

const begin = formTests();

/** Every press, every field filled in and every choice is an action; logging in is none. */
class Hand {
  actions = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async #do(act: Promise<unknown>): Promise<void> {
    await act;
    this.actions += 1;
  }
  press = (name: RegExp | string) => this.#do(this.page.getByRole('button', { name }).click());
  write = (label: string, text: string) => this.#do(this.page.getByLabel(label).first().fill(text));
  choose = (list: Locator, words: string) => this.#do(list.selectOption(words));
  attach = (label: string, file: string) => this.#do(this.page.getByLabel(label).setInputFiles(file));
  async send(): Promise<void> {
    await this.press('核对并提交');
    // Whereabouts are not looked at first.
    await this.press(/^提交(?:审核)?$/);
  }
}

type Job = readonly [name: string, most: number, act: (hand: Hand) => Promise<void>];

const JOBS: readonly Job[] = [
  [
    'a telephone',
    4,
    async (hand) => {
      await hand.press(/^电话、地址/);
      await hand.write('电话（必填）', '0833-2654321');
      await hand.send();
    },
  ],
  [
    'one day of one person',
    6,
    async (hand) => {
      await hand.press(/^去向/);
      await hand.press('写这一天的去向：示例乙');
      const person = hand.page.getByRole('group', { name: '示例乙' });
      await hand.choose(person.getByLabel('去向（必填）'), '会议培训');
      await person.getByLabel('时段（必填）').fill('09:00-11:00');
      hand.actions += 1;
      await hand.send();
    },
  ],
  [
    'a figure of a new month',
    6,
    async (hand) => {
      await hand.press(/^月度数据/);
      await hand.press('添加月份');
      await hand.page.getByLabel('月份（必填）').last().fill('2026-11');
      await hand.page.getByLabel('调解成功（件）').last().fill('2');
      hand.actions += 2;
      await hand.send();
    },
  ],
  [
    'a notice',
    8,
    async (hand) => {
      await hand.press(/^发公告/);
      await hand.write('标题（必填）', '学法安排');
      await hand.choose(hand.page.getByLabel('类别（必填）'), '教育培训');
      await hand.write('来源（必填）', '示例市司法局');
      await hand.write('正文（必填）', '每月学习一次。');
      await hand.send();
    },
  ],
  [
    'a notice corrected',
    4,
    async (hand) => {
      await hand.press(/^改公告/);
      await hand.write('标题（必填）', '学法通知（更正）');
      await hand.send();
    },
  ],
  [
    'a notice extended',
    4,
    async (hand) => {
      await hand.press(/^改公告/);
      await hand.write('失效日期', '2026-12-31');
      await hand.send();
    },
  ],
  [
    'a notice ended today',
    4,
    async (hand) => {
      await hand.press(/^改公告/);
      await hand.press('今天起失效');
      await hand.send();
    },
  ],
  [
    'a notice withdrawn',
    4,
    async (hand) => {
      await hand.press(/^改公告/);
      await hand.press('撤回这份公告');
      await hand.page.getByText('将从网站上去掉').waitFor();
      await hand.send();
    },
  ],
  [
    'a photo',
    4,
    async (hand) => {
      await hand.press(/^人员/);
      await hand.attach('示例甲的照片（本人已同意公开）', join(ROOT, 'docs/pictures/phone.png'));
      await hand.page.getByText('示例甲的照片已放好').waitFor();
      await hand.send();
    },
  ],
  [
    'a person who has left',
    3,
    async (hand) => {
      await hand.press(/^人员/);
      await hand.press('示例乙已离岗，整条删除');
      await hand.press('提交审核');
    },
  ],
];

describe('the commonest jobs take few actions', () => {
  it.each(JOBS)('%s: %i at most', async (_, most, act) => {
    const { page, forge } = await begin({ width: 360 });
    await enter(page);
    const hand = new Hand(page);
    await act(hand);
    await page.getByRole('heading', { name: /^已提交，(?:等待|不用)审核$/ }).waitFor();
    expect(hand.actions).toBeLessThanOrEqual(most);
    expect(forge.pulls.map(({ verdict }) => verdict.reasons).flat()).toEqual([]);
  });
});

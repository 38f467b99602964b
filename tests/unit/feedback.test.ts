import { describe, expect, it } from 'vitest';
import { feedback } from '../../src/schemas/feedback.ts';
import { feedbackView } from '../../src/views/feedback.ts';

const page = ['office', '东县甲镇司法所', 'https://example.gov.cn/offices/dong/jia/'] as const;

describe('telling that something is wrong', () => {
  it('by a form: page and field are filled in, whatever their names', () => {
    const { links, by } = feedbackView(
      { form: 'https://git.example/new?page={page}&field={field}' },
      'office',
      '甲&乙=丙',
      '/',
    );
    expect(by).toBe('form');
    const address = new URL(links[1]?.href ?? '');
    expect([...address.searchParams]).toEqual([
      ['page', '甲&乙=丙'],
      ['field', '地址'],
    ]);
  });

  it('by mail: a subject, and a letter with page, address and field', () => {
    const { links, by } = feedbackView({ email: 'jiucuo@example.gov.cn' }, ...page);
    expect(by).toBe('mail');
    const address = new URL(links[0]?.href ?? '');
    expect(address.pathname).toBe('jiucuo@example.gov.cn');
    expect(address.searchParams.get('subject')).toBe('信息有误：东县甲镇司法所，电话');
    expect(address.searchParams.get('body')).toContain('网址：https://example.gov.cn/offices/dong/jia/');
  });

  it('by telephone only, or by no way of its own', () => {
    expect(feedbackView({ phone: '0833-2123456' }, ...page)).toEqual({
      links: [],
      by: undefined,
      phone: { number: '0833-2123456', href: 'tel:08332123456' },
    });
    expect(feedbackView(undefined, ...page)).toEqual({ links: [], by: undefined, phone: undefined });
  });

  it('a setting with a placeholder that nobody fills in is refused', () => {
    expect(feedback.safeParse({ form: 'https://git.example/new?page={seite}' }).success).toBe(false);
    expect(feedback.safeParse({}).success).toBe(false);
    expect(feedback.safeParse({ form: 'https://git.example/new?page={page}' }).success).toBe(true);
  });
});

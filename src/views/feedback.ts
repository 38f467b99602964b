import { telLink } from '../domain/phones.ts';
import type { Site } from '../schemas/site.ts';

/** What can be wrong on each kind of page. */
const FEEDBACK_FIELDS = {
  office: ['电话', '地址', '办公时间', '人员', '服务的村、社区', '其他'],
  service: ['材料', '时限', '费用', '地点和电话', '其他'],
  notice: ['正文', '附件', '日期', '其他'],
} as const;

export interface FeedbackView {
  /** One way to tell for each thing that can be wrong; empty without form and mail. */
  readonly links: readonly { readonly field: string; readonly href: string }[];
  /** Where the links lead. */
  readonly by: 'form' | 'mail' | undefined;
  readonly phone: { readonly number: string; readonly href: string | undefined } | undefined;
}

const wordsFor = (title: string, url: string, field: string) => ({
  page: title,
  field,
  title: `信息有误：${title}，${field}`,
  body: `页面：${title}\n网址：${url}\n哪一项：${field}\n\n现在写的是什么，错在哪里：\n\n应该是什么（知道的话）：\n`,
  url,
});

/** The address with its placeholders filled in; every value is escaped as part of an address. */
function fill(address: string, words: ReturnType<typeof wordsFor>): string {
  return address.replace(/\{(page|field|title|body|url)\}/g, (_, name: keyof typeof words) =>
    encodeURIComponent(words[name]),
  );
}

const MAIL = '?subject={title}&body={body}';

/** How to tell that something on a page is wrong, with the page's title, its address and the field filled in. */
export function feedbackView(
  feedback: Site['feedback'],
  kind: keyof typeof FEEDBACK_FIELDS,
  title: string,
  url: string,
): FeedbackView {
  const { form, email, phone } = feedback ?? {};
  const address = form ?? (email && `mailto:${email}${MAIL}`);
  const links = address
    ? FEEDBACK_FIELDS[kind].map((field) => ({ field, href: fill(address, wordsFor(title, url, field)) }))
    : [];
  return {
    links,
    by: form ? 'form' : email ? 'mail' : undefined,
    phone: phone === undefined ? undefined : { number: phone, href: telLink(phone) },
  };
}

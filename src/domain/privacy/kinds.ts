/** What the personal-data guard looks for (facts part F): one table, from which types, wording and grades derive. */

/** How sure and how grave a finding is: `block` may not be published, `warn` must be looked at. */
export const GRADES = ['block', 'warn'] as const;
export type Grade = (typeof GRADES)[number];

interface PrivacyKind {
  readonly title: string;
  /** Why it may not be published. */
  readonly reason: string;
  readonly remedy: string;
}

const DELETE = '删掉它；公开不需要它';

export const PRIVACY_KINDS = {
  identity: {
    title: '身份证号',
    reason: '身份证号不能公开',
    remedy: `${DELETE}。已经公开出去的，马上告诉司法局撤下`,
  },
  mobile: {
    title: '手机号',
    reason: '手机号不公开，办公电话用固定电话',
    remedy: '改成办公室的固定电话；确实要公开值班手机的，经审批后写进 content/privacy-allow.json',
  },
  card: { title: '银行卡号', reason: '银行账户属于敏感个人信息', remedy: DELETE },
  plate: { title: '车牌号', reason: '车牌号能认出车主', remedy: '删掉它；公务用车只写数量' },
  case: {
    title: '案号',
    reason: '凭案号能查到当事人',
    remedy: '删掉案号和案情，只写件数',
  },
  name: {
    title: '办事人姓名',
    reason: '这类身份和姓名写在一起，会公开别人的隐私',
    remedy: '不写姓名，“某某”加住址、年龄、案由也不行；不是人名的不用管',
  },
  door: {
    title: '住址',
    reason: '写到组、门牌、房间的可能是家庭住址',
    remedy: '办公地址写在 office.json 的 place.address；别人的住址删掉',
  },
  mail: {
    title: '私人邮箱',
    reason: '个人申请的邮箱多半是私人的',
    remedy: '改成单位邮箱，写在 office.json 的 email；没有就删掉',
  },
  account: {
    title: '私人联系方式',
    reason: '个人的微信、QQ 号和家里的电话不公开',
    remedy: '删掉它，或改成单位的公众号、办公电话',
  },
  paper: { title: '证件号', reason: '护照、通行证、驾驶证等的号码不能公开', remedy: DELETE },
  location: {
    title: '拍摄位置',
    reason: '照片里记着在哪里拍的',
    remedy: '用看图软件另存一份，或在手机里分享时去掉位置信息，再替换这个文件',
  },
} as const satisfies Record<string, PrivacyKind>;

export type PrivacyKindName = keyof typeof PRIVACY_KINDS;
export const PRIVACY_KIND_NAMES = Object.keys(PRIVACY_KINDS) as readonly PrivacyKindName[];

/** Half a finding: of the normalised text, not yet masked. */
export interface Candidate {
  readonly kind: PrivacyKindName;
  readonly grade: Grade;
  readonly start: number;
  readonly end: number;
  /** What stands there after normalisation, without separators: to compare, never to print. */
  readonly value: string;
  /** What is particular about this one, in Chinese; the kind's own reason comes first. */
  readonly note?: string | undefined;
}

/** Something in a text that looks like personal data. Offsets are those of the text as it was given. */
export interface Match extends Candidate {
  /** What may be printed. */
  readonly masked: string;
}

export const isGraver = (a: Grade, b: Grade): boolean => GRADES.indexOf(a) < GRADES.indexOf(b);

/** The words in a cell for each value of a fixed list: those of the schemas, and others that are understood too. */
import { APPOINTMENT_NEEDS } from '../../domain/appointment-words.ts';
import { CALENDARS } from '../../schemas/hours.ts';
import { OFFICE_STATES, PHONE_USES, PREMISES } from '../../schemas/office.ts';
import { ROLES } from '../../schemas/staff.ts';
import { choice, type Codec } from '../codecs.ts';

/** A list of the schemas with further words for some of its values. */
function worded<K extends string>(
  words: Readonly<Record<K, string>>,
  also: Readonly<Partial<Record<K, readonly string[]>>>,
): Codec {
  const entries = (Object.keys(words) as K[]).map(
    (key) => [key, [words[key], ...(also[key] ?? [])]] as const,
  );
  return choice(Object.fromEntries(entries) as Record<string, [string, ...string[]]>);
}

export const states = worded(OFFICE_STATES, {
  normal: ['正常', '正常开放'],
  limited: ['部分开放', '临时调整', '暂停部分服务'],
  closed: ['关闭', '撤销', '已撤销'],
});

export const premises = worded(PREMISES, {
  own: ['独立', '有'],
  shared: ['合用', '共用', '与其他单位共用'],
  none: ['无', '无房'],
});

export const phoneUses = worded(PHONE_USES, {
  consult: ['咨询', '办公电话', '办公'],
  duty: ['值班'],
  supervision: ['监督', '投诉电话', '监督投诉'],
  fax: ['传真电话'],
});

export const roles = worded(ROLES, {
  head: ['所长'],
  assistant: ['助理员'],
  staff: ['其他', '辅助人员'],
});

export const appointmentNeeds = worded(APPOINTMENT_NEEDS, {
  none: ['否', '不用', '不需要'],
  must: ['是', '要', '需要'],
});

export const calendars = worded(CALENDARS, { solar: ['阳历'], lunar: ['阴历'] });

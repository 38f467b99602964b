/** A name beside the role of somebody who must not be known (facts F8): a hint only, for words look like names. */
import type { Candidate } from './kinds.ts';

const ROLES =
  '社区矫正对象|社矫对象|矫正对象|社区矫正人员|矫正人员|社区服刑人员|服刑人员|刑满释放人员|刑释人员|安置帮教对象|帮教对象|吸毒人员|戒毒人员|信访人|上访人|受援人|法律援助申请人|被调解人|当事人|被害人|受害人|复议申请人|未成年人';

/** The most frequent surnames; those that mostly begin an ordinary word (应、向、和、经、可) are left out. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤赖阿吉沙曲俄';

/** What follows a surname in ordinary words: 于收到、任何、方可、成立、高于、金额、程序、万元 … */
const NOT_GIVEN =
  /^(?:.[某]?)?[的了是在有为与和及或等者于由对将应可须需能会要不未已被把给向从到请提申签履接参享办处领]|^(?:何|可|法|式|便|面|向|案|额|钱|融|序|度|元|人|户|件|名|份|条|项|类|种|个|次|天|日|月|年|所|局|院|家|室|厅|处|理|事|务|通|重|格|禁|密|肃|律|数|据|字|书|本|级|时|期|间|州|市|县|省|区|镇|乡|村|山|河|江|海|亮|白|天|然|色|速|度|达|龄|点|上|下|中|内|外|前|后|收|[一二三四五六七八九十]+(?:[个日天月年名人次条款项件户组分])|其|此|该|本|规|意|职|责|务|记|料|原|果|干|警|克思|列)/;

const AFTER_ROLE = new RegExp(
  `(?:${ROLES})[ ：:、（(“"]{0,2}([${SURNAMES}](?:某[某甲乙丙丁]?|[\\u4e00-\\u9fa5·]{1,3}))`,
  'g',
);
const BEFORE_ROLE = new RegExp(
  `(?:^|[^\\u4e00-\\u9fa5]|对|将|把|帮助|访)([${SURNAMES}](?:某[某甲乙丙丁]?|[\\u4e00-\\u9fa5]{1,2}))(?:[（(，,]\\s*|系|为|是)(?:${ROLES})`,
  'gm',
);

/** True where a text speaks of people who must not be known. */
export const speaksOfSensitive = (text: string): boolean => new RegExp(ROLES).test(text);

const isName = (name: string) => /某/.test(name) || !NOT_GIVEN.test(name.slice(1));

/** Names beside such roles in a normalised text. */
export function* findNames(text: string): Generator<Candidate> {
  for (const pattern of [AFTER_ROLE, BEFORE_ROLE])
    for (const match of text.matchAll(pattern)) {
      const name = match[1]?.slice(0, 3) ?? '';
      if (!isName(name)) continue;
      const start = match.index + match[0].indexOf(name, pattern === AFTER_ROLE ? 2 : 0);
      yield { kind: 'name', grade: 'hint', start, end: start + name.length, value: name };
    }
}

/** Names told from words: a surname, and that it begins no everyday word with the character behind it. */

const COMPOUND =
  '欧阳|司马|诸葛|上官|皇甫|尉迟|慕容|司徒|夏侯|东方|令狐|公孙|端木|长孙|宇文|轩辕|独孤|南宫|澹台|申屠|太史|闾丘|西门|沙马|曲比|阿尔|吉克|吉木|海来|马海|俄木|阿的|莫色';

/** Surnames that begin no everyday word in official prose. */
const PLAIN =
  '李刘吴徐孙朱郭梁宋唐韩冯邓彭肖袁潘蒋蔡吕苏魏姚卢姜崔谭汪廖贾韦傅邹孟熊秦邱尹薛阎侯陶黎贺郝龚邵覃汤赖阿吉沙曲俄倪牛葛詹焦柴鲁柳樊欧翟骆裴岳伍庞耿聂牟殷涂冉蒲税苟敬缪晏';

/** Surnames that do, with the characters that make a word of them. */
const WITH_WORDS: Readonly<Record<string, string>> = {
  王: '法国',
  张: '贴开扬口',
  陈: '述旧列',
  杨: '树',
  黄: '金色牌',
  赵: '',
  周: '边围期末年岁全到一密',
  马: '上路',
  胡: '乱',
  何: '时种处人必况其以等事方地项',
  林: '业地权木场区',
  高: '度级效低于龄中等校层速温发危质空考额原标',
  罗: '列',
  郑: '重',
  谢: '绝意',
  许: '可多诺愿',
  曹: '',
  曾: '经任在被是有因用',
  田: '地间',
  董: '事',
  余: '下额款',
  杜: '绝',
  叶: '',
  程: '序度式',
  丁: '字',
  任: '何意务职期免命凭用教',
  沈: '',
  钟: '点',
  陆: '续地路',
  范: '围本畴',
  金: '额融钱属牌',
  石: '',
  夏: '季天',
  方: '可便面式法案能向位才式言',
  白: '天',
  江: '边河湖水南北',
  段: '落',
  雷: '',
  龙: '头',
  史: '',
  顾: '问虑客及全',
  毛: '',
  万: '元人一余名件户份',
  钱: '款物财',
  严: '格重禁肃密厉防惩查守',
  武: '装力',
  戴: '',
  莫: '',
  孔: '',
  施: '行工救暴',
  洪: '水',
  季: '度节',
  游: '客行戏玩览',
  文: '件书化字本明艺员',
  章: '程节',
  卫: '生',
  管: '理辖制教护控束',
  关: '于系爱心注联押',
  安: '置全排装抚心定宁',
  常: '住见用规年务设态识驻',
  温: '馨暖',
  康: '复',
  包: '括含庇办',
  路: '径',
  单: '位独方项列元纯个一',
  齐: '',
  辛: '苦',
  左: '右',
  古: '',
  尚: '未需',
  甘: '',
  童: '年',
  乔: '',
  纪: '律念录检委',
  梅: '',
  盛: '',
  翁: '',
  向: '',
  成: '',
  时: '',
  于: '',
};

/** Characters that are part of a sentence, not of a name. */
const NOT_GIVEN =
  '的了是在有为与和及或等者由对将应可须需能会要不未已被把给向从到请提申签履接参享办处各凡但若如因以其此该所并且后前中内外本人们个名件项条次天日月年时户单双方之';

/** Surnames that mostly are something else: only with a name hidden (`于某某`). */
const SELDOM = '向成时于应和平';

const LONG_LIST = Object.entries(WITH_WORDS)
  .filter(([surname]) => !SELDOM.includes(surname))
  .map(([surname, words]) => `${surname}(?![${words}${NOT_GIVEN}])`)
  .join('|');

const HAN = '\\u4e00-\\u9fa5';
const HIDDEN = '某[甲乙丙丁]|[某×xX*]{1,3}(?![日月年天地种个项些市县区镇乡村街])';
const ANY_SURNAME = `(?:${COMPOUND})|[${PLAIN}${Object.keys(WITH_WORDS).join('')}]`;

/** A name as the source of a pattern: two or three characters, four with a surname of two, or what hides them. */
export const NAME =
  `(?:(?:${ANY_SURNAME})(?:${HIDDEN})` +
  `|(?:${COMPOUND})(?![${NOT_GIVEN}])[${HAN}](?:(?![${NOT_GIVEN}])[${HAN}])?` +
  `|(?:[${PLAIN}](?![${NOT_GIVEN}])|${LONG_LIST}) ?[${HAN}](?:(?![${NOT_GIVEN}])[${HAN}])?)`;

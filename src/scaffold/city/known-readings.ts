/** A reading of a place name that dictionaries miss or mistake, and where it holds. */
export interface KnownReading {
  readonly text: string;
  readonly pinyin: string;
  /** Division code that the place's code begins with; elsewhere the same characters are read otherwise (六合村). */
  readonly within?: string;
}

const rows = (text: string, within?: string): KnownReading[] =>
  text.split(/[，\n]/).map((row) => {
    const [name = '', ...pinyin] = row.trim().split(' ');
    return { text: name, pinyin: pinyin.join(' '), ...(within ? { within } : {}) };
  });

/** Common knowledge of Chinese place names (现代汉语词典, 民政部 division lists); add only what is certain. */
export const KNOWN_READINGS: readonly KnownReading[] = [
  ...rows(`犍为 qian wei，荍 qiao，漹 yan，轸 zhen，雩 yu，都 du，都江堰 du jiang yan，郫 pi，邛崃 qiong lai
    重庆 chong qing，长寿 chang shou，蚌埠 beng bu，亳州 bo zhou，番禺 pan yu，尉犁 yu li，歙县 she xian
    黟县 yi xian，涪陵 fu ling，綦江 qi jiang，井陉 jing xing，珲春 hun chun，甪直 lu zhi，盱眙 xu yi
    乐山 le shan，厦门 xia men，鄱阳 po yang，阆中 lang zhong，什邡 shi fang，筠连 jun lian，嵊州 sheng zhou
    郴州 chen zhou，耒阳 lei yang，渑池 mian chi，荥阳 xing yang，荥经 ying jing，武陟 wu zhi，柘城 zhe cheng
    藁城 gao cheng，栾城 luan cheng，茌平 chi ping，鄄城 juan cheng，临朐 lin qu，芝罘 zhi fu，兖州 yan zhou
    枞阳 zong yang，濉溪 sui xi，砀山 dang shan，溆浦 xu pu，莒县 ju xian，郯城 tan cheng，喀什 ka shi
    莎车 sha che，东莞 dong guan，莞城 guan cheng，勐 meng，儋州 dan zhou，隰县 xi xian，岢岚 ke lan
    䃥 zhuang，㵲 wu，箐 qing，栅 zha`),
  ...rows('六合 lu he', '320116'),
  ...rows('六安 lu an', '3415'),
  ...rows('圩 wei', '34'),
  ...rows('圩 wei，溱潼 qin tong', '32'),
  ...rows('台州 tai zhou，天台 tian tai', '3310'),
  ...rows('丽水 li shui', '3311'),
  ...rows('乐清 yue qing', '3303'),
  ...rows('铅山 yan shan，弋阳 yi yang', '3611'),
  ...rows('浒墅关 xu shu guan', '3205'),
  ...rows('浒湾 xu wan', '3610'),
  ...rows('涡阳 guo yang', '3416'),
  ...rows('浚县 xun xian', '4106'),
  ...rows('泌阳 bi yang', '4117'),
  ...rows('中牟 zhong mu', '4101'),
  ...rows('长垣 chang yuan', '4107'),
  ...rows('黄陂 huang pi', '4201'),
  ...rows('东阿 dong e，莘县 shen xian', '3715'),
  ...rows('单县 shan xian', '3717'),
  ...rows('大埔 da bu', '4414'),
  ...rows('塘厦 tang xia，麻涌 ma chong', '4419'),
  ...rows('东涌 dong chong', '4401'),
  ...rows('洪洞 hong tong', '1410'),
  ...rows('长子 zhang zi', '1404'),
  ...rows('繁峙 fan shi', '1409'),
  ...rows('解州 hai zhou', '1408'),
  ...rows('蔚县 yu xian', '1307'),
  ...rows('乐亭 lao ting', '1302'),
  ...rows('吴堡 wu bu', '6108'),
  ...rows('鄠邑 hu yi，栎阳 yue yang', '6101'),
  ...rows('六枝 liu zhi', '5202'),
];

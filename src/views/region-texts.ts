/** What a region says of itself: short, since the cities say the rest. */
interface RegionText {
  readonly title: string;
  readonly description: string;
  readonly paragraphs: readonly string[];
}

/** By the last part of its address. */
export const REGION_TEXTS: Readonly<Record<string, RegionText>> = {
  about: {
    title: '关于本站',
    description: '本站把各市的司法所网站合在一起查。',
    paragraphs: [
      '各市自己写、自己生成、自己发布司法所的网站，本站只把它们合在一起查：一个查找框、一处搜索、各市公开情况的合计。',
      '本站不改各市的内容。各市的清单要同校验和、摘要、合计对得上才用；对不上的、取不到的、太久没有更新的，都写明是哪个市、为什么，不影响别的市。',
      '司法所的地址、电话、人员、办公时间都在各市的网站上；没有公布的写“待公开”，我们不猜不补。',
      '发现错误，请告诉该市的主办单位，或者打12345。',
    ],
  },
  privacy: {
    title: '隐私说明',
    description: '本站不收集您的信息。',
    paragraphs: [
      '本站由静态网页组成，没有登录，没有留言，没有统计代码，不使用Cookie。打开任何一页，都不会向别的网站发出请求；点了到某个市的链接才会离开本站，此后由该市的网站负责。',
      '查找和搜索在您的手机或电脑里进行：只向本站取那一份地名，要找的字不会发送给任何人。',
      '提供网页的服务器可能按规定留有访问日志，由主办单位管理。',
    ],
  },
  accessibility: {
    title: '无障碍说明',
    description: '不开启脚本、只用键盘、放大到200%也能用。',
    paragraphs: [
      '不开启脚本，也能从市、县的列表走到每一个司法所；只用键盘能走到每一个链接，每页第一个链接是“跳到正文”。',
      '状态用文字和符号表示，不只靠颜色；正文与底色的对比度不低于7比1，字号随浏览器设置放大。右上角的“长者”是长者模式。',
      '看不清、用不了的，请打12345。',
    ],
  },
};

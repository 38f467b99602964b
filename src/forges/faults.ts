/** The words for what can go wrong: fetched with what sends, and with what explains a refusal. */
import { DOWN, ForgeError, MISSING, type ForgeFault } from './types.ts';

const FAULTS: Readonly<Record<ForgeFault, string>> = {
  expired: '登录已经过期，或者令牌不对。请重新登录，填的内容都还在。',
  forbidden: '这个账号没有权限。请找司法局给账号开通内容仓库的权限。',
  scope: '令牌的范围不够。请换一个能读写仓库的令牌。',
  busy: '请求太多了，请过几分钟再试。',
  missing: MISSING,
  changed: '内容已被他人更新。您填的都还在，请先取最新内容，再把您的修改放上去。',
  raced: '刚好有别人也在写，没有轮到。您填的都还在，请再试一次。',
  again: '代码平台说这份修改已经有了。请再试一次；还是这样的，到代码平台上看看是不是已经提交。',
  unsure: '代码平台说写好了，但读回来不是。您填的都还在，请再试一次。',
  unregistered: '这个账号没有登记为本所的账号，不能写去向。请司法局登记后再试。',
  exposed: '内容仓库是公开的，去向不能提请求：谁都能看到，而且会一直留着。请联系司法局改设置。',
  down: DOWN,
  copying: '代码平台还在准备副本，请过一分钟再试。',
  refused: '代码平台没有接受。',
};

/** Somebody has added to a request since it was looked at. */
export const MOVED = '提交以后又改过，请重新看一遍再合并。';

/** A fault in its own words; what a platform said goes with one that is of no known kind. */
export const failed = (fault: ForgeFault, said = ''): ForgeError =>
  new ForgeError(fault, fault === 'refused' ? FAULTS.refused + said : FAULTS[fault]);

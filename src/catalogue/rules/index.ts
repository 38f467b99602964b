import type { Problem } from '../../domain/problems.ts';
import type { Contents } from '../contents.ts';
import { checkAdaptations } from './adaptations.ts';
import * as attachments from './attachments.ts';
import * as boundaries from './boundaries.ts';
import * as calendar from './calendar.ts';
import * as coverage from './coverage.ts';
import { checkCountsInNotices } from './counts-in-notices.ts';
import * as dates from './dates.ts';
import { checkDisguise } from './disguise.ts';
import * as divisions from './divisions.ts';
import * as documents from './documents.ts';
import { checkDuplicates } from './duplicates.ts';
import { checkFillers } from './fillers.ts';
import * as geography from './geography.ts';
import * as hours from './hours.ts';
import { remindLaws } from './laws.ts';
import { checkMovement } from './movement.ts';
import * as offices from './offices.ts';
import { checkOwners } from './owners.ts';
import * as people from './people.ts';
import * as photos from './photos.ts';
import { checkPrivacy } from './privacy.ts';
import { checkComponents } from './components.ts';
import { checkPlan } from './plan.ts';
import * as prose from './prose.ts';
import { checkRedirects } from './redirects.ts';
import * as required from './required.ts';
import { checkSampleNumbers } from './samples.ts';
import * as statistics from './statistics.ts';
import * as whereabouts from './whereabouts.ts';
import { checkWording } from './wording.ts';
import { checkWords } from './synonyms.ts';

/** A rule that looks across fields and files. It says nothing where a file it needs could not be read. */
type Rule = (contents: Contents) => readonly Problem[];

/** Every rule beyond the schemas, each with what it promises. */
const RULES = {
  必需的文件都在: required.checkRequiredFiles,
  县和司法所的文件成套: required.checkCompleteFolders,
  区划代码不重复: divisions.checkDivisionCodes,
  区划代码与上级一致: divisions.checkCodePrefixes,
  县的两个文件一致: divisions.checkCountyPairs,
  乡镇网址名不重复: divisions.checkTownshipSlugs,
  服务区域在本县: offices.checkServes,
  村村有司法所: coverage.checkUnserved,
  共同服务有规则: coverage.checkShared,
  成员所和接替所存在: offices.checkOfficeReferences,
  接替所仍在办公: offices.checkSuccessors,
  一个所只属于一个片区: offices.checkAreas,
  服务和业务有说明: offices.checkOfficeMatters,
  人员编号对得上: people.checkStaff,
  去向的人员对得上: whereabouts.checkWhereaboutsPeople,
  去向的时段不重叠: whereabouts.checkWhereaboutsOverlaps,
  去向的提醒: whereabouts.remindWhereabouts,
  不公开个人的去向和原因: checkMovement,
  每一天只属于一季: hours.checkSeasons,
  一周每天只写一次: hours.checkWeekdays,
  时段先后不重叠: hours.checkSessions,
  坐标在本市: geography.checkBox,
  坐标离县城不远: geography.checkDistance,
  边界文件在: boundaries.checkBoundaryFile,
  边界在本市: boundaries.checkBoundaryBox,
  日期没有写到将来: dates.checkFuture,
  文件名与发布日期一致: dates.checkNoticeNames,
  文件名与年份一致: dates.checkCalendarNames,
  截止不早于起始: dates.checkOrder,
  过期的提醒: dates.remindExpired,
  附件存在: attachments.checkReferred,
  录音有文字: attachments.checkTranscripts,
  附件可以公开: attachments.checkContents,
  附件都用上了: attachments.remindUnused,
  照片存在: photos.checkPhotoReferences,
  照片可以用: photos.checkPhotos,
  照片都用上了: photos.remindPhotos,
  账号和司法所对得上: checkOwners,
  月份没有写到将来: statistics.checkMonths,
  月度数据说得通: statistics.checkFigures,
  仓库公开时不写小数的准数: statistics.checkOpenCounts,
  公告里的数推算不出小数: checkCountsInNotices,
  职能和指南互相对得上: documents.checkDocumentReferences,
  平常的说法对得上: checkWords,
  引用的法律和条文存在: documents.checkCitations,
  法律的新版本有人对照: remindLaws,
  方案逐条对得上: checkPlan,
  本地写法对得上原文: checkAdaptations,
  编号不重复: checkDuplicates,
  示例与真实分开: checkSampleNumbers,
  跳转到现有的页: checkRedirects,
  占位的字不算内容: checkFillers,
  没有冒充的字符: checkDisguise,
  不含个人信息: checkPrivacy,
  正文写了: prose.checkBegun,
  正文不写网页代码: prose.checkRawHtml,
  正文只用规定的组件: checkComponents,
  图片有替代文字: prose.checkImages,
  标题逐级: prose.checkHeadings,
  链接可用: prose.checkLinks,
  用词和写法: checkWording,
  来年的日历: calendar.remindCalendar,
  农历赶场有农历: calendar.checkLunarMonths,
} as const satisfies Record<string, Rule>;

/** What all rules find. */
export const checkRules = (contents: Contents): Problem[] =>
  Object.values<Rule>(RULES).flatMap((rule) => rule(contents));

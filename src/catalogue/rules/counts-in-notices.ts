import type { Problem } from '../../domain/problems.ts';
import { isRange, toldOf } from '../../domain/suppression.ts';
import { FIGURES, type Figure } from '../../schemas/statistics.ts';
import type { Contents, OfficeFiles } from '../contents.ts';

/** What the figures are called in a sentence. */
const NAMES: Readonly<Record<Figure, string>> = {
  consultations: '法律咨询|接待咨询',
  mediations: '(?<!成功)(?:受理|调解)(?:调解|(?:矛盾|各类|民间)*纠纷)',
  mediationsSettled: '调解成功|成功(?:调解|化解)',
  legalAidForwarded: '法律援助申请',
  lectures: '法治宣传',
  disputeChecks: '(?:矛盾)?纠纷排查|排查(?:矛盾|各类)*纠纷',
};

/** A number beside a figure's name; 少于5 and 10至14 stand as they are told. */
const PATTERNS = (Object.keys(FIGURES) as Figure[]).map((figure) => {
  const words = `(?:${NAMES[figure]})[^\\d\\n。；，]{0,8}(?<!少于)\\d+ *(?:件|人次|场|次|起|宗)`;
  return [figure, new RegExp(words, 'u')] as const;
});

const REMEDY = '写月度数据表里的说法，例如“少于5”“10至14”，或者不写数';

const hides = ({ statistics }: OfficeFiles, figure: Figure): boolean =>
  statistics?.data?.months.some((month) => isRange(toldOf(month[figure], figure))) === true;

/**
 * A notice gives no number for a figure of which the monthly table keeps counts back: a total would reveal them. Words
 * can mean something else, so that this is a reminder, and an error only where the content itself is open to all.
 */
export const checkCountsInNotices = ({ all, site }: Contents): Problem[] =>
  all.offices.flatMap((office) => {
    const hidden = PATTERNS.filter(([figure]) => hides(office, figure));
    return office.notices.flatMap(({ file, text }) =>
      text.split('\n').flatMap((line, at) =>
        hidden.flatMap(([figure, pattern]): Problem[] => {
          const found = pattern.exec(line);
          if (!found) return [];
          const place = { file, line: at + 1, column: found.index + 1 };
          const severity = site?.publicRepository === true ? 'error' : 'warning';
          const message = `“${found[0]}”：${FIGURES[figure]}有的月份不公布准数，这里的数能让人推算出来`;
          return [{ kind: 'value', severity, ...place, message, remedy: REMEDY }];
        }),
      ),
    );
  });

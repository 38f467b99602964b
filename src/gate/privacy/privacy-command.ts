import { dateInShanghai } from '../../domain/dates.ts';
import { asTyped, folders, manualPage, type Command } from '../../command/command.ts';
import { requireFolder } from '../../command/folders.ts';
import { oneOf, readNamed, texts } from '../../command/options.ts';
import { scanChange, scanFolder } from './change.ts';
import { scanBranch, scanMessage } from './texts.ts';
import { countGrades, formatPrivacy } from './report.ts';
import { FORMATS } from '../../command/report.ts';
import { buildInstant } from '../../build/settings.ts';

const HELP = `用法：npm run privacy -- [--content <文件夹>] [--base <版本>] [--message-file <文件>] [--branch <名称>]
                        [--format text|github|json]

找出像是个人信息的地方：身份证号、手机号、银行卡号、车牌号、案号、住址、私人邮箱、照片的拍摄位置，
当事人等身份旁边的姓名。文字、数据、附件里的文字和属性、文件名都看。结果里的号码一律遮住。

  --content <文件夹>     内容，默认 content/
  --base <版本>          只看这个版本以后的改动，例如 origin/main：每次提交的每个文件、提交说明、没提交的改动
  --message-file <文件>  只看一份提交说明，例如 .git/COMMIT_EDITMSG
  --branch <名称>        也看分支名
  --format <格式>        text（默认，给人看）、github（拉取请求里的标注）、json（给程序用）
  --help                 显示本说明

确实可以公开的，写进 content/privacy-allow.json，要有原因和期限，写法见 content/README.md。
看得懂哪些、看不懂哪些，见 ${manualPage('privacy')}。

退出码：0 没有不能公开的（可能有要核对的），1 有不能公开的，2 用法不对。`;

const OPTIONS = texts('content', 'base', 'message-file', 'branch', 'format');

export const privacyCommand: Command<typeof OPTIONS> = {
  help: HELP,
  options: OPTIONS,
  run: async (values) => {
    const [format, { content }] = [oneOf('format', FORMATS, values.format ?? 'text'), folders(values)];
    const [base, message, branch] = [values.base, values['message-file'], values.branch];
    requireFolder(content);
    const today = dateInShanghai(buildInstant(process.env));
    if (format === 'text') console.error(`找个人信息 ……\n`);
    const whole = message === undefined && branch === undefined;
    const files =
      base !== undefined
        ? scanChange({ content, base, today })
        : whole
          ? scanFolder(content, today)
          : { found: [], looked: 0 };
    const found = [
      ...files.found,
      ...(message === undefined ? [] : scanMessage(readNamed(message))),
      ...(branch === undefined ? [] : scanBranch(branch)),
    ];
    console.log(formatPrivacy(format, { found, looked: files.looked, folder: asTyped(content) }));
    return countGrades(found).block ? 1 : 0;
  },
};

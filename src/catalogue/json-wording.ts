import { printParseErrorCode, type ParseError } from 'jsonc-parser';
import { quote } from '../domain/text.ts';

interface Words {
  readonly offset: number;
  readonly message: string;
  readonly remedy: string;
}

const EXTRA_COMMA = { message: '多了一个逗号', remedy: '删掉这个逗号：最后一项后面不写逗号' };

/** A JSON fault of the parser in Chinese, at the place where the author must fix it. */
export function wordError(text: string, error: ParseError): Words {
  const { offset, length } = error;
  const before = text.slice(0, offset).trimEnd();
  const token = quote(text.slice(offset, offset + Math.max(1, length)), 20);
  const rest = text.slice(offset);
  if (/^[}\]]/.test(rest) && before.endsWith(',')) return { offset: before.length - 1, ...EXTRA_COMMA };
  if (rest.startsWith(',')) return { offset, ...EXTRA_COMMA };
  const ended = before.length > 0 ? before.length - 1 : 0;
  const lastLine = quote(before.slice(before.lastIndexOf('\n') + 1));
  switch (printParseErrorCode(error.error)) {
    case 'InvalidCommentToken':
      return { offset, message: '这里不能写注释', remedy: `删掉：${token}` };
    case 'CommaExpected':
      return { offset: ended, message: '缺少逗号', remedy: `在这里加一个英文逗号：${lastLine},` };
    case 'ColonExpected':
      return { offset: ended, message: '缺少冒号', remedy: `字段名后面写英文冒号：${lastLine}: …` };
    case 'CloseBraceExpected':
    case 'CloseBracketExpected': {
      const mark = printParseErrorCode(error.error) === 'CloseBraceExpected' ? '}' : ']';
      return { offset: ended, message: `缺少 ${mark}`, remedy: `在这里补上 ${mark}` };
    }
    case 'UnexpectedEndOfString':
      return {
        offset,
        message: '引号没有成对',
        remedy: `在文字末尾补上英文引号：${quote(closed(rest.split('\n', 1)[0] ?? ''))}`,
      };
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return { offset, message: '反斜杠 \\ 后面的字符不对', remedy: '反斜杠本身要写成 \\\\' };
    case 'InvalidCharacter':
      return { offset, message: '文字里有制表符等控制字符', remedy: '删掉它，需要空格就写空格' };
    case 'EndOfFileExpected':
      return { offset, message: '结尾之后还有多余的内容', remedy: `删掉：${quote(rest, 20)}` };
    case 'ValueExpected':
      return {
        offset: ended,
        message: '这里缺少内容',
        remedy: `写上内容，文字要加英文引号：${lastLine} "…"`,
      };
    case 'PropertyNameExpected':
      return { offset, message: '这里应当是字段名', remedy: '字段名要加英文引号，例如 "name"' };
    default:
      return { offset, message: `看不懂“${token}”`, remedy: wordSymbol(token) };
  }
}

/** A line whose text never ends, with the quote where it was most likely meant: after a field's name, before a comma. */
const closed = (line: string): string =>
  /^"\w+:/.test(line) ? line.replace(':', '":') : line.replace(/,?\s*$/, (end) => `"${end}`);

/** Words that other notations allow, as JSON writes them. */
const SYMBOLS: Readonly<Record<string, string>> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  NULL: 'null',
  是: 'true',
  否: 'false',
};

function wordSymbol(token: string): string {
  const meant = SYMBOLS[token];
  if (meant) return `改成 ${meant}`;
  if (token.startsWith("'")) return `用英文双引号：${JSON.stringify(token.replace(/'/g, ''))}`;
  return /^[+.\d]/.test(token)
    ? '数字不写正号，小数点前要有数字'
    : `文字和字段名要加英文双引号：${JSON.stringify(token)}`;
}

/** What an author forgot in a document and a reader could dig out, and what calls for more than the document (facts F1-1). */
import type { Fault } from '../../domain/problems.ts';
import type { XmlEvent } from './xml.ts';

const CLEAN = '删除批注和隐藏内容、接受全部修订后再保存，或导出 PDF';
const ALONE = '去掉宏、控件和外部链接（图片、模板、数据改成粘贴进来）再保存，或导出 PDF';

const left = (what: string): Fault => ({ message: `这个文件里面有${what}`, remedy: CLEAN });
const calls = (what: string): Fault => ({ message: `这个文件${what}`, remedy: ALONE });

const COMMENTS = left('批注');
const CHANGES = left('修订痕迹');
const HIDDEN_TEXT = left('隐藏的文字');
const MACROS = calls('里面有宏');
const OUTSIDE = calls('连着外面的文件或数据');
const CARRIED = calls('里面夹带了别的文件');

/** Elements that are a fault by their name alone, in whatever part, under whatever prefix. */
const ELEMENTS: Readonly<Record<string, Fault>> = {
  comment: COMMENTS,
  threadedComment: COMMENTS,
  annotation: COMMENTS,
  ins: CHANGES,
  del: CHANGES,
  delText: CHANGES,
  moveFrom: CHANGES,
  moveTo: CHANGES,
  cellDel: CHANGES,
  cellIns: CHANGES,
  revisions: CHANGES,
  'changed-region': CHANGES,
  macrosheet: MACROS,
  dialogsheet: MACROS,
  'event-listener': MACROS,
  control: calls('里面有控件'),
  altChunk: CARRIED,
  OLEObject: CARRIED,
  oleObject: CARRIED,
  binaryData: CARRIED,
  'binary-data': CARRIED,
  subDoc: OUTSIDE,
  mailMerge: OUTSIDE,
  externalReference: OUTSIDE,
  ddeLink: OUTSIDE,
  oleLink: OUTSIDE,
};

const isOn = (value: string | undefined) => value !== undefined && !/^(?:0|false|off)$/.test(value);

/** Elements that are a fault by what their attributes say. */
const SAYING: Readonly<Record<string, (say: (key: string) => string | undefined) => Fault | undefined>> = {
  sheet: (say) => (/hidden/i.test(say('state') ?? '') ? left('隐藏的工作表') : undefined),
  row: (say) => (isOn(say('hidden')) ? left('隐藏的行或列') : undefined),
  col: (say) => (isOn(say('hidden')) ? left('隐藏的行或列') : undefined),
  vanish: (say) => (isOn(say('val') ?? '1') ? HIDDEN_TEXT : undefined),
  Relationship: (say) => outside(say('TargetMode'), say('Type'), say('Target')),
  Override: (say) => (/macroEnabled|vba/i.test(say('ContentType') ?? '') ? MACROS : undefined),
  Default: (say) => (/macroEnabled|vba/i.test(say('ContentType') ?? '') ? MACROS : undefined),
  definedName: (say) =>
    isOn(say('xlm')) || isOn(say('vbProcedure')) || /auto_?open/i.test(say('name') ?? '')
      ? MACROS
      : undefined,
  fldSimple: (say) => (CALLING.test(say('instr') ?? '') ? OUTSIDE : undefined),
  imagedata: (say) => (/^\w+:\/\//.test(say('href') ?? '') ? OUTSIDE : undefined),
};

/** Links may lead to pages, mailboxes and telephones, or to a place beside; nothing else may be called. */
function outside(mode = '', type = '', target = ''): Fault | undefined {
  if (mode !== 'External') return undefined;
  const isLink = /\/hyperlink$/.test(type);
  return isLink && /^(?:https?:|mailto:|tel:|#|(?![a-z][a-z0-9+.-]*:|[\\/]))/i.test(target)
    ? undefined
    : OUTSIDE;
}

/** Fields that fetch something when the document is opened. */
const CALLING = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|RD)\b/i;
/** Formulas that do: another program's data, a web service, a function of a library. */
const FETCHING = /\|'?[^|]{0,200}!|\b(?:WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE)\s?\(/i;

/** Watches the events of one part and keeps the first fault. */
export class Traces {
  fault: Fault | undefined;
  private fields = '';
  private within = '';
  private isStyle = false;

  on({ type, name, text, attributes }: XmlEvent): void {
    if (type === 'open') this.open(name, attributes);
    else if (type === 'close') this.within = '';
    else if (type === 'text' && this.within === 'instrText') this.fields += text;
    else if (type === 'text' && this.within === 'f' && FETCHING.test(text)) this.fault ??= OUTSIDE;
  }

  /** After the last event. */
  end(): Fault | undefined {
    return this.fault ?? (CALLING.test(this.fields) ? OUTSIDE : undefined);
  }

  private open(name: string, attributes: XmlEvent['attributes']): void {
    this.within = name;
    this.isStyle ||= name === 'styles';
    if (name === 'fldChar') this.fields += '\n';
    const say = (key: string) => {
      for (const [written, value] of attributes) if (written.replace(/^.*:/, '') === key) return value;
      return undefined;
    };
    const fault = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
    const told = Object.hasOwn(SAYING, name) ? SAYING[name]?.(say) : undefined;
    if (!(this.isStyle && told === HIDDEN_TEXT)) this.fault ??= fault ?? told;
  }
}

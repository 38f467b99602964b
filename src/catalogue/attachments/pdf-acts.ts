/** What a PDF does that a document should not: run, start, send, fetch, carry (facts F1-1). */
import type { Fault } from '../../domain/problems.ts';
import type { PdfFile } from './pdf-objects.ts';
import { PDF_AGAIN } from './pdf-syntax.ts';
import { isDict, nameIn, PdfString, textOf, valuesIn, type PdfDict } from './pdf-values.ts';

const SCRIPT = '里面有脚本';
const CARRIES = '里面夹带了别的文件';
const CALLS = '连着外面的文件';
const MEDIA = '里面有多媒体程序';

/** By the name of an action, a note or an object. */
const ACTS: Readonly<Record<string, string>> = {
  JavaScript: SCRIPT,
  Launch: '会启动别的程序',
  SubmitForm: '会把填写的内容发出去',
  ImportData: '会读取别的文件',
  GoToR: CALLS,
  GoToE: CALLS,
  Thread: CALLS,
  EmbeddedFile: CARRIES,
  FileAttachment: CARRIES,
  Rendition: MEDIA,
  RichMedia: MEDIA,
  RichMediaExecute: MEDIA,
  Movie: MEDIA,
  Sound: MEDIA,
  Screen: MEDIA,
  '3D': MEDIA,
  GoTo3DView: MEDIA,
};
const SAID_BY = ['S', 'Subtype', 'Type'];

/** By the name of an entry. */
const ENTRIES: Readonly<Record<string, string>> = {
  JS: SCRIPT,
  JavaScript: SCRIPT,
  XFA: '里面有动态表单（XFA），显示的和存着的可以不一样',
  EmbeddedFiles: CARRIES,
  EF: CARRIES,
  RichMediaContent: MEDIA,
  OPI: CALLS,
};

/** Where a link may lead. */
const LINK = /^(?:https?:|mailto:|tel:|(?![a-z][a-z0-9+.-]*:|[\\/]))/i;

const faultOf = (what: string, name: string): Fault => ({
  message: `这个 PDF ${what}（/${name}）`,
  remedy: PDF_AGAIN,
});

/** What one dictionary does. */
function actOf(dictionary: PdfDict, isStream: boolean, file: PdfFile): Fault | undefined {
  for (const key of SAID_BY) {
    const name = nameIn(file.resolve(dictionary.get(key)));
    if (Object.hasOwn(ACTS, name)) return faultOf(ACTS[name] ?? '', name);
  }
  for (const name of Object.keys(ENTRIES))
    if (dictionary.has(name)) return faultOf(ENTRIES[name] ?? '', name);
  if (isStream && dictionary.has('F')) return faultOf(CALLS, 'F');
  if (isStream && isDict(file.resolve(dictionary.get('Ref')))) return faultOf(CALLS, 'Ref');
  const link = file.resolve(dictionary.get('URI'));
  if (link instanceof PdfString && !LINK.test(textOf(link).trim())) return faultOf(CALLS, 'URI');
  return opens(dictionary, file) ? faultOf('一打开就会连到网上', 'URI') : undefined;
}

/** True where opening the document, a page or a field leads somewhere by itself. */
function opens(dictionary: PdfDict, file: PdfFile): boolean {
  const triggers = [
    file.dict(dictionary.get('OpenAction')),
    ...(file.dict(dictionary.get('AA'))?.values() ?? []),
  ];
  return triggers.some((one) => {
    const action = one && file.dict(one);
    if (!action) return false;
    for (const value of valuesIn(action)) {
      file.budget.spend(1);
      if (isDict(value) && value.has('URI')) return true;
    }
    return false;
  });
}

/** The first thing that any object of a file does, of whatever edition. */
export function actIn(file: PdfFile): Fault | undefined {
  for (const { value, raw } of file.objects)
    for (const inner of valuesIn(value)) {
      const fault = isDict(inner) && actOf(inner, raw !== undefined && inner === value, file);
      if (fault) return fault;
    }
  return undefined;
}

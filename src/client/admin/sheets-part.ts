/** For those who would rather fill in a table: the office's workbook out, and back into the forms. */
import type { AdminData } from '../../views/admin.ts';
import { element } from '../element.ts';
import { button, listOf } from './ui.ts';
import type { OfficeEdits } from './office-edits.ts';

interface Needs {
  readonly data: AdminData;
  readonly edits: OfficeEdits;
  readonly officeName: string;
  readonly say: (text: string) => void;
  /** Called when something was put into the forms. */
  readonly taken: () => void;
}

const exchange = () => import('./sheets-exchange.ts');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function sheetsPart({ data, edits, officeName, say, taken }: Needs): HTMLElement {
  const told = element('div', { role: 'alert' });
  const tell = (words: string, lines: readonly string[]) =>
    told.replaceChildren(element('p', {}, [words]), ...(lines.length > 0 ? [listOf(lines)] : []));
  const attempt = (act: () => Promise<void>) =>
    void act().catch(() => tell('没有成功：网络断了，或者这个浏览器太旧。请再试一次。', []));

  const give = async () => {
    say('正在做表格……');
    const [bytes, { download }] = await Promise.all([
      exchange().then(({ workbookFor }) => workbookFor(data, edits)),
      import('./package.ts'),
    ]);
    download(`${officeName}.xlsx`, new Uint8Array(bytes), XLSX);
    say('表格已经下载。填好以后再放进来。');
  };
  const take = async (file: File) => {
    say('正在读表格……');
    const { takeWorkbook } = await exchange();
    const { rows, errors, hints } = await takeWorkbook(data, edits, new Uint8Array(await file.arrayBuffer()));
    say('');
    if (errors.length > 0)
      tell(`表格里有 ${errors.length} 处要改，什么都没有放进来：`, [...errors, ...hints]);
    else tell(rows > 0 ? `放进来 ${rows} 行修改，请核对后提交。` : '表格里没有要改的。', hints);
    if (rows > 0) taken();
  };

  const input = element('input', { id: 'sheet-file', type: 'file', accept: '.xlsx,.xls,.ods,.csv' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.value = '';
    if (file) attempt(() => take(file));
  });
  return element('details', { class: 'sheets' }, [
    element('summary', {}, ['用表格填（Excel、WPS）']),
    element('p', {}, ['下载本所的表格，填好保存，再放进来；放进来以后和在这里填的一样，还要核对提交。']),
    button('下载本所的表格', () => attempt(give)),
    element('p', { class: 'field' }, [
      element('label', { for: 'sheet-file' }, ['把填好的表格放进来']),
      input,
    ]),
    told,
  ]);
}

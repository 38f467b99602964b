/** Text pasted from Word, WPS or a page into a notice: its headings, lists and tables stay, the rest goes. */

/** What tells a document from a bare line of text. */
const IS_DOCUMENT = /<(?:p|h[1-6]|li|table|img)\b/i;

/** Puts a text where the caret is, so that the browser can take it back. */
function insert(input: HTMLTextAreaElement, text: string): void {
  input.focus();
  if (document.execCommand('insertText', false, text)) return;
  input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end');
  input.dispatchEvent(new Event('input'));
}

const WORDS = {
  images: '图片没有贴进来：请存成文件，在下面“附件”里选。',
  kept: '已贴上，保留了标题、列表和表格，字体、颜色没有带过来。请看网页上的样子对不对。',
};

/** Takes in what is pasted; `say` is told what was kept and what was not. */
export function takePaste(
  input: HTMLTextAreaElement,
  event: ClipboardEvent,
  say: (words: string) => void,
): void {
  const data = event.clipboardData;
  const html = data?.getData('text/html') ?? '';
  if (!IS_DOCUMENT.test(html)) {
    say(data?.files.length ? WORDS.images : '');
    return;
  }
  event.preventDefault();
  const plain = data?.getData('text/plain') ?? '';
  const put = ({ text, images }: { text: string; images: number }) => {
    insert(input, text);
    say([text ? WORDS.kept : '', images > 0 ? WORDS.images : ''].join(''));
  };
  import('./from-html.ts').then(
    ({ fromHtml }) => put(fromHtml(html)),
    () => put({ text: plain, images: 0 }),
  );
}

/** What is said of a workbook that is encrypted: it opens with a password only. */
import { UnreadableBook } from './unreadable.ts';

/** To be thrown for such a file. */
export const lockedBook = () =>
  new UnreadableBook(
    '这个表格加了密码，读不了。请用密码打开它，把密码清空再保存：Excel 在“文件—信息—保护工作簿—用密码进行加密”，WPS 在“文件—文档加密—密码加密”，LibreOffice 另存为时不勾“用密码保存”。',
  );

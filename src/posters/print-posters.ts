/** Prints the notice boards of a built site with Chromium, a PDF each. */
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { replaceFile, sweep } from '../command/aside.ts';
import { withBase } from '../domain/urls.ts';
import { sheets } from './pdf.ts';
import { serve } from '../command/server.ts';

export const SHEET_NAMES = ['a3', 'a4'] as const;
type SheetName = (typeof SHEET_NAMES)[number];

export interface Board {
  /** The address below the site's base. */
  readonly path: string;
  readonly name: string;
  readonly sheet: SheetName;
  /** Absolute path of the PDF. */
  readonly file: string;
}

interface PrintRequest {
  readonly folder: string;
  readonly base: string;
  /** Path of the browser. */
  readonly browser: string;
  readonly boards: readonly Board[];
  /** Told after each board: how many are done, and what is wrong with it, if anything. */
  readonly onDone: (done: number, wrong?: string) => void;
}

/** Boards printed side by side. */
const TABS = 3;

/** Prints from one queue until it is empty. */
async function work(browser: Browser, origin: string, request: PrintRequest, queue: Iterator<Board>) {
  const page = await browser.newPage();
  for (let next = queue.next(); !next.done; next = queue.next()) {
    const { path, sheet, file, name } = next.value;
    // Another fragment alone would not load the page anew.
    await page.goto('about:blank');
    await page.goto(`${origin}${withBase(request.base, path)}#${sheet}`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    replaceFile(file, pdf);
    const count = sheets(pdf).length;
    request.onDone(
      1,
      count === 1 ? undefined : `${name}（${sheet.toUpperCase()}）内容太多，印成了 ${count} 张`,
    );
  }
}

/** Prints every board; the browser talks to nobody but the folder. */
export async function printBoards(request: PrintRequest): Promise<void> {
  const { folder, base } = request;
  for (const one of new Set(request.boards.map(({ file }) => dirname(file)))) sweep(one);
  const served = await serve({ folder, base, host: '127.0.0.1', port: 0, mayMove: false });
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath: request.browser, args });
  try {
    const queue = request.boards.values();
    const origin = `http://127.0.0.1:${served.port}`;
    await Promise.all(Array.from({ length: TABS }, () => work(browser, origin, request, queue)));
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Where the PDF of a board goes: a folder a county, a name that says the sheet. */
export const fileOf = (out: string, id: string, sheet: SheetName): string => join(out, `${id}-${sheet}.pdf`);

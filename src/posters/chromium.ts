/** Finds the browser for the browser tests, and installs one where that can be done without asking. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallPackages, installPackages, outputOf } from '../command/debian.ts';
import { Failure } from '../command/command.ts';

/** First Debian's Chromium without windows: it has a new reader's page open in a third of the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function candidates(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') return MAC;
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => env[name]);
    return roots.flatMap((root) => (root ? WINDOWS.map((path) => join(root, path)) : []));
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin', '/usr/local/bin'];
  return folders.filter(Boolean).flatMap((folder) => NAMES.map((name) => join(folder, name)));
}

/** The path of a Chromium, Chrome or Edge on this machine: `CHROMIUM_PATH` first. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const given = env['CHROMIUM_PATH'];
  if (given && !existsSync(given)) throw new Failure(`CHROMIUM_PATH 指向的浏览器不存在：${given}`);
  return given || candidates(env).find((path) => existsSync(path));
}

const missing = (deed: string) => `没有找到浏览器，无法${deed}。请安装下列之一后再运行一次：
  Debian / Ubuntu：sudo apt-get install chromium fonts-noto-cjk
  macOS、Windows：安装 Google Chrome 或 Microsoft Edge
已装在别处的，用环境变量 CHROMIUM_PATH 指明它的路径。`;

const hasChineseFont = () =>
  process.platform !== 'linux' || (outputOf('fc-list', [':lang=zh']) ?? 'unknown').trim() !== '';

const FONT = 'fonts-noto-cjk';

/** Installs a browser and a font: that without windows, or where the system is too old to have it, the whole. */
function installBrowser(): void {
  try {
    installPackages(['chromium-headless-shell', FONT]);
  } catch {
    installPackages(['chromium', FONT]);
  }
}

/** The browser's path, after installing what is missing where the system is Debian's and we may. */
export function ensureChromium(deed: string): string {
  const isThere = findChromium() !== undefined;
  if (!(isThere && hasChineseFont()) && canInstallPackages()) {
    if (isThere) installPackages([FONT]);
    else installBrowser();
  }
  const found = findChromium();
  if (!found) throw new Failure(missing(deed));
  if (!hasChineseFont()) console.log('提醒：这台机器没有中文字体，页面看上去可能与实际不同。');
  return found;
}

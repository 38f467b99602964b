import { join, resolve } from 'node:path';
import { buildIfNeeded } from '../src/build/build.ts';
import { buildInstant } from '../src/build/settings.ts';
import {
  asTyped,
  folders,
  main,
  manualPage,
  ROOT,
  UsageError,
  WHEREABOUTS_HELP,
} from '../src/command/command.ts';
import { requireFolder } from '../src/command/folders.ts';
import { flags, texts, wholeNumber } from '../src/command/options.ts';
import { assemble } from '../src/release/assemble.ts';
import { sealingFrom } from '../src/release/log/keys.ts';
import type { ReleasePlace } from '../src/release/place.ts';
import { folderPlace } from '../src/release/place-folder.ts';
import { rsyncPlace } from '../src/release/place-rsync.ts';
import { withdrawnIn } from '../src/takedown/list.ts';
import { writeLeads } from '../src/release/lead-on.ts';
import { leadsToMake } from '../src/release/lead-on.ts';
import { goBack, publishRelease, type PublishedRelease } from '../src/release/publish.ts';

const KEEP = 5;

/** `host:/path` and `rsync://…` are elsewhere; `C:\path` is not. */
const isElsewhere = (to: string) => /^(?:rsync:\/\/|[^/\\:]{2,}:)/.test(to);

const placeOf = (to: string, rsync = false): ReleasePlace =>
  rsync || isElsewhere(to) ? rsyncPlace(to) : folderPlace(resolve(to));

const SIGNED: Record<PublishedRelease['signed'], string> = {
  signed: '已签名，记进了签名日志 data/log/。',
  unsigned: `没有签名：没有配置密钥（${manualPage('signing')}）。`,
  paused: '注意：这里以前的版本有签名，这一次没有密钥或校验值，没有签。别人核对时会看到“未签名”。',
};

function tell({ id, earlier, dropped, purged, signed }: PublishedRelease, to: string): void {
  if (purged.length > 0)
    console.log(`这些旧版里有后来撤下的内容，已经整个删掉，连同它们的压缩包：${purged.join('、')}`);
  if (earlier === id) return console.log(`${to} 现在就是这一版（${id}）。`);
  console.log(`现在显示 ${id}${earlier === undefined ? '' : `，此前是 ${earlier}`}。`);
  if (dropped.length > 0) console.log(`删掉了旧版：${dropped.join('、')}`);
  console.log(SIGNED[signed]);
}

/** Writes down where the readers of vanished pages go; true where there were any, and the site is to be built anew. */
function leadOnwards(place: ReleasePlace, content: string, site: string): boolean {
  const leads = leadsToMake(place, assemble(site));
  if (leads.length === 0) return false;
  writeLeads(content, leads);
  const told = leads.map(({ from, to }) => `  ${from} → ${to}`).join('\n');
  console.log(
    `这些网址没有了，读者转到（已写进 ${asTyped(join(content, 'redirects.json'))}，请提交）：\n${told}`,
  );
  return true;
}

await main({
  help: `用法：npm run publish -- --to <文件夹或 rsync 地址> [--site <文件夹> | --content <文件夹>]
                        [--keep <数量>] [--lead-on | --allow-vanished] [--key <文件>]
      npm run publish -- --to <文件夹或 rsync 地址> --back [版本]

发布网站：新版整个放好之后，一下子换过去；读者看到的要么是旧版，要么是新版。网站服务器指向其中的 current。

  --to <地址>         文件夹，例如 /srv/open-office；或 rsync 地址，例如 web@10.0.0.8:/srv/open-office
  --back [版本]       退回上一版（可以连续退），或写明的一版；里面有后来撤下的内容的，不能退回
  --site <文件夹>     发布这个已生成的网站；不写就先检查内容、生成到 dist/
  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --keep <数量>       留几个版本备退回，默认 ${KEEP}
  --lead-on           上一版有、这一版没有的网址，自动转到同一天改了名的公告，没有的转到上一级页面：
                      写进 content/redirects.json，重新生成，接着发布；流水线里用它，一个所改名不会卡住全市
  --allow-vanished    允许上一版的网址不见，不写去处
  --key <文件>        用这个密钥文件给每个文件的校验值签名（见 ${manualPage('signing')}）；不写就看环境变量 OPEN_OFFICE_KEY，
                      都没有就不签
  --rsync             文件夹也用 rsync 发布（例如挂载的网络盘）
  --help              显示本说明

撤下内容（npm run withdraw）以后发布，还含有它的旧版整个删掉；撤下的网址不必写去处。
那个文件夹必须是空的，或者以前就是这样发布的；里面有别的文件时不动它。`,
  words: 1,
  options: {
    ...texts('to', 'site', 'content', 'whereabouts', 'keep', 'key'),
    ...flags('back', 'lead-on', 'allow-vanished', 'rsync'),
  },
  run: async (values, [version]) => {
    const { to } = values;
    if (!to)
      throw new UsageError('请写明发布到哪里（前面先写一个 --）：npm run publish -- --to /srv/open-office');
    const place = placeOf(to, values.rsync);
    const keep = wholeNumber('keep', values.keep, { usual: KEEP, most: 999 });
    if (version !== undefined && !values.back) throw new UsageError(`多余的参数：${version}`);
    const { content, whereabouts } = folders(values);
    const sealing = sealingFrom(values.key, process.env, buildInstant(process.env));
    if (values.back) return (tell(goBack(place, withdrawnIn(content), version, sealing), to), 0);
    const leadOn = values['lead-on'] ?? false;
    if (leadOn && values.site !== undefined)
      throw new UsageError('--lead-on 要改内容、重新生成，不能和 --site 一起用');
    const site = values.site === undefined ? join(ROOT, 'dist') : resolve(values.site);
    const build = () => buildIfNeeded({ content, whereabouts, out: site });
    if (values.site === undefined && !(await build())) return 1;
    requireFolder(site);
    if (leadOn && leadOnwards(place, content, site) && !(await build())) return 1;
    console.log(`发布到 ${to} ……`);
    const wishes = { keep, mayDrop: values['allow-vanished'] ?? false, sealing };
    tell(publishRelease(assemble(site), place, wishes), to);
    return 0;
  },
});

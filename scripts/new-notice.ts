import { main } from './lib/command.ts';
import { newNoticeCommand } from './lib/new/notice-command.ts';

await main(newNoticeCommand);

import { main } from '../src/command/command.ts';
import { newNoticeCommand } from '../src/scaffold/new/notice-command.ts';

await main(newNoticeCommand);

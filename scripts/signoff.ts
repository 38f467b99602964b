import { main } from '../src/command/command.ts';
import { signoffCommand } from '../src/reports/signoff/signoff-command.ts';

await main(signoffCommand);

import { main } from '../src/command/command.ts';
import { checkCommand } from '../src/reports/check-command.ts';

await main(checkCommand);

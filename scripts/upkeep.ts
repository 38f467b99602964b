import { main } from '../src/command/command.ts';
import { upkeepCommand } from '../src/reports/upkeep-command.ts';

await main(upkeepCommand);

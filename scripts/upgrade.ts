import { main } from '../src/command/command.ts';
import { upgradeCommand } from '../src/release/upgrade-command.ts';

await main(upgradeCommand);

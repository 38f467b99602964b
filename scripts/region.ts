import { main } from '../src/command/command.ts';
import { regionCommand } from '../src/region/region-command.ts';

await main(regionCommand);

import { applyCommand } from './lib/apply/apply-command.ts';
import { main } from './lib/command.ts';

await main(applyCommand);

import { applyCommand } from '../src/apply/apply-command.ts';
import { main } from '../src/command/command.ts';

await main(applyCommand);

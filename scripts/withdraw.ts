import { main } from '../src/command/command.ts';
import { withdrawCommand } from '../src/takedown/withdraw-command.ts';

await main(withdrawCommand);

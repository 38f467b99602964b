import { main } from '../src/command/command.ts';
import { reorganiseCommand } from '../src/apply/reorganise-command.ts';

await main(reorganiseCommand);

import { main } from '../src/command/command.ts';
import { adaptCommand } from '../src/scaffold/new/adapt-command.ts';

await main(adaptCommand);

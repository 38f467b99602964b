import { main } from '../src/command/command.ts';
import { initCommand } from '../src/scaffold/project/init-command.ts';

await main(initCommand);

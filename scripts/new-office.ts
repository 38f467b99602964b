import { main } from '../src/command/command.ts';
import { newOfficeCommand } from '../src/scaffold/new/office-command.ts';

await main(newOfficeCommand);

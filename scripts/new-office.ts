import { main } from './lib/command.ts';
import { newOfficeCommand } from './lib/new/office-command.ts';

await main(newOfficeCommand);

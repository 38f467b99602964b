import { main } from './lib/command.ts';
import { importCommand } from './lib/sheets/import-command.ts';

await main(importCommand);

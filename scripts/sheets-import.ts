import { main } from '../src/command/command.ts';
import { importCommand } from '../src/apply/sheets/import-command.ts';

await main(importCommand);

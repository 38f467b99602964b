import { main } from '../src/command/command.ts';
import { exportCommand } from '../src/apply/sheets/export-command.ts';

await main(exportCommand);

import { main } from './lib/command.ts';
import { exportCommand } from './lib/sheets/export-command.ts';

await main(exportCommand);

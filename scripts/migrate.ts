import { main } from '../src/command/command.ts';
import { migrateCommand } from '../src/apply/migrate-command.ts';

await main(migrateCommand);

import { main } from '../src/command/command.ts';
import { disclosureCommand } from '../src/reports/disclosure-command.ts';

await main(disclosureCommand);

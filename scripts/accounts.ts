import { main } from '../src/command/command.ts';
import { accountsCommand } from '../src/scaffold/project/accounts-command.ts';

await main(accountsCommand);

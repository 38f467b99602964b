import { main } from '../src/command/command.ts';
import { verifyCommand } from '../src/verify/verify-command.ts';

await main(verifyCommand);

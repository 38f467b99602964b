import { main } from '../src/command/command.ts';
import { signCommand } from '../src/release/log/sign-command.ts';

await main(signCommand);

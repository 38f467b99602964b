import { main } from '../src/command/command.ts';
import { privacyCommand } from '../src/gate/privacy/privacy-command.ts';

await main(privacyCommand);

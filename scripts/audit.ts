import { auditCommand } from '../src/audit/audit-command.ts';
import { main } from '../src/command/command.ts';

await main(auditCommand);

// What `import openOffice from 'open-office'` gets: the integration, in whatever way the configuration is read.
import './program.mjs';

export const { openOffice } = await import('../src/integration.ts');
export default openOffice;

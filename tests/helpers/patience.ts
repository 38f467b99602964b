/** How long a test waits for what it is told, in milliseconds: on a machine with other work on its hands, long. */
export const PATIENCE = 300_000;

import { z } from 'zod';

/** A text. `z.string()` carries twenty formats (jwt, ulid, ipv6 …) into every browser; here is the same without them. */
export const text = () => z.core._string(z._ZodString);

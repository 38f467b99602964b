/** First of all imports: zod would try `new Function` when the first schema is made, which the page's policy forbids. */
import { z } from 'zod';

z.config({ jitless: true });

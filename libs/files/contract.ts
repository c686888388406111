import { z } from 'zod';

/**
 * What the inspection of received content says to the clerk: what it is and what to do.
 * `refused` may not become a document's file (it stays kept as received); `warning` needs a decision; `info` is good to know.
 */
export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'refused']),
  lv: z.string(),
  en: z.string(),
});
export type Finding = z.infer<typeof Finding>;

import { z } from 'zod';

export const Day = z.iso.date();
export const Instant = z.iso.datetime({ offset: true });
export const Texts = z.object({ lv: z.string(), en: z.string() });
/** A calendar month 'YYYY-MM'. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const Year = z.coerce.number().int().min(2000).max(2100);
/** A decimal amount as text; a comma is taken for a point. */
export const Amount = z
  .string()
  .trim()
  .transform((text) => text.replace(/[\s\u00a0]/g, '').replace(',', '.'))
  .pipe(z.string().regex(/^-?\d{1,14}(\.\d{1,2})?$/, 'summa, piemēram, 125,40 / an amount such as 125.40'));
export const PositiveAmount = Amount.pipe(z.string().regex(/^\d/, 'nevar būt negatīva / cannot be negative'));

export const InvoiceState = z.enum([
  'registered',
  'approved',
  'coded',
  'controlled',
  'for-payment',
  'paid',
  'rejected',
]);
export type InvoiceState = z.infer<typeof InvoiceState>;

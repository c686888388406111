import { z } from 'zod';

export const Day = z.iso.date();
export const Instant = z.iso.datetime({ offset: true });
export const Texts = z.object({ lv: z.string(), en: z.string() });
/** A calendar month 'YYYY-MM'. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const Year = z.coerce.number().int().min(2000).max(2100);
/** ISO 13616: the digits of control hold (modulo 97, letters as numbers from 10). */
export const isIban = (text: string) =>
  /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text) &&
  BigInt([...text.slice(4), ...text.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('')) % 97n === 1n;
export const Iban = z
  .string()
  .transform((text) => text.replace(/\s/g, '').toUpperCase())
  .refine(isIban, 'IBAN nav pareizs: pārbaudiet ciparus / the IBAN is not right: check its digits');
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

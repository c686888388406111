import { z } from 'zod';
import { Day, Instant, Year } from './parts.ts';

/** A supplier whose invoices of the year a machine could not read. */
export const PaperSupplier = z.object({
  key: z.string(),
  name: z.string(),
  unread: z.number().meta({ description: 'Invoices of classes C to F: no XML of EN 16931 by itself' }),
  total: z.number(),
  lastOn: Day,
  letter: z
    .object({ id: z.uuid().nullable(), askedAt: Instant })
    .nullable()
    .meta({ description: 'The last letter that asks for e-invoices; its id is known once it is drafted' }),
});
export type PaperSupplier = z.infer<typeof PaperSupplier>;

export const PaperSuppliers = z.object({
  total: z.number(),
  structured: z.number().meta({ description: 'Classes A and B' }),
  suppliers: z.array(PaperSupplier).meta({ description: 'Those who send most first' }),
  mayWrite: z.boolean(),
});
export type PaperSuppliers = z.infer<typeof PaperSuppliers>;

export const PaperQuery = z.object({ year: Year });
export type PaperQuery = z.infer<typeof PaperQuery>;

export const EInvoiceLetters = z.object({
  keys: z.array(z.string().min(1).max(300)).min(1).max(100),
  signerId: z.uuid().nullish(),
});
export type EInvoiceLetters = z.infer<typeof EInvoiceLetters>;

/** Whether what the XML says is also in the PDF that people see. */
export const Comparison = z.object({
  fileName: z.string(),
  hasText: z.boolean().meta({ description: 'False: the PDF is a picture, nothing can be compared' }),
  fields: z.array(
    z.object({
      name: z.enum(['number', 'issueDate', 'dueDate', 'amountWithVat', 'vatAmount', 'amountDue', 'iban', 'supplier']),
      value: z.string(),
      isFound: z.boolean(),
    }),
  ),
});
export type Comparison = z.infer<typeof Comparison>;

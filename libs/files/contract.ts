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

/** How a file is asked for: a part of a container or message by its places from outside inwards (`2.0`), or as a download. */
export const FileQuery = z.object({
  inside: z
    .string()
    .regex(/^\d{1,5}(\.\d{1,5}){0,2}$/)
    .transform((places) => places.split('.').map(Number))
    .optional(),
  download: z.string().optional(),
});
export type FileQuery = z.infer<typeof FileQuery>;

/** One file within a container or message; `place` leads to it. */
export const FilePart = z.object({ place: z.number(), name: z.string(), size: z.number() });
export type FilePart = z.infer<typeof FilePart>;

/** `html` is a whole page of its own that runs nothing and loads nothing. */
export const FilePreview = z.discriminatedUnion('form', [
  z.object({ form: z.literal('bytes'), mediaType: z.string() }).meta({ description: 'A browser shows it as it is' }),
  z.object({ form: z.literal('page'), html: z.string(), isCut: z.boolean() }),
  z.object({
    form: z.literal('mail'),
    from: z.string(),
    to: z.string(),
    cc: z.string(),
    subject: z.string(),
    sentAt: z.iso.datetime().nullable(),
    html: z.string(),
    remoteImages: z.number().meta({ description: 'Pictures from the internet that were left out' }),
    parts: z.array(FilePart),
  }),
  z.object({ form: z.literal('container'), parts: z.array(FilePart) }),
  z.object({
    form: z.literal('none'),
    reason: z.enum(['unsupported', 'encrypted', 'damaged', 'program', 'too-large']),
  }),
]);
export type FilePreview = z.infer<typeof FilePreview>;

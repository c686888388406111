import { z } from 'zod';

const Day = z.iso.date();
const Text = z.object({ lv: z.string(), en: z.string() });

export const CaseState = z.enum(['open', 'closed', 'destroyed', 'transferred']);
export const RetentionCategory = z.enum(['short', 'long', 'permanent']);

export const CasesQuery = z.object({
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  state: CaseState.optional(),
  unit: z.uuid().optional(),
  text: z.string().max(200).optional(),
});
export type CasesQuery = z.infer<typeof CasesQuery>;

/** A case of the classification scheme with its term and what lies in it. */
export const ArchiveCase = z.object({
  id: z.uuid(),
  year: z.number(),
  index: z.string(),
  title: z.string(),
  term: Text,
  retentionClass: z.enum(['permanent', 'years', 'birth-90', 'until-replaced']),
  retentionYears: z.number().nullable(),
  category: RetentionCategory,
  medium: z.enum(['electronic', 'hybrid', 'paper']),
  access: z.enum(['open', 'restricted']),
  informationSystem: z.string().nullable(),
  unitName: z.string().nullable(),
  state: CaseState,
  closedOn: Day.nullable(),
  disposalOn: Day.nullable().meta({ description: 'The first day on which it may be selected for disposal' }),
  documents: z.number().meta({ description: 'Filed' }),
  unfinished: z.number().meta({ description: 'Chosen for this case, work not finished' }),
  bytes: z.number(),
  firstFiledOn: Day.nullable(),
  lastFiledOn: Day.nullable(),
});
export type ArchiveCase = z.infer<typeof ArchiveCase>;

export const ArchiveCases = z.object({
  year: z.number(),
  years: z.array(z.number()).meta({ description: 'Years that have a scheme, newest first' }),
  cases: z.array(ArchiveCase),
});
export type ArchiveCases = z.infer<typeof ArchiveCases>;

export const CloseCase = z.object({
  closedOn: Day.optional().meta({ description: 'Today unless given' }),
  bornOn: Day.optional().meta({ description: 'Needed where the term runs from birth' }),
  replacedOn: Day.optional().meta({ description: 'Where the case is kept until replaced' }),
});
export type CloseCase = z.infer<typeof CloseCase>;

export const ClosedCase = z.object({ closedOn: Day, disposalOn: Day.nullable() });
export type ClosedCase = z.infer<typeof ClosedCase>;

/** Closed cases whose term has ended; destroying needs an act coordinated with the National Archives. */
export const DisposalCandidates = z.object({ on: Day, cases: z.array(ArchiveCase) });
export type DisposalCandidates = z.infer<typeof DisposalCandidates>;

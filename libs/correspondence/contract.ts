import { z } from 'zod';
import { Medium, Restriction } from '#documents/contract';

const Day = z.iso.date();
const Text = z.object({ lv: z.string(), en: z.string() });
export const Channel = z.enum([
  'e-address',
  'latvija.lv',
  'email',
  'post',
  'registered-post',
  'in-person',
  'courier',
  'scan',
  'upload',
  'portal',
]);

/** What is registered. With `itemId`, the received item's files and original come with it. */
export const NewLetter = z.object({
  itemId: z.uuid().nullish(),
  kind: z.string(),
  title: z.string().trim().min(3).max(500),
  sender: z.object({
    name: z.string().trim().min(2).max(300),
    kind: z.enum(['person', 'organisation', 'institution']),
    address: z.string().trim().max(300).default(''),
    registrationNumber: z.string().trim().max(20).nullish(),
  }),
  senderNumber: z.string().trim().max(60).nullish(),
  senderDate: Day.nullish(),
  receivedOn: Day,
  channel: Channel,
  medium: Medium.default('electronic'),
  caseIndex: z.string().min(1),
  unitId: z.uuid(),
  needsAnswer: z.boolean().default(true),
  dueOn: Day.nullish(),
  restriction: Restriction.nullish(),
  resolverId: z
    .uuid()
    .nullish()
    .meta({ description: 'Who is to write the resolution; absent: the letter stays registered' }),
  acceptDuplicates: z.boolean().default(false),
});
export type NewLetter = z.input<typeof NewLetter>;
export type LetterInput = z.output<typeof NewLetter>;

export const RegisteredLetter = z.object({ id: z.uuid(), number: z.string(), trackingCode: z.string() });
export type RegisteredLetter = z.infer<typeof RegisteredLetter>;

/** A field of the pre-filled card: the value and where it is from. */
const filled = <T extends z.ZodType>(value: T) => z.object({ value, from: Text });

export const CardProposal = z.object({
  itemId: z.uuid(),
  title: filled(z.string()),
  senderName: filled(z.string()),
  senderAddress: filled(z.string()),
  senderKind: filled(z.enum(['person', 'organisation', 'institution'])),
  senderNumber: filled(z.string().nullable()),
  senderDate: filled(Day.nullable()),
  receivedOn: filled(Day),
  channel: filled(Channel),
  kind: filled(z.string()),
  register: filled(z.string()),
  caseIndex: filled(z.string()),
  unitId: filled(z.uuid()),
  resolverId: filled(z.uuid().nullable()),
  dueOn: filled(Day.nullable()),
  duplicates: z.array(
    z.object({ documentId: z.uuid(), number: z.string().nullable(), title: z.string(), reason: Text }),
  ),
});
export type CardProposal = z.infer<typeof CardProposal>;

/** Due date by kind and day of receipt, with its legal basis: asked again when the clerk changes either. */
export const TermQuery = z.object({ kind: z.string(), receivedOn: Day });
export type TermQuery = z.infer<typeof TermQuery>;
export const TermView = z.object({ dueOn: Day.nullable(), rule: z.string().nullable(), basis: Text.nullable() });
export type TermView = z.infer<typeof TermView>;

export const SendForResolution = z.object({ personId: z.uuid() });
export type SendForResolution = z.infer<typeof SendForResolution>;

export const NewResolution = z.object({
  text: z.string().trim().min(2).max(4000),
  leadId: z.uuid(),
  coExecutorIds: z.array(z.uuid()).max(50).default([]),
  acquaintIds: z.array(z.uuid()).max(200).default([]),
  dueOn: Day.nullish(),
});
export type NewResolution = z.input<typeof NewResolution>;
export type ResolutionInput = z.output<typeof NewResolution>;

/** A new outgoing letter or statement: an answer when `answersId` is given, which fills the rest. */
export const NewDraft = z.object({
  kind: z.enum(['outgoing-letter', 'statement']).default('outgoing-letter'),
  answersId: z.uuid().nullish(),
  title: z.string().trim().min(3).max(500).nullish(),
  correspondent: z.string().trim().min(2).max(300).nullish(),
  correspondentAddress: z.string().trim().max(300).nullish(),
  template: z.enum(['answer', 'interim', 'forward', 'blank']).default('answer'),
});
export type NewDraft = z.input<typeof NewDraft>;

export const DraftText = z.object({
  title: z.string().trim().min(3).max(500),
  correspondent: z.string().trim().min(2).max(300),
  correspondentAddress: z.string().trim().max(300),
  salutation: z.string().max(300),
  body: z.string().max(100_000),
});
export type DraftText = z.infer<typeof DraftText>;

/** The letter's own data on its card. */
export const LetterView = z.object({
  correspondent: z.string(),
  correspondentAddress: z.string(),
  senderNumber: z.string().nullable(),
  senderDate: Day.nullable(),
  receivedOn: Day.nullable(),
  salutation: z.string(),
  body: z.string(),
  needsAnswer: z.boolean(),
  dueBasis: Text.nullable(),
  sentAt: z.iso.datetime({ offset: true }).nullable(),
  isEditable: z.boolean(),
  mayResolve: z.boolean().meta({ description: 'The reader may write a resolution now' }),
  mayDraftReply: z.boolean(),
  resolutions: z.array(
    z.object({ id: z.uuid(), author: z.string(), text: z.string(), at: z.iso.datetime({ offset: true }) }),
  ),
  suggestedSigners: z.array(z.object({ id: z.uuid(), name: z.string(), jobTitle: z.string() })),
});
export type LetterView = z.infer<typeof LetterView>;

import { z } from 'zod';

/** The closed lists of the field: kinds, states, options. */
export const BodyKind = z.enum(['council', 'committee']);
export const SittingKind = z.enum(['ordinary', 'extraordinary']);
export const SittingMode = z.enum(['in-person', 'remote', 'hybrid']);
export const SittingState = z.enum(['planned', 'convened', 'open', 'closed']);
export const Outcome = z.enum(['adopted', 'rejected', 'postponed', 'withdrawn', 'noted']);
export type Outcome = z.infer<typeof Outcome>;
export const Opinion = z.enum(['supports', 'does-not-support', 'forwards', 'returns', 'postpones']);
export type Opinion = z.infer<typeof Opinion>;
export const VoteOption = z.enum(['PAR', 'PRET', 'ATTURAS', 'NEPIEDALAS_IK']);
export const VoteRule = z.enum(['SIMPLE_PRESENT', 'ABSOLUTE_ELECTED', 'TWO_THIRDS_PRESENT']);
export const VotePurpose = z.enum(['agenda', 'off-agenda', 'closed-part', 'proposal', 'decision', 'postponement']);
export type VotePurpose = z.infer<typeof VotePurpose>;
export const Presence = z.enum(['in-person', 'remote', 'left', 'absent']);
export const SpeechKind = z.enum([
  'report',
  'question',
  'answer',
  'debate',
  'proposal',
  'remark',
  'announcement',
  'statement',
]);
export const DecisionKind = z.enum([
  'decision',
  'binding-regulation',
  'statute',
  'regulation',
  'administrative-act',
  'information',
]);

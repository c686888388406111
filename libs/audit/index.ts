export { AuditModule } from './audit.module.ts';
export { sealJournal } from './commands/seal-journal.ts';
export { stampHead } from './commands/stamp-head.ts';
export {
  consistencyProof,
  Frontier,
  inclusionProof,
  leafHash,
  provesConsistency,
  provesInclusion,
  rootOf,
} from './merkle.ts';
export { sealKey, sealPublicKey } from './seal-key.ts';
export { verifyJournal, type Verification, type WrongReason } from './verify-journal.ts';

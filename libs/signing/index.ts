export { beginSigning } from './commands/begin-signing.ts';
export { completeSigning } from './commands/complete-signing.ts';
export { takeCountersigned } from './commands/take-countersigned.ts';
export { demoAuthority } from './adapters/demo-authority.ts';
export { SigningModule } from './signing.module.ts';
export { SignatureReports } from './validate-file.ts';

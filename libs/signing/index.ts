export { beginSigning } from './commands/begin-signing.ts';
export { completeSigning } from './commands/complete-signing.ts';
export { SigningModule } from './signing.module.ts';

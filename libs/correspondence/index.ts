export { draftLetter } from './commands/draft-letter.ts';
export { editDraft } from './commands/edit-draft.ts';
export { registerLetter } from './commands/register-letter.ts';
export { resolveLetter } from './commands/resolve-letter.ts';
export { CorrespondenceModule } from './correspondence.module.ts';
export { proposeTerm } from './due-rules.ts';

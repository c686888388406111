export { FileStore, type StoredFile } from './adapters/file-store.ts';
export { nestedMail } from './findings.ts';
export { extractText } from './extract-text.ts';
export { FilesModule } from './files.module.ts';
export { inspectFile, type Inspection } from './inspect-file.ts';
export { openMail } from './open-mail.ts';
export { answerFile, previewFile } from './preview-file.ts';
export { recordFile } from './record-file.ts';
export { typeset } from './typeset.ts';

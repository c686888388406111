export { FileStore, type StoredFile } from './adapters/file-store.ts';
export { FilesModule } from './files.module.ts';
export { recordFile } from './record-file.ts';
export { typeset } from './typeset.ts';

export { ArchiveModule } from './archive.module.ts';
export { closeCase, reopenCase } from './commands/close-case.ts';
export { startRetention } from './commands/start-retention.ts';
export { categoryOf, disposalDay, termText } from './retention.ts';

import { extractContent } from './extract-content.ts';
import { inspectContent } from './inspect-content.ts';
import { previewContent, takePart } from './preview-content.ts';
import { readMail } from './read-mail.ts';

/** What runs in the isolated thread. */
export const tasks = { inspectContent, extractContent, previewContent, takePart, readMail };
export type Tasks = typeof tasks;

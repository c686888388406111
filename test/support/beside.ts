import { join } from 'node:path';
import { projectRoot } from '../../apps/cli/project-root.ts';

/** A path beside this checkout, where samples lie that are not part of the repository; it may not be there. */
export const beside = (path: string): string => join(projectRoot, '..', path);

import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';

/** The test cluster that all runs of this checkout share: started by whoever needs it first, and left running. */
export const sharedTestCluster = (): string =>
  join(tmpdir(), `aprite-test-db-${createHash('sha256').update(projectRoot).digest('hex').slice(0, 8)}`);

import type { AlgorithmPolicy } from '../crypto/policy.ts';
import type { Fetcher } from '../network.ts';
import type { Trust } from '../trust/trust.ts';

/** What a judgement depends on beside the signature. */
export interface JudgeContext {
  trust: Trust;
  at: Date;
  /** Absent: nothing is fetched. */
  fetcher?: Fetcher;
  policy?: AlgorithmPolicy;
  /** True: a signature without evidence on revocation is indeterminate at every level. */
  requireRevocation?: boolean;
}

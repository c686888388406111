import { examineTimestamp } from '../cms/examine.ts';
import { digestOf } from '../crypto/verify.ts';
import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { faultsOfLone } from '../timestamps/lone.ts';
import { readToken, type TimestampToken } from '../timestamps/token.ts';

/**
 * A time-stamp token (RFC 3161) in a file of its own is nobody's signature. It must be sound by itself, and fit the data where
 * they are at hand. Undefined when the CMS is no such token.
 */
export function examineLoneTimestamp(cms: Uint8Array, content: Uint8Array | undefined): Finding[] | undefined {
  const token = tokenIn(cms);
  if (!token) return undefined;
  const { fault } = examineTimestamp('content', cms, {
    digest: (name) => (content ? digestOf(name, content) : token.imprint),
  });
  return [finding('only-timestamps'), ...faultsOfLone(fault)];
}

function tokenIn(cms: Uint8Array): TimestampToken | undefined {
  try {
    return readToken(cms);
  } catch {
    return undefined;
  }
}

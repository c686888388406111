import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import type { ExaminedTimestamp } from '../judge/examined.ts';

/** What is wrong with a time stamp that no signature needs. An older profile is nothing; without its issuer nobody can tell. */
export function faultsOfLone(fault: ExaminedTimestamp['fault'], name?: string): Finding[] {
  if (!fault || fault === 'profile') return [];
  return [finding(fault === 'certificate-missing' ? 'timestamp-certificate-missing' : 'timestamp-broken', name)];
}

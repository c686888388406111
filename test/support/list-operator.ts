import { makeKey, writeCertificate } from '../../libs/signatures/testing/issue.ts';
import type { Holder } from '../../libs/signatures/testing/responders.ts';

/** Somebody who signs trusted lists: a P-256 key with a certificate of its own. */
export function listOperator(name: string): Holder {
  const key = makeKey('P-256');
  const period = { notBefore: new Date('2025-01-01'), notAfter: new Date('2035-01-01') };
  return { key, certificate: writeCertificate({ subject: { C: 'LV', CN: name }, key, ...period, extensions: [] }) };
}

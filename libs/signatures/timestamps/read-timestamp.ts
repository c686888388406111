import { attributeOf } from '../x509/name.ts';
import { examineToken, readToken, type TimestampFault } from './token.ts';

export interface ReadTimestamp {
  readonly time: Date;
  /** The common name in the service's certificate. */
  readonly service: string | null;
  /** What is wrong with the token over these bytes; absent when nothing is. */
  readonly fault?: TimestampFault;
}

/**
 * Reads a time-stamp token (RFC 3161) and checks it by itself over `covered`: imprint, signature, binding and purpose of the
 * certificate. Whether the service is to be trusted is the caller's to judge. @throws Error when it is no time-stamp token
 */
export function readTimestamp(token: Uint8Array, covered: Uint8Array[]): ReadTimestamp {
  const read = readToken(token);
  const { fault, certificate } = examineToken(read, covered);
  return {
    time: read.time,
    service: (certificate && attributeOf(certificate.subject, 'CN')) ?? null,
    ...(fault ? { fault } : {}),
  };
}

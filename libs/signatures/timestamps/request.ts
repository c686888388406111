import { randomBytes } from 'node:crypto';
import * as der from '../asn1/der.ts';
import { boolean, integer, octets, sequence, unsigned } from '../asn1/write.ts';
import { writeDigestAlgorithm, type DigestName } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import { fetchConfigured, type Fetcher } from '../network.ts';
import { examineToken, readToken } from './token.ts';

/** A time-stamp service: its address, or a function from TimeStampReq to TimeStampResp (both DER, RFC 3161 §2.4). */
export type TimestampService = string | ((request: Uint8Array) => Promise<Uint8Array> | Uint8Array);

/** The bytes to be stamped, or a way to their digest. */
export type Covered = Uint8Array[] | { digest: (name: DigestName) => Uint8Array };

export class TimestampError extends Error {}

/** Asks for a token over `covered` and returns it only after checking that it answers this very question. */
export async function requestTimestamp(
  service: TimestampService,
  covered: Covered,
  { fetcher = fetchConfigured, digest = 'SHA-256' as DigestName } = {} as { fetcher?: Fetcher; digest?: DigestName },
): Promise<Uint8Array> {
  const nonce = randomBytes(8);
  const imprint = sequence(
    writeDigestAlgorithm(digest),
    octets(Array.isArray(covered) ? digestOf(digest, ...covered) : covered.digest(digest)),
  );
  const request = sequence(integer(1), imprint, unsigned(nonce), boolean(true));
  const response =
    typeof service === 'string'
      ? await fetcher(service, { body: request, contentType: 'application/timestamp-query' })
      : await service(request);
  const token = tokenOf(response);
  const read = readToken(token);
  const { fault } = examineToken(read, covered);
  if (fault) throw new TimestampError(`The time stamp is not usable: ${fault}`);
  if (read.nonce !== BigInt(`0x${nonce.toString('hex')}`))
    throw new TimestampError('The time stamp answers another request');
  return token;
}

/** The token of a TimeStampResp; status granted or granted with modifications only. */
export function tokenOf(response: Uint8Array): Uint8Array {
  try {
    const [status, token] = der.sequenceOf(der.readWhole(response));
    const code = Number(der.readInteger(der.sequenceOf(status)[0]));
    if (code > 1 || !token) throw new TimestampError(`The time-stamp service refused (status ${code})`);
    return Uint8Array.from(der.rawOf(token));
  } catch (error) {
    if (error instanceof TimestampError) throw error;
    throw new TimestampError('The time-stamp service answered something unreadable');
  }
}

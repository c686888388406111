import * as der from '../asn1/der.ts';
import { digestOf } from '../crypto/verify.ts';
import type { Fetcher } from '../network.ts';
import { certificatesOfFile, readCertificates } from '../x509/certificate.ts';
import { readCrl } from '../x509/crl.ts';
import { readOcsp } from '../x509/ocsp.ts';

/** Where fetched evidence waits to be used again. What is past its time is not read. */
export interface EvidenceKeep {
  read(key: string): Promise<Uint8Array | undefined>;
  write(key: string, bytes: Uint8Array, until: Date): Promise<void>;
}

const DAY = 86_400_000;

/**
 * Asks the network only for what is not kept. A CRL or an OCSP response serves until its own next update, but a day at most; an
 * OCSP response made for our nonce serves once; issuers' certificates serve a week. Everything kept is verified at each use anyway.
 */
export function keepingFetcher(fetcher: Fetcher, keep: EvidenceKeep): Fetcher {
  return async (url, ask) => {
    const key = keyOf(url, ask?.body);
    const kept = await keep.read(key);
    if (kept) return kept;
    const bytes = await fetcher(url, ask);
    const until = reusableUntil(bytes, new Date());
    if (until) await keep.write(key, bytes, until);
    return bytes;
  };
}

/** The same for the same question: an OCSP request counts without its extensions, for there is the nonce. */
function keyOf(url: string, body: Uint8Array | undefined): string {
  return body ? `${url}#${digestOf('SHA-256', questionOf(body)).toString('hex')}` : url;
}

function questionOf(body: Uint8Array): Uint8Array {
  try {
    const requests = der.sequenceOf(der.sequenceOf(der.readWhole(body))[0]).find(({ tag }) => tag === 0x30);
    return requests ? der.rawOf(requests) : body;
  } catch {
    return body;
  }
}

/** Undefined: not to be used again. */
function reusableUntil(bytes: Uint8Array, now: Date): Date | undefined {
  const next = (...times: (Date | undefined)[]): Date | undefined => {
    const earliest = Math.min(now.getTime() + DAY, ...times.map((time) => time?.getTime() ?? 0));
    return earliest > now.getTime() ? new Date(earliest) : undefined;
  };
  const readings: (() => Date | undefined)[] = [
    () => {
      const { nonce, answers } = readOcsp(bytes);
      return nonce ? undefined : next(...answers.map(({ nextUpdate }) => nextUpdate));
    },
    () => next(readCrl(bytes).nextUpdate),
    () => (readCertificates(certificatesOfFile(bytes)).length > 0 ? new Date(now.getTime() + 7 * DAY) : undefined),
  ];
  for (const read of readings) {
    try {
      return read();
    } catch {
      continue;
    }
  }
  return undefined;
}

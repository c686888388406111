import { createHash } from 'node:crypto';
import { attribute, writeSignedData } from '../cms/build.ts';
import { OID } from '../asn1/oids.ts';
import { checkedValue } from '../crypto/sign.ts';
import type { Fetcher } from '../network.ts';
import { PdfError } from '../pdf/values.ts';
import { extendPades } from './extend.ts';
import { fillHole } from './hole.ts';
import { requestTimestamp, type TimestampService } from '../timestamps/request.ts';
import { readCertificate } from '../x509/certificate.ts';
import { fromBase64, type PadesState } from './state.ts';

export interface CompletionOptions {
  level?: 'B' | 'T' | 'LT' | 'LTA';
  /** Needed from level T on; alone it means level T. */
  timestamp?: TimestampService;
  fetcher?: Fetcher;
  /** The document again, when the state does not carry it. */
  document?: Uint8Array;
}

/**
 * Second step of PAdES: puts the value into the hole. A value that does not belong to the certificate is refused, so
 * nothing broken is ever written. The same state and value give the same document again.
 */
export async function completePades(
  state: PadesState,
  signatureValue: Uint8Array,
  options: CompletionOptions = {},
): Promise<Uint8Array> {
  const { timestamp, fetcher, document, level = timestamp ? 'T' : 'B' } = options;
  if (level !== 'B' && !timestamp) throw new PdfError(`level ${level} needs a time-stamp service`);
  const original = document ?? (state.document === undefined ? undefined : fromBase64(state.document));
  if (!original) throw new PdfError('the document is needed to complete its signature');
  if (document && !isPrepared(document, state)) throw new PdfError('this is not the document that was prepared');
  const certificate = fromBase64(state.certificate);
  const signedAttributes = fromBase64(state.signedAttributes);
  const { algorithm } = state;
  const signature = checkedValue(readCertificate(certificate).key, algorithm, signedAttributes, signatureValue, 'der');
  const unsigned =
    timestamp && level !== 'B'
      ? [attribute(OID.signatureTimeStamp, await requestTimestamp(timestamp, [signature], fetcher ? { fetcher } : {}))]
      : [];
  const chain = state.chain.map(fromBase64);
  const cms = writeSignedData({ signedAttributes, signature, certificate, chain, algorithm, unsigned });
  const signed = fillHole(original, fromBase64(state.increment), state.hole, cms);
  return level === 'LT' || level === 'LTA' ? extendPades(signed, level, options) : signed;
}

const isPrepared = (document: Uint8Array, { documentLength, documentSha256 }: PadesState): boolean =>
  document.length === documentLength && createHash('sha256').update(document).digest('base64') === documentSha256;

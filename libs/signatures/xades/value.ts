import type { SignatureAlgorithm } from '../crypto/algorithms.ts';
import { keyBitsOf } from '../crypto/key-size.ts';
import { fullLength, verifySignature } from '../crypto/verify.ts';
import type { Examined } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import { isKeyUsable, type Certificate } from '../x509/certificate.ts';
import { at, binaryOf, canonicalize, isC14n, type Element } from '../xml/tree.ts';
import { xmlSignature } from './algorithms.ts';
import { prefixesOf } from './transforms.ts';

interface SignedInfo {
  algorithm: SignatureAlgorithm;
  data: Buffer;
  value: Buffer;
}

/** What the value is over and how it was made; otherwise the algorithm that is not known. */
function signedInfoOf(signature: Element): SignedInfo | { unknown: string | undefined } {
  const info = at(signature, 'ds:SignedInfo');
  const method = at(info, 'ds:CanonicalizationMethod');
  const c14n = method?.attributes.get('Algorithm');
  const signatureMethod = at(info, 'ds:SignatureMethod');
  const algorithm = xmlSignature(signatureMethod);
  if (!algorithm || !isC14n(c14n)) return { unknown: algorithm ? c14n : signatureMethod?.attributes.get('Algorithm') };
  const data = canonicalize(info!, c14n!, prefixesOf(method));
  return { algorithm, data, value: binaryOf(at(signature, 'ds:SignatureValue')) };
}

/** EC and DSA values are r‖s in XML (XML Signature 1.1 §6.4). */
function verifies({ algorithm, data, value }: SignedInfo, { key }: Certificate, ecdsa: 'raw' | 'der' = 'raw'): boolean {
  const signature = algorithm.scheme === 'ECDSA' && ecdsa === 'raw' ? fullLength(value, key) : value;
  return verifySignature({ key, algorithm, data, signature, ecdsa });
}

export function isValueOf(signature: Element, certificate: Certificate): boolean {
  const info = signedInfoOf(signature);
  return 'value' in info && isKeyUsable(certificate) && verifies(info, certificate);
}

/** ds:SignatureValue over ds:SignedInfo, under this certificate's key. */
export function examineValue(examined: Examined, signature: Element, certificate: Certificate | undefined): void {
  const { findings } = examined;
  const info = signedInfoOf(signature);
  if ('unknown' in info) return void findings.push(finding('algorithm-unknown', info.unknown));
  const { algorithm, value } = info;
  examined.signature = algorithm.scheme;
  if (certificate && !isKeyUsable(certificate)) return void findings.push(finding('algorithm-unknown', 'key'));
  const keyBits = certificate && keyBitsOf(certificate.key);
  examined.algorithms.unshift({ use: 'signature', digest: algorithm.digest, scheme: algorithm.scheme, keyBits });
  if (!certificate) return;
  examined.signatureValue = value;
  if (verifies(info, certificate)) return;
  const isOtherEncoding = algorithm.scheme === 'ECDSA' && verifies(info, certificate, 'der');
  findings.push(finding(isOtherEncoding ? 'ecdsa-encoding' : 'signature-value-wrong'));
}

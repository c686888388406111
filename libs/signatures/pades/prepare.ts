import { writeSignedAttributes } from '../cms/build.ts';
import { nodeDigest } from '../crypto/algorithms.ts';
import { usualAlgorithm, type SigningAlgorithm } from '../crypto/sign.ts';
import { digestOf } from '../crypto/verify.ts';
import { openPdf } from '../pdf/file.ts';
import { PdfError } from '../pdf/values.ts';
import { date, dict, name, sealed, text, writeIncrement, writeValue } from '../pdf/write.ts';
import { readCertificate } from '../x509/certificate.ts';
import { hollowOut, withHole } from './hole.ts';
import type { VisibleSignature } from './appearance.ts';
import { placeSignature } from './field.ts';
import { toBase64, type PadesState, type PreparedSignature } from './state.ts';

export interface PadesOptions {
  certificate: Uint8Array;
  chain: Uint8Array[];
  algorithm?: SigningAlgorithm;
  reason?: string;
  location?: string;
  /** Shown as the signer's name; the certificate decides who it is. */
  name?: string;
  contactInfo?: string;
  /** The claimed time, /M. */
  signingTime?: Date;
  visible?: VisibleSignature;
  /** Name of an empty signature field to fill, or of the new field. */
  field?: string;
  /** Certification (DocMDP, ISO 32000-2 §12.8.2.2): 1 nothing may change, 2 forms and signatures, 3 comments too. */
  certify?: 1 | 2 | 3;
  /** Octets reserved for the CMS; by default enough for the chain and a time stamp. */
  reserve?: number;
  /** False: the state leaves the document out, and `completePades` is given it again. */
  keepDocument?: boolean;
}

const SIZE_OF_CMS = 1_600;
const SIZE_OF_TIMESTAMP = 9_000;

/** First step of PAdES (EN 319 142-1): everything but the signature value. */
export function preparePades(pdf: Uint8Array, options: PadesOptions): PreparedSignature<PadesState> {
  const { certificate, chain, signingTime = new Date(), keepDocument = true } = options;
  const algorithm = options.algorithm ?? usualAlgorithm(readCertificate(certificate).key);
  const file = openPdf(pdf);
  if (file.isLocked) throw new PdfError('a document that asks for a password cannot be signed');
  if (file.key?.maySign === false) throw new PdfError('the permissions of this document forbid signing');
  const reserved =
    options.reserve ??
    SIZE_OF_CMS + SIZE_OF_TIMESTAMP + [certificate, ...chain].reduce((sum, one) => sum + one.length, 0);
  const placed = placeSignature(file, options);
  const about = dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    M: date(signingTime),
    Name: options.name === undefined ? undefined : text(options.name),
    Reason: options.reason === undefined ? undefined : text(options.reason),
    Location: options.location === undefined ? undefined : text(options.location),
    ContactInfo: options.contactInfo === undefined ? undefined : text(options.contactInfo),
    Reference: placed.reference,
    Prop_Build: dict({ App: dict({ Name: name('Aprite') }) }),
  });
  const syntax = withHole(writeValue(sealed(file, about, placed.value)), reserved);
  const written = writeIncrement(file, [...placed.objects, { num: placed.value, syntax }]);
  const offset = written.offsets.get(placed.value)!;
  const { increment, hole, before, digestAround } = hollowOut(pdf, written.bytes, offset, reserved);
  const toBeSigned = writeSignedAttributes(certificate, digestAround(nodeDigest(algorithm.digest)));
  return {
    toBeSigned,
    digest: digestOf(algorithm.digest, toBeSigned),
    digestAlgorithm: algorithm.digest,
    signatureAlgorithm: algorithm.scheme,
    algorithm,
    state: {
      kind: 'pades',
      version: 1,
      certificate: toBase64(certificate),
      chain: chain.map(toBase64),
      algorithm,
      signedAttributes: toBase64(toBeSigned),
      ...(keepDocument ? { document: toBase64(pdf) } : {}),
      documentLength: pdf.length,
      documentSha256: before.toString('base64'),
      increment: toBase64(increment),
      hole,
    },
  };
}

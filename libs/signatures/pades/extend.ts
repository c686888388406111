import { gatherEvidence } from '../evidence/gather.ts';
import { fetchPublic, type Fetcher } from '../network.ts';
import { readSignedData } from '../cms/signed-data.ts';
import { certificateBinding, bindsCertificate } from '../cms/ess.ts';
import { rawOf } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { openPdf, type PdfFile } from '../pdf/file.ts';
import { isDict, isRef, PdfError, type PdfDict, type PdfValue } from '../pdf/values.ts';
import { dict, name, nextNumber, ref, writeIncrement, writeValue, type NewObject } from '../pdf/write.ts';
import { requestTimestamp, type TimestampService } from '../timestamps/request.ts';
import { nodeDigest } from '../crypto/algorithms.ts';
import { readToken } from '../timestamps/token.ts';
import { readCertificates, type Certificate } from '../x509/certificate.ts';
import { storeOf } from './evidence.ts';
import { placeSignature } from './field.ts';
import { signaturesOf } from './find.ts';
import { fillHole, hollowOut, withHole } from './hole.ts';

export interface PadesExtension {
  timestamp?: TimestampService;
  fetcher?: Fetcher;
}

/**
 * Raises a signed PDF to a level by increments (EN 319 142-1 §5.4, §5.5): T and LTA by a document time stamp, LT by the
 * document security store. At LTA already, evidence on the last time stamp and a further one are added: renewal.
 */
export async function extendPades(
  pdf: Uint8Array,
  level: 'T' | 'LT' | 'LTA',
  options: PadesExtension,
): Promise<Uint8Array> {
  let current = pdf;
  const isStamped = subjectsOf(openPdf(current)).stamps.length > 0;
  if (!isStamped) current = await addDocumentTimestamp(current, options);
  if (level === 'T') return current;
  current = await addEvidence(current, options.fetcher ?? fetchPublic);
  return level === 'LTA' ? addDocumentTimestamp(current, options) : current;
}

const TOKEN_ROOM = 16_000;

/** A document time stamp over everything so far (ISO 32000-2 §12.8.5). */
export async function addDocumentTimestamp(
  pdf: Uint8Array,
  { timestamp, fetcher }: PadesExtension,
): Promise<Uint8Array> {
  if (!timestamp) throw new PdfError('this level needs a time-stamp service');
  const file = openPdf(pdf);
  if (file.isLocked) throw new PdfError('a document that asks for a password cannot be extended');
  const placed = placeSignature(file, { isTimestamp: true });
  const about = dict({ Type: name('DocTimeStamp'), Filter: name('Adobe.PPKLite'), SubFilter: name('ETSI.RFC3161') });
  const syntax = withHole(writeValue(about), TOKEN_ROOM);
  const written = writeIncrement(file, [...placed.objects, { num: placed.value, syntax }]);
  const { increment, hole, digestAround } = hollowOut(
    pdf,
    written.bytes,
    written.offsets.get(placed.value)!,
    TOKEN_ROOM,
  );
  const options = fetcher ? { fetcher } : {};
  const token = await requestTimestamp(
    timestamp,
    { digest: (algorithm) => digestAround(nodeDigest(algorithm)) },
    options,
  );
  return fillHole(pdf, increment, hole, token);
}

interface Subjects {
  signers: Certificate[];
  stamps: Certificate[];
  pool: Certificate[];
}

/** Everyone whose status must be known: signers, and issuers of time stamps. */
function subjectsOf(file: PdfFile): Subjects {
  const found: Subjects = { signers: [], stamps: [], pool: storeOf(file).certificates };
  const addToken = (bytes: Uint8Array): void => {
    const certificates = readCertificates(readToken(bytes, { padded: true }).signedData.certificates);
    found.pool.push(...certificates);
    found.stamps.push(
      ...certificates.filter(({ extendedKeyUsage }) => extendedKeyUsage?.includes('1.3.6.1.5.5.7.3.8')),
    );
  };
  for (const { contents, isTimestamp } of signaturesOf(file)) {
    if (!contents) continue;
    if (isTimestamp) {
      addToken(contents.bytes);
      continue;
    }
    const data = readSignedData(contents.bytes, { padded: true });
    const certificates = readCertificates(data.certificates);
    found.pool.push(...certificates);
    for (const signer of data.signers) {
      const binding = certificateBinding(signer.signed);
      const own = certificates.find((one) =>
        binding ? bindsCertificate(binding, one) : signer.issuerSerial?.serial === one.serialNumber,
      );
      if (own) found.signers.push(own);
      for (const [token] of signer.unsigned.get(OID.signatureTimeStamp) ?? []) if (token) addToken(rawOf(token));
    }
  }
  return found;
}

/** Adds certificates, OCSP responses and CRLs to the document security store; what is there already stays. */
export async function addEvidence(pdf: Uint8Array, fetcher: Fetcher): Promise<Uint8Array> {
  const file = openPdf(pdf);
  const { signers, stamps, pool } = subjectsOf(file);
  if (signers.length === 0) throw new PdfError('the document is not signed');
  const evidence = await gatherEvidence([...signers, ...stamps], pool, fetcher);
  const root = file.trailer.get('Root');
  if (!isRef(root)) throw new PdfError('no catalog');
  const store = file.resolve(file.catalog.get('DSS'));
  const objects: NewObject[] = [];
  let free = nextNumber(file);
  const add = (value: PdfValue): PdfValue => {
    objects.push({ num: free, value });
    return ref(free++);
  };
  const extended: PdfDict = new Map(isDict(store) ? store : [['Type', name('DSS')]]);
  for (const [key, values] of [
    ['Certs', evidence.certificates],
    ['OCSPs', evidence.ocsps],
    ['CRLs', evidence.crls],
  ] as const) {
    const former = file.resolve(extended.get(key));
    const added = values.map((data) => add({ kind: 'stream', dict: new Map(), data }));
    const list = [...(Array.isArray(former) ? former : []), ...added];
    if (list.length > 0) extended.set(key, list);
  }
  const current = file.catalog.get('DSS');
  if (isRef(current)) objects.push({ num: current.num, gen: current.gen, value: extended });
  else objects.push({ num: root.num, gen: root.gen, value: new Map([...file.catalog, ['DSS', add(extended)]]) });
  return Buffer.concat([pdf, writeIncrement(file, objects).bytes]);
}

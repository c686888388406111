import { Asn1Error } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { examineSigner, examineTimestamp } from '../cms/examine.ts';
import { readSignedData } from '../cms/signed-data.ts';
import type { Examined, ExaminedTimestamp } from '../judge/examined.ts';
import { newFileCache, openPdf, type FileCache, type PdfFile } from '../pdf/file.ts';
import { dateOf } from '../pdf/values.ts';
import { finding, weightOf } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { faultsOfLone } from '../timestamps/lone.ts';
import { readCertificates, type Certificate } from '../x509/certificate.ts';
import { Beginning, coveredBytes, type Covered } from './byte-range.ts';
import { unreachedObjects } from '../pdf/unreached.ts';
import { hasLaterRevocation, storeOf } from './evidence.ts';
import { changesAfter, changesInRepaired, isLast } from './changes.ts';
import type { FoundSignature } from './find.ts';
import { digestAsContent, examineBareRsa, PKCS7_SHA1, X509_RSA } from './older.ts';
import { looksSigned, readPdf, usageRights } from './read.ts';
import { adobeRevocation } from './adobe-revocation.ts';

export interface ExaminedPdf {
  signatures: Examined[];
  errors: Finding[];
  warnings: Finding[];
  /** Unreadable, yet it holds something made to look like a signature. */
  isSigned?: boolean;
}

const MOST_SIGNATURES = 100;

/** Examines every signature of a PDF: what it covers, whether it fits, and what was changed after it. */
export function examinePdf(bytes: Uint8Array): ExaminedPdf {
  const result: ExaminedPdf = { signatures: [], errors: [], warnings: [] };
  const cache = newFileCache();
  const read = readPdf(bytes, cache);
  if ('problem' in read) {
    result.errors.push(finding('pdf-unreadable', read.problem));
    result.isSigned = looksSigned(bytes);
    return result;
  }
  const { file, found, isRebuilt } = read;
  if (isRebuilt) result.warnings.push(finding('structure-rebuilt'));
  if (found.length === 0) {
    result.isSigned = looksSigned(bytes, usageRights(file));
    if (result.isSigned) result.errors.push(finding(file.isLocked ? 'pdf-encrypted' : 'signature-not-in-form'));
    else if (file.isLocked) result.errors.push(finding('pdf-locked'));
    return result;
  }
  if (read.isAmbiguous) result.errors.push(finding('pdf-unreadable'));
  if (found.length > MOST_SIGNATURES) result.errors.push(finding('too-many-signatures', String(found.length)));
  const beginning = new Beginning(bytes);
  const evidence = storeOf(file);
  // In the order of their revisions: the beginning that they share is then digested once.
  const examined = found.slice(0, MOST_SIGNATURES).map((signature) => {
    const covered = coveredBytes(bytes, signature, beginning);
    const end = 'code' in covered ? 0 : covered.end;
    return signature.isTimestamp
      ? { end, signature, covered, stamp: documentTimestamp(signature, covered, bytes, cache, evidence.certificates) }
      : { end, signature, covered, one: examineSignature(signature, covered, evidence.certificates) };
  });
  const isSignedToEnd = examined.some(({ end }) => isLast(bytes, end));
  const unreached = isRebuilt ? [] : unreachedObjects(file);
  const changes = (signature: FoundSignature, covered: Covered): Finding[] =>
    isRebuilt
      ? changesInRepaired(bytes, signature, covered, isSignedToEnd, cache)
      : changesAfter(file, bytes, signature, covered, cache);
  if (unreached.length > 0) result.warnings.push(finding('unreached-objects', unreached.slice(0, 5).join(', ')));
  for (const { end, signature, covered, one } of examined) {
    if (!one) continue;
    const later = examined.flatMap(({ end: at, stamp }) => (stamp && at > end ? [stamp] : []));
    if (!('code' in covered)) one.findings.push(...changes(signature, covered));
    one.coversWholeDocument =
      end === bytes.length || (end > 0 && bytes.length - end < 3 && bytes.subarray(end).every((c) => c < 33));
    one.timestamps.push(...later);
    const isOwn = one.evidence.ocsps.length + one.evidence.crls.length > 0;
    one.isEvidenceFormer = !isOwn && !isRebuilt && !isEvidenceLater(file, end, cache);
    one.evidence = {
      certificates: [...one.evidence.certificates, ...evidence.certificates],
      ocsps: [...one.evidence.ocsps, ...evidence.ocsps],
      crls: [...one.evidence.crls, ...evidence.crls],
    };
    result.signatures.push(one);
  }
  if (result.signatures.length > 0) return result;
  // Nobody signed; still a time stamp tells whether the document is as it was.
  result.warnings.push(finding('only-timestamps'));
  for (const { signature, covered, stamp } of examined) {
    const { name } = signature.field;
    result.errors.push(...('code' in covered ? [finding('timestamp-broken', name)] : faultsOfLone(stamp?.fault, name)));
    if (!('code' in covered)) result.errors.push(...changes(signature, covered).filter(isError));
  }
  return result;
}

const isError = ({ code }: Finding): boolean => weightOf(code) !== 'warn';

function documentTimestamp(
  signature: FoundSignature,
  covered: Covered | Finding,
  bytes: Uint8Array,
  cache: FileCache,
  more: Certificate[],
): ExaminedTimestamp {
  if ('code' in covered || !signature.contents) return { kind: 'document', fault: 'unreadable' };
  const stamp = examineTimestamp('document', signature.contents.bytes, covered, { padded: true, more });
  return { ...stamp, overEvidence: hadEvidence(bytes, covered.end, cache) };
}

function isEvidenceLater(file: PdfFile, end: number, cache: FileCache): boolean {
  try {
    return hasLaterRevocation(file, openPdf(file.bytes, end, cache));
  } catch {
    return true;
  }
}

function hadEvidence(bytes: Uint8Array, end: number, cache: FileCache): boolean {
  try {
    return openPdf(bytes, end, cache).catalog.has('DSS');
  } catch {
    return false;
  }
}

/** What is said of the kind itself. */
function aboutKind(subFilter: string | undefined): Finding[] {
  if (subFilter === 'ETSI.CAdES.detached') return [];
  if (subFilter === 'adbe.pkcs7.detached') return [finding('not-baseline')];
  const isOlder = subFilter === PKCS7_SHA1 || subFilter === X509_RSA;
  return [finding(isOlder ? 'sub-filter-deprecated' : 'sub-filter-refused', subFilter)];
}

function examineSignature(signature: FoundSignature, covered: Covered | Finding, store: Certificate[]): Examined {
  const { subFilter, contents, value } = signature;
  const strict = subFilter === 'ETSI.CAdES.detached';
  const claimedTime = dateOf(value.get('M'));
  const examined: Examined = {
    format: strict ? 'PAdES' : 'PKCS7-PDF',
    name: signature.field.name,
    findings: [],
    timestamps: [],
    evidence: { certificates: [], ocsps: [], crls: [] },
    ownEvidence: false,
    algorithms: [],
    digest: null,
    signature: null,
    coversWholeDocument: false,
    signedFiles: [],
    legacy: false,
    ocspAfterTimestamp: false,
    ...(claimedTime ? { claimedTime } : {}),
  };
  const { findings } = examined;
  if (signature.isShared) findings.push(finding('field-shares-signature'));
  findings.push(...aboutKind(subFilter));
  if ('code' in covered) findings.push(covered);
  if (!contents) return examined;
  try {
    if (subFilter === X509_RSA) examineBareRsa(examined, contents.bytes, signature.cert, covered);
    else examineCms(examined, signature, covered, store);
  } catch (error) {
    const isPadding = error instanceof Asn1Error && error.message === 'trailing bytes';
    findings.push(finding(isPadding ? 'signature-padding' : 'signature-unreadable'));
  }
  if (!examined.claimedTime) findings.push(finding('claimed-time-missing'));
  return examined;
}

function examineCms(
  examined: Examined,
  { subFilter, contents }: FoundSignature,
  range: Covered | Finding,
  store: Certificate[],
): void {
  const { findings } = examined;
  const strict = subFilter === 'ETSI.CAdES.detached';
  const isOverDigest = subFilter === PKCS7_SHA1;
  const data = readSignedData(contents!.bytes, { padded: true });
  if (strict && !data.isDer) findings.push(finding('signature-not-der'));
  const [signer, another] = data.signers;
  if (!signer || another) return void findings.push(finding('several-signers'));
  if (data.content && !isOverDigest) findings.push(finding('content-inside'));
  const covered = isOverDigest ? digestAsContent(data, range) : range;
  if ('code' in covered) findings.push(covered);
  examined.evidence.certificates = readCertificates(data.certificates);
  examined.evidence.crls = data.crls;
  examined.evidence.ocsps = data.ocsps;
  const adobe = adobeRevocation(signer);
  examined.evidence.crls.push(...adobe.crls);
  examined.evidence.ocsps.push(...adobe.ocsps);
  // Without covered bytes the signature is lost already; the rest is read for its signer's name.
  const digest = 'code' in covered ? () => new Uint8Array() : covered.digest;
  const content = 'code' in covered ? undefined : covered.bytes;
  const cms = examineSigner(signer, data, digest, { strict, more: store, content });
  findings.push(...cms.findings.filter(({ code }) => !('code' in covered && code === 'hash-mismatch')));
  if (strict && signer.signed.has(OID.signingTime)) findings.push(finding('signing-time-attribute'));
  if (cms.certificate) examined.certificate = cms.certificate;
  if (!examined.claimedTime && cms.claimedTime) examined.claimedTime = cms.claimedTime;
  // LibreOffice has its time stamps made over a first attempt at the signature, which then is not the one it writes.
  const isForeign = ({ kind, fault }: ExaminedTimestamp): boolean =>
    !strict && kind === 'signature' && fault === 'imprint';
  if (cms.timestamps.some(isForeign)) findings.push(finding('timestamp-of-another'));
  examined.timestamps.push(...cms.timestamps.filter((one) => !isForeign(one)));
  examined.algorithms = isOverDigest ? [...cms.algorithms, { use: 'content', digest: 'SHA-1' }] : cms.algorithms;
  examined.digest = cms.digest;
  examined.signature = cms.signature;
}

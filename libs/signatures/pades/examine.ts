import { Asn1Error } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { examineSigner, examineTimestamp } from '../cms/examine.ts';
import { readSignedData, type SignedData } from '../cms/signed-data.ts';
import type { Examined, ExaminedTimestamp } from '../judge/examined.ts';
import { newFileCache, openPdf, type FileCache, type PdfFile } from '../pdf/file.ts';
import { fieldsOf } from '../pdf/form.ts';
import { dateOf, isDict, isRef, PdfError } from '../pdf/values.ts';
import { finding, weightOf } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { readCertificates, type Certificate } from '../x509/certificate.ts';
import { Beginning, coveredBytes, type Covered } from './byte-range.ts';
import { compareRevisions } from '../pdf/compare.ts';
import { unreachedObjects } from '../pdf/unreached.ts';
import { storeOf } from './evidence.ts';
import { signaturesOf, type FoundSignature } from './find.ts';
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
  let file: PdfFile;
  let found: FoundSignature[];
  try {
    file = openPdf(bytes, bytes.length, cache);
    found = signaturesOf(file);
  } catch (error) {
    result.errors.push(finding('pdf-unreadable', (error as Error).message));
    result.isSigned = looksSigned(bytes);
    return result;
  }
  if (found.length === 0) {
    if (!looksSigned(bytes, usageRights(file))) return result;
    result.errors.push(finding(file.isLocked ? 'pdf-encrypted' : 'signature-not-in-form'));
    return result;
  }
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
  const unreached = unreachedObjects(file);
  if (unreached.length > 0) result.warnings.push(finding('unreached-objects', unreached.slice(0, 5).join(', ')));
  for (const { end, signature, covered, one } of examined) {
    if (!one) continue;
    const later = examined.flatMap(({ end: at, stamp }) => (stamp && at > end ? [stamp] : []));
    if (!('code' in covered)) one.findings.push(...changesAfter(file, bytes, signature, covered, cache));
    one.coversWholeDocument =
      end === bytes.length || (end > 0 && bytes.length - end < 3 && bytes.subarray(end).every((c) => c < 33));
    one.timestamps.push(...later);
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
    if (stamp?.fault || 'code' in covered) result.errors.push(finding('timestamp-broken', signature.field.name));
    else result.errors.push(...changesAfter(file, bytes, signature, covered, cache).filter(isError));
  }
  return result;
}

const isError = ({ code }: Finding): boolean => weightOf(code) !== 'warn';

/** A signature dictionary that no field shows; only its syntax is looked for, `known` ones apart. */
function looksSigned(bytes: Uint8Array, known = 0): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const kinds = ['ETSI.CAdES.detached', 'ETSI.RFC3161', 'adbe.pkcs7', 'adbe.x509'];
  if (!kinds.some((kind) => buffer.includes(kind))) return false;
  let at = -1;
  for (let left = known; left >= 0; left--) {
    at = buffer.indexOf('/ByteRange', at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Usage rights (ISO 32000-2 §12.8.2.3) are signed by the maker of a viewer, not by a person. */
function usageRights(file: PdfFile): number {
  const permissions = file.resolve(file.catalog.get('Perms'));
  return isDict(permissions) ? ['UR', 'UR3'].filter((key) => isDict(file.resolve(permissions.get(key)))).length : 0;
}

function documentTimestamp(
  signature: FoundSignature,
  covered: Covered | Finding,
  bytes: Uint8Array,
  cache: FileCache,
  more: Certificate[],
): ExaminedTimestamp {
  if ('code' in covered || !signature.contents) return { kind: 'document', fault: 'unreadable' };
  const stamp = examineTimestamp('document', signature.contents.bytes, covered, { padded: true, more });
  return { ...stamp, overEvidence: openPdf(bytes, covered.end, cache).catalog.has('DSS') };
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
  if (!strict && subFilter !== 'adbe.pkcs7.detached') findings.push(finding('sub-filter-refused', subFilter));
  else if (!strict) findings.push(finding('not-baseline'));
  if ('code' in covered) findings.push(covered);
  if (!contents) return examined;
  try {
    const data = readSignedData(contents.bytes, { padded: true });
    if (strict && !data.isDer) findings.push(finding('signature-not-der'));
    examineCms(examined, data, covered, strict, store);
  } catch (error) {
    const isPadding = error instanceof Asn1Error && error.message === 'trailing bytes';
    findings.push(finding(isPadding ? 'signature-padding' : 'signature-unreadable'));
  }
  if (!examined.claimedTime) findings.push(finding('claimed-time-missing'));
  return examined;
}

function examineCms(
  examined: Examined,
  data: SignedData,
  covered: Covered | Finding,
  strict: boolean,
  store: Certificate[],
): void {
  const { findings } = examined;
  const [signer, another] = data.signers;
  if (!signer || another) return void findings.push(finding('several-signers'));
  if (data.content) findings.push(finding('content-inside'));
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
  examined.timestamps.push(...cms.timestamps);
  examined.algorithms = cms.algorithms;
  examined.digest = cms.digest;
  examined.signature = cms.signature;
}

/** The signed revision must be an ancestor of the present document, and everything since must be allowed. */
function changesAfter(
  file: PdfFile,
  bytes: Uint8Array,
  signature: FoundSignature,
  { end }: Covered,
  cache: FileCache,
): Finding[] {
  if (file.isLocked) return [finding('pdf-encrypted')];
  try {
    const revision = openPdf(bytes, end, cache);
    if (!file.sections.some(({ offset }) => offset === revision.sections[0]!.offset))
      return [finding('revision-not-ancestor')];
    const isShown = fieldsOf(revision).some(({ value }) => isRef(value) && value.num === signature.num);
    if (signature.num !== undefined && !isShown) return [finding('signature-not-in-form')];
    return compareRevisions(revision, file, signature.value);
  } catch (error) {
    return [
      finding(error instanceof PdfError ? 'revision-broken' : 'revisions-not-compared', (error as Error).message),
    ];
  }
}

import { digestOf } from '../crypto/verify.ts';
import { signWithKey } from '../crypto/sign.ts';
import { ecdsaToRaw } from '../crypto/verify.ts';
import { uriOfDigest, uriOfSignature } from '../xades/algorithms.ts';
import { at, canonicalize, NS, parseXml } from '../xml/tree.ts';
import type { Holder } from './responders.ts';

const C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const TYPES = 'http://uri.etsi.org/TrstSvc';

export interface ListedService {
  certificate: Uint8Array;
  type: 'CA/QC' | 'TSA/QTST';
  status?: 'granted' | 'withdrawn';
  since?: string;
  history?: { status: string; since: string }[];
  uses?: string[];
}

export interface ListWish {
  territory?: string;
  services?: ListedService[];
  pointers?: { url: string; territory: string; type: string; signer: Uint8Array }[];
  pivots?: string[];
  nextUpdate?: Date;
  sequence?: number;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A trusted list (TS 119 612) with an enveloped ECDSA P-256 signature, for tests. */
export function writeTrustedList(wish: ListWish, signer: Holder): Buffer {
  const {
    territory = 'LV',
    services = [],
    pointers = [],
    pivots = [],
    nextUpdate = new Date(Date.now() + 30 * 86_400_000),
    sequence = 1,
  } = wish;
  const body = `<SchemeInformation><TSLVersionIdentifier>5</TSLVersionIdentifier><TSLSequenceNumber>${sequence}</TSLSequenceNumber><TSLType>${TYPES}/TrustedList/TSLType/EUgeneric</TSLType><SchemeInformationURI>${pivots.map((uri) => `<URI xml:lang="en">${uri}</URI>`).join('')}</SchemeInformationURI><SchemeTerritory>${territory}</SchemeTerritory><PointersToOtherTSL>${pointers.map(pointerXml).join('')}</PointersToOtherTSL><ListIssueDateTime>2026-01-01T00:00:00Z</ListIssueDateTime><NextUpdate><dateTime>${nextUpdate.toISOString()}</dateTime></NextUpdate></SchemeInformation><TrustServiceProviderList><TrustServiceProvider><TSPInformation><TSPName><Name xml:lang="en">Testa centrs</Name></TSPName></TSPInformation><TSPServices>${services.map(serviceXml).join('')}</TSPServices></TrustServiceProvider></TrustServiceProviderList>`;
  const document = (signature: string): string =>
    `<TrustServiceStatusList xmlns="${NS.tsl}" Id="list">${body}${signature}</TrustServiceStatusList>`;
  const digest = digestOf('SHA-256', canonicalOf(document(''), false));
  const info = `<ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${C14N}"/><ds:SignatureMethod Algorithm="${uriOfSignature({ scheme: 'ECDSA', digest: 'SHA-256' })}"/><ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="${NS.ds}enveloped-signature"/><ds:Transform Algorithm="${C14N}"/></ds:Transforms><ds:DigestMethod Algorithm="${uriOfDigest('SHA-256')}"/><ds:DigestValue>${base64(digest)}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
  const signature = (value: string): string =>
    `<ds:Signature xmlns:ds="${NS.ds}">${info}<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64(signer.certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>`;
  const der = signWithKey(
    signer.key,
    { scheme: 'ECDSA', digest: 'SHA-256' },
    canonicalOf(document(signature('')), true),
  );
  return Buffer.from(document(signature(base64(ecdsaToRaw(der, 32)))));
}

function canonicalOf(xml: string, onlyInfo: boolean): Buffer {
  const { root, dispose } = parseXml(Buffer.from(xml));
  try {
    return canonicalize(onlyInfo ? at(root, 'ds:Signature', 'ds:SignedInfo')! : root, C14N);
  } finally {
    dispose();
  }
}

const identity = (certificate: Uint8Array): string =>
  `<ServiceDigitalIdentity><DigitalId><X509Certificate>${base64(certificate)}</X509Certificate></DigitalId></ServiceDigitalIdentity>`;

const pointerXml = ({ url, territory, type, signer }: NonNullable<ListWish['pointers']>[number]): string =>
  `<OtherTSLPointer><ServiceDigitalIdentities>${identity(signer)}</ServiceDigitalIdentities><TSLLocation>${url}</TSLLocation><AdditionalInformation><OtherInformation><TSLType>${TYPES}/TrustedList/TSLType/${type}</TSLType></OtherInformation><OtherInformation><SchemeTerritory>${territory}</SchemeTerritory></OtherInformation></AdditionalInformation></OtherTSLPointer>`;

function serviceXml({
  certificate,
  type,
  status = 'granted',
  since = '2020-01-01T00:00:00Z',
  history = [],
  uses = ['ForeSignatures', 'ForeSeals'],
}: ListedService): string {
  const common = (name: string, at: string): string =>
    `<ServiceTypeIdentifier>${TYPES}/Svctype/${type}</ServiceTypeIdentifier>${identity(certificate)}<ServiceStatus>${TYPES}/TrustedList/Svcstatus/${name}</ServiceStatus><StatusStartingTime>${at}</StatusStartingTime><ServiceInformationExtensions>${uses.map((use) => `<Extension Critical="false"><AdditionalServiceInformation><URI xml:lang="en">${TYPES}/TrustedList/SvcInfoExt/${use}</URI></AdditionalServiceInformation></Extension>`).join('')}</ServiceInformationExtensions>`;
  const former = history
    .map((one) => `<ServiceHistoryInstance>${common(one.status, one.since)}</ServiceHistoryInstance>`)
    .join('');
  return `<TSPService><ServiceInformation>${common(status, since)}</ServiceInformation><ServiceHistory>${former}</ServiceHistory></TSPService>`;
}

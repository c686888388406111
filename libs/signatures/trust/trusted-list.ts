import { readCertificates, type Certificate } from '../x509/certificate.ts';
import { all, at, binaryOf, deep, parseXml, textOf, type Element } from '../xml/tree.ts';
import { listSigner } from './list-signature.ts';
import { readQualifications } from './qualifications.ts';
import type { ServicePeriod, TrustService } from './trust.ts';

/** A pointer of the list of lists to a national one, with the certificates that may sign that one. */
export interface ListPointer {
  url: string;
  territory: string;
  type: string;
  signers: Certificate[];
}

/** A trusted list (TS 119 612) whose signature was verified. */
export interface TrustedList {
  territory: string;
  sequence: number;
  issued: Date;
  nextUpdate: Date | undefined;
  signer: Certificate;
  services: TrustService[];
  pointers: ListPointer[];
  /** Pivots of the list of lists, newest first. */
  pivots: string[];
}

/** Why a list is not used, in a word for machines and a sentence for the log. */
export class TrustedListError extends Error {
  constructor(
    readonly code: 'unreachable' | 'not-a-list' | 'signature' | 'signer' | 'expired' | 'older' | 'absent',
    message: string,
  ) {
    super(message);
  }
}

/** Reads a list. `accepted` names who may sign it; without, only its own consistency is checked (a list named by hand). */
export function readTrustedList(bytes: Uint8Array, accepted?: Certificate[]): TrustedList {
  const { root, dispose } = parseList(bytes);
  try {
    const scheme = at(root, 'tsl:SchemeInformation');
    if (root.name !== 'TrustServiceStatusList' || !scheme)
      throw new TrustedListError('not-a-list', 'not a trusted list');
    const signer = listSigner(bytes, accepted);
    if (!signer)
      throw listSigner(bytes, undefined)
        ? new TrustedListError('signer', 'the trusted list is not signed by an accepted signer')
        : new TrustedListError('signature', 'the signature of the trusted list is not valid');
    const next = textOf(at(scheme, 'tsl:NextUpdate', 'tsl:dateTime')).trim();
    const territory = textOf(at(scheme, 'tsl:SchemeTerritory')).trim();
    const providers = all(at(root, 'tsl:TrustServiceProviderList'), 'tsl:TrustServiceProvider');
    return {
      territory,
      sequence: Number(textOf(at(scheme, 'tsl:TSLSequenceNumber'))),
      issued: new Date(textOf(at(scheme, 'tsl:ListIssueDateTime')).trim()),
      nextUpdate: next ? new Date(next) : undefined,
      signer,
      services: providers.flatMap((provider) => readProvider(provider, territory)),
      pointers: all(at(scheme, 'tsl:PointersToOtherTSL'), 'tsl:OtherTSLPointer').map(readPointer),
      pivots: all(at(scheme, 'tsl:SchemeInformationURI'), 'tsl:URI')
        .map((uri) => textOf(uri).trim())
        .filter((uri) => /\.xml$/i.test(uri)),
    };
  } finally {
    dispose();
  }
}

function parseList(bytes: Uint8Array): ReturnType<typeof parseXml> {
  try {
    return parseXml(bytes);
  } catch (error) {
    throw new TrustedListError('not-a-list', `not a trusted list: ${(error as Error).message}`);
  }
}

export const isExpired = ({ nextUpdate }: TrustedList, now: Date): boolean =>
  nextUpdate === undefined || nextUpdate < now;

function readPointer(pointer: Element): ListPointer {
  const other = deep(pointer, 'tsl:OtherInformation').flatMap(({ children }) => children);
  const find = (name: string): string => textOf(other.find((one) => one.name === name)).trim();
  return {
    url: textOf(at(pointer, 'tsl:TSLLocation')).trim(),
    territory: find('SchemeTerritory'),
    type: find('TSLType').split('/').at(-1) ?? '',
    signers: readCertificates(deep(pointer, 'tsl:X509Certificate').map(binaryOf)),
  };
}

function readProvider(provider: Element, territory: string): TrustService[] {
  const name = textOf(all(at(provider, 'tsl:TSPInformation', 'tsl:TSPName'), 'tsl:Name')[0]).trim();
  return all(at(provider, 'tsl:TSPServices'), 'tsl:TSPService').flatMap((service) => {
    const information = at(service, 'tsl:ServiceInformation');
    if (!information) return [];
    const history = all(at(service, 'tsl:ServiceHistory'), 'tsl:ServiceHistoryInstance');
    const periods = [information, ...history].map(readPeriod).toSorted((a, b) => b.since.getTime() - a.since.getTime());
    const identity = at(information, 'tsl:ServiceDigitalIdentity');
    return [
      {
        certificates: readCertificates(deep(identity ?? information, 'tsl:X509Certificate').map(binaryOf)),
        type: typeOf(textOf(at(information, 'tsl:ServiceTypeIdentifier')).trim()),
        provider: name,
        territory,
        periods,
      },
    ];
  });
}

function typeOf(uri: string): TrustService['type'] {
  if (uri.endsWith('/Svctype/CA/QC')) return 'CA/QC';
  if (uri.endsWith('/Svctype/TSA/QTST')) return 'TSA/QTST';
  return uri.includes('/Svctype/Certstatus/OCSP') ? 'OCSP' : 'other';
}

/** Statuses that mean "granted", with those from before Regulation 910/2014 (TS 119 612 §5.5.4, annex J). */
const granted =
  /\/Svcstatus\/(?:granted|recognisedatnationallevel|undersupervision|supervisionincessation|accredited)$/;
const EIDAS = new Date('2016-07-01T00:00:00Z');

function readPeriod(information: Element): ServicePeriod {
  const since = new Date(textOf(at(information, 'tsl:StatusStartingTime')).trim());
  const extensions = all(at(information, 'tsl:ServiceInformationExtensions'), 'tsl:Extension');
  const uses = extensions.flatMap((extension) =>
    deep(extension, 'tsl:URI').map((uri) => textOf(uri).trim().split('/').at(-1)),
  );
  const isOld = since < EIDAS && uses.length === 0;
  return {
    since,
    granted: granted.test(textOf(at(information, 'tsl:ServiceStatus')).trim()),
    forSignatures: isOld || uses.includes('ForeSignatures'),
    forSeals: uses.includes('ForeSeals'),
    qualifiers: readQualifications(extensions),
  };
}

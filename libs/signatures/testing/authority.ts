import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { OID } from '../asn1/oids.ts';
import * as w from '../asn1/write.ts';
import { FetchError, type Fetcher } from '../network.ts';
import { localKey, type LocalKey } from '../local-key.ts';
import { readCertificate } from '../x509/certificate.ts';
import {
  authorityInfo,
  crlPoint,
  extension,
  keyUsage,
  makeKey,
  qcStatements,
  writeCertificate,
  type KeyKind,
} from './issue.ts';
import { writePkcs12 } from './pkcs12.ts';
import { answerOcsp, answerTimestamp, writeCrl, type Holder } from './responders.ts';

/** A certificate with its key, ready to sign or to be stored. */
export interface Issued extends LocalKey {
  key: KeyObject;
  toPkcs12(password: string): Uint8Array;
  /** PKCS#8 key and the certificate followed by its chain. */
  toPem(): { key: string; certificates: string };
}

export interface PersonWish {
  givenName: string;
  surname: string;
  /** `010180-12345`. */
  personalCode: string;
  key?: KeyKind;
  notBefore?: Date;
  notAfter?: Date;
  /** An authentication certificate must not sign documents; for tests of that rule. */
  purpose?: 'signature' | 'authentication';
  /** Without QcStatements. */
  qualified?: boolean;
}

export interface SealWish {
  organisation: string;
  /** `90000000001`. */
  registrationNumber: string;
  key?: KeyKind;
  notBefore?: Date;
  notAfter?: Date;
}

export interface AuthorityOptions {
  /** Key kind of the issuing authorities and the services. */
  key?: KeyKind;
  /** Clock of the authority; tests move it. */
  now?: () => Date;
  /** What a viewer must see at once in every name. */
  mark?: string;
  notBefore?: Date;
  notAfter?: Date;
}

/** A stored authority: PEM texts, to be kept like any secret. */
export interface StoredAuthority {
  holders: Record<Role, { key: string; certificate: string }>;
  revoked: { serialNumber: string; at: string }[];
}

const roles = ['root', 'issuing', 'timestamping', 'ocspIssuing', 'ocspRoot'] as const;
type Role = (typeof roles)[number];
const BASE = 'http://demo.aprite.invalid';
const YEAR = 365 * 86_400_000;

export type DemoAuthority = ReturnType<typeof createDemoAuthority>;

/**
 * A complete trust service in this process: root, issuing authority, people's and organisations' certificates, time
 * stamps, OCSP and CRLs. For tests and for the product's demonstration mode; every subject says that it is a test.
 */
export function createDemoAuthority(options: AuthorityOptions = {}, stored?: StoredAuthority) {
  const { now = () => new Date(), mark = 'TESTA PARAKSTS' } = options;
  const begin = options.notBefore ?? new Date(now().getTime() - 86_400_000);
  const end = options.notAfter ?? new Date(begin.getTime() + 10 * YEAR);
  const organisation = { C: 'LV', O: `${mark} – demonstrācijas sertifikātu centrs` };
  const names = Object.fromEntries(
    roles.map((role) => [role, { ...organisation, CN: `${mark} ${role}` }]),
  ) as unknown as Record<Role, Record<string, string>>;
  const holders = stored ? open(stored) : make();
  const revoked = new Map(
    (stored?.revoked ?? []).map(({ serialNumber, at }) => [BigInt(`0x${serialNumber}`), new Date(at)]),
  );

  function make(): Record<Role, Holder> {
    const kind = options.key ?? 'P-384';
    const keys = Object.fromEntries(roles.map((role) => [role, makeKey(kind)])) as Record<Role, KeyObject>;
    const authority = (length?: number): Buffer[] => [
      extension(
        OID.basicConstraints,
        true,
        w.sequence(w.boolean(true), ...(length === undefined ? [] : [w.integer(length)])),
      ),
      keyUsage('keyCertSign', 'cRLSign'),
    ];
    const service = (purpose: string, critical: boolean): Buffer[] => [
      keyUsage('digitalSignature'),
      extension(OID.extendedKeyUsage, critical, w.sequence(w.oid(purpose))),
    ];
    const byRoot = [
      authorityInfo({ ocsp: `${BASE}/ocsp/root`, issuer: `${BASE}/ca/root` }),
      crlPoint(`${BASE}/crl/root`),
    ];
    const noCheck = extension(OID.ocspNoCheck, false, w.nothing());
    const issue = (role: Role, by: Role, extensions: Buffer[]): Holder => ({
      key: keys[role],
      certificate: writeCertificate({
        subject: names[role],
        key: keys[role],
        issuer: { subject: names[by], key: keys[by] },
        notBefore: begin,
        notAfter: end,
        extensions,
      }),
    });
    return {
      root: issue('root', 'root', authority()),
      issuing: issue('issuing', 'root', [...authority(0), ...byRoot]),
      timestamping: issue('timestamping', 'root', [...service(OID.timeStamping, true), ...byRoot]),
      ocspIssuing: issue('ocspIssuing', 'issuing', [...service(OID.ocspSigning, false), noCheck]),
      ocspRoot: issue('ocspRoot', 'root', [...service(OID.ocspSigning, false), noCheck]),
    };
  }

  const chain = [holders.issuing.certificate, holders.root.certificate];

  function issue(
    subject: Record<string, string>,
    extensions: Buffer[],
    {
      key: kind = 'P-256',
      notBefore = begin,
      notAfter = new Date(notBefore.getTime() + 3 * YEAR),
    }: PersonWish | SealWish,
  ): Issued {
    const key = makeKey(kind);
    const links = [
      authorityInfo({ ocsp: `${BASE}/ocsp/issuing`, issuer: `${BASE}/ca/issuing` }),
      crlPoint(`${BASE}/crl/issuing`),
    ];
    const leaf = extension(OID.basicConstraints, false, w.sequence());
    const issuer = { subject: names.issuing, key: holders.issuing.key };
    return issued(
      key,
      writeCertificate({ subject, key, issuer, notBefore, notAfter, extensions: [leaf, ...extensions, ...links] }),
      chain,
    );
  }

  return {
    /** The root, to be trusted. */
    anchors: [holders.root.certificate],
    issuer: holders.issuing.certificate,

    issuePerson(wish: PersonWish): Issued {
      const { givenName, surname, personalCode, purpose = 'signature', qualified = true } = wish;
      const subject = {
        C: 'LV',
        serialNumber: `PNOLV-${personalCode}`,
        GN: givenName,
        SN: surname,
        OU: mark,
        CN: `${givenName} ${surname} (${mark})`,
      };
      const policy = extension(OID.certificatePolicies, false, w.sequence(w.sequence(w.oid('0.4.0.194112.1.2'))));
      const forSignature = [keyUsage('nonRepudiation'), policy, ...(qualified ? [qcStatements('esign')] : [])];
      const forAccess = [
        keyUsage('digitalSignature'),
        extension(OID.extendedKeyUsage, false, w.sequence(w.oid(OID.clientAuth))),
      ];
      return issue(subject, purpose === 'signature' ? forSignature : forAccess, wish);
    },

    issueSeal(wish: SealWish): Issued {
      const subject = {
        C: 'LV',
        O: wish.organisation,
        organizationIdentifier: `NTRLV-${wish.registrationNumber}`,
        OU: mark,
        CN: `${wish.organisation} (${mark})`,
      };
      const policy = extension(OID.certificatePolicies, false, w.sequence(w.sequence(w.oid('0.4.0.194112.1.3'))));
      return issue(subject, [keyUsage('digitalSignature', 'nonRepudiation'), policy, qcStatements('eseal')], wish);
    },

    /** RFC 3161: TimeStampReq → TimeStampResp; usable as a TimestampService. */
    timestamp: (request: Uint8Array): Uint8Array => answerTimestamp(request, holders.timestamping, now()),

    revoke(certificate: Uint8Array, at = now()): void {
      revoked.set(readCertificate(certificate).serialNumber, at);
    },

    /** Serves the addresses that the certificates name, and `/tsa`, without a network. */
    fetcher: (async (url, { body } = {}) => {
      const [, service, of] = /^\/(\w+)(?:\/(\w+))?/.exec(new URL(url).pathname) ?? [];
      const authority = of === 'root' ? holders.root : holders.issuing;
      const state = (serial: bigint): { revokedAt?: Date } => {
        const revokedAt = revoked.get(serial);
        return revokedAt ? { revokedAt } : {};
      };
      if (!url.startsWith(BASE)) throw new FetchError(`not part of the demonstration: ${url}`);
      if (service === 'tsa' && body) return answerTimestamp(body, holders.timestamping, now());
      if (service === 'ocsp' && body)
        return answerOcsp(body, of === 'root' ? holders.ocspRoot : holders.ocspIssuing, now(), state);
      if (service === 'crl') return writeCrl(authority, now(), revoked);
      if (service === 'ca') return authority.certificate;
      throw new FetchError(`nothing at ${url}`);
    }) satisfies Fetcher as Fetcher,
    timestampUrl: `${BASE}/tsa`,

    /** What must be stored so that `openDemoAuthority` can go on with the same keys. */
    store: (): StoredAuthority => ({
      holders: Object.fromEntries(roles.map((role) => [role, pemOf(holders[role])])) as StoredAuthority['holders'],
      revoked: [...revoked].map(([serial, at]) => ({ serialNumber: serial.toString(16), at: at.toISOString() })),
    }),
    holders,
  };
}

export const openDemoAuthority = (stored: StoredAuthority, options: AuthorityOptions = {}): DemoAuthority =>
  createDemoAuthority(options, stored);

const pemOf = ({ key, certificate }: Holder): { key: string; certificate: string } => ({
  key: key.export({ type: 'pkcs8', format: 'pem' }) as string,
  certificate: certificatePem(certificate),
});

const certificatePem = (certificate: Uint8Array): string => new X509Certificate(certificate).toString();

function open({ holders }: StoredAuthority): Record<Role, Holder> {
  const one = (role: Role): Holder => ({
    key: createPrivateKey(holders[role].key),
    certificate: new X509Certificate(holders[role].certificate).raw,
  });
  return Object.fromEntries(roles.map((role) => [role, one(role)])) as Record<Role, Holder>;
}

function issued(key: KeyObject, certificate: Uint8Array, chain: Uint8Array[]): Issued {
  return {
    ...localKey(key, certificate, chain),
    key,
    toPkcs12: (password) => writePkcs12(key, [certificate, ...chain], password),
    toPem: () => ({
      key: key.export({ type: 'pkcs8', format: 'pem' }) as string,
      certificates: [certificate, ...chain].map(certificatePem).join(''),
    }),
  };
}

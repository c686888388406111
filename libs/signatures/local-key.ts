import { createPrivateKey, createPublicKey, pbkdf2Sync, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { signWithKey, usualAlgorithm, type SigningAlgorithm } from './crypto/sign.ts';
import {
  certificatesOfFile,
  isSelfSigned,
  readCertificate,
  readCertificates,
  type Certificate,
} from './x509/certificate.ts';
import { isIssuedBy } from './x509/issued.ts';

/** A private key in this process with its certificate: a seal's PKCS#12, or a test key. */
export interface LocalKey {
  certificate: Uint8Array;
  /** From the issuer upwards, without the certificate itself. */
  chain: Uint8Array[];
  algorithm: SigningAlgorithm;
  /** The signature value of what `prepare…` gave; ECDSA in DER. */
  sign(prepared: { toBeSigned: Uint8Array } & Partial<{ algorithm: SigningAlgorithm }>): Promise<Uint8Array>;
}

export class KeyFileError extends Error {}

export function localKey(key: KeyObject, certificate: Uint8Array, others: Uint8Array[]): LocalKey {
  const algorithm = usualAlgorithm(key);
  return {
    certificate,
    chain: chainOf(readCertificate(certificate), readCertificates(others)).map(({ der }) => der),
    algorithm,
    sign: async ({ toBeSigned, algorithm: wanted = algorithm }) => signWithKey(key, wanted, toBeSigned),
  };
}

/** Opens PKCS#12 (RFC 7292): RSA and EC keys, old and new encryption. The certificate is the one that fits the key. */
export function openPkcs12(bytes: Uint8Array, password: string): LocalKey {
  let bags: forge.pkcs12.Pkcs12Pfx;
  try {
    const asn1 = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('binary')));
    bags = withOwnDerivation(() => forge.pkcs12.pkcs12FromAsn1(asn1, false, password));
  } catch (error) {
    throw new KeyFileError(`PKCS#12 cannot be opened: ${(error as Error).message}`);
  }
  const keyTypes = [forge.pki.oids.pkcs8ShroudedKeyBag!, forge.pki.oids.keyBag!];
  const keyBag = keyTypes.flatMap((bagType) => bags.getBags({ bagType })[bagType] ?? [])[0];
  if (!keyBag) throw new KeyFileError('PKCS#12 holds no private key');
  const pkcs8 = keyBag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(keyBag.key)) : keyBag.asn1;
  const key = keyOf(toDer(pkcs8));
  const certBag = forge.pki.oids.certBag!;
  const certificates = (bags.getBags({ bagType: certBag })[certBag] ?? []).map((bag) =>
    toDer(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1),
  );
  return withMatchingCertificate(key, certificates);
}

function keyOf(pkcs8: Buffer): KeyObject {
  try {
    return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  } catch {
    throw new KeyFileError('PKCS#12 holds a key of a kind that is not known here');
  }
}

/** More rounds of key derivation than any program asks for: such a file is made to keep us busy. */
const MOST_ROUNDS = 5_000_000;

/**
 * The derivation of keys in place of forge's, which is slow, without bounds, and gives PBKDF2 the low bytes of the password's
 * characters: a password is UTF-16 (BMPString) where PKCS#12 itself derives keys (RFC 7292 appendix B.1), but UTF-8 for PBES2.
 */
function withOwnDerivation<T>(work: () => T): T {
  const { pkcs5, pkcs12 } = forge;
  const { pbkdf2 } = pkcs5;
  const { generateKey } = pkcs12;
  const bounded = (rounds: number): number => {
    if (rounds > MOST_ROUNDS) throw new RangeError('too many rounds');
    return rounds;
  };
  try {
    pkcs5.pbkdf2 = ((password: string, salt: string, rounds: number, size: number, digest?: forge.md.MessageDigest) =>
      pbkdf2Sync(
        password,
        Buffer.from(salt, 'binary'),
        bounded(rounds),
        size,
        (digest as { algorithm?: string } | undefined)?.algorithm ?? 'sha1',
      ).toString('binary')) as typeof pbkdf2;
    pkcs12.generateKey = (password, salt, id, rounds, ...rest) =>
      generateKey(password, salt, id, bounded(rounds), ...rest);
    return work();
  } finally {
    pkcs5.pbkdf2 = pbkdf2;
    pkcs12.generateKey = generateKey;
  }
}

/** A private key and certificates in PEM. */
export function openPem(key: string | Uint8Array, certificates: Uint8Array): LocalKey {
  return withMatchingCertificate(createPrivateKey(Buffer.from(key)), certificatesOfFile(certificates));
}

const toDer = (asn1: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');

function withMatchingCertificate(key: KeyObject, certificates: Uint8Array[]): LocalKey {
  const own = readCertificates(certificates).find((certificate) => certificate.key.equals(createPublicKey(key)));
  if (!own) throw new KeyFileError('No certificate belongs to the private key');
  return localKey(key, own.der, certificates);
}

function chainOf(certificate: Certificate, pool: Certificate[]): Certificate[] {
  const chain: Certificate[] = [];
  for (let current = certificate; !isSelfSigned(current) && chain.length < 10;) {
    const issuer = pool.find((candidate) => candidate.id !== current.id && isIssuedBy(current, candidate));
    if (!issuer || chain.includes(issuer)) break;
    chain.push((current = issuer));
  }
  return chain;
}

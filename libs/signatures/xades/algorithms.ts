import type { DigestName, SignatureAlgorithm } from '../crypto/algorithms.ts';
import { saltLengthOf } from '../crypto/algorithms.ts';
import type { SigningAlgorithm } from '../crypto/sign.ts';
import { at, textOf, type Element } from '../xml/tree.ts';

/** The algorithm identifiers of XML Signature that are read (RFC 6931, RFC 9231); no MAC is among them, by intent. */
const digests: Record<string, DigestName> = {
  'http://www.w3.org/2000/09/xmldsig#sha1': 'SHA-1',
  'http://www.w3.org/2001/04/xmldsig-more#sha224': 'SHA-224',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'SHA-256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'SHA-384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'SHA-512',
  'http://www.w3.org/2001/04/xmlenc#ripemd160': 'RIPEMD-160',
  'http://www.w3.org/2001/04/xmldsig-more#md5': 'MD5',
  'http://www.w3.org/2007/05/xmldsig-more#sha3-224': 'SHA3-224',
  'http://www.w3.org/2007/05/xmldsig-more#sha3-256': 'SHA3-256',
  'http://www.w3.org/2007/05/xmldsig-more#sha3-384': 'SHA3-384',
  'http://www.w3.org/2007/05/xmldsig-more#sha3-512': 'SHA3-512',
};

const pss = (digest: DigestName): SignatureAlgorithm => ({
  scheme: 'RSA-PSS',
  digest,
  maskDigest: digest,
  saltLength: saltLengthOf(digest),
});
const more = 'http://www.w3.org/2001/04/xmldsig-more#';
const newer = 'http://www.w3.org/2007/05/xmldsig-more#';

const later = 'http://www.w3.org/2021/04/xmldsig-more#';
const older = 'http://www.w3.org/2000/09/xmldsig#';

const signatures: Record<string, SignatureAlgorithm> = {
  [`${older}rsa-sha1`]: { scheme: 'RSA-PKCS1', digest: 'SHA-1' },
  [`${more}rsa-sha224`]: { scheme: 'RSA-PKCS1', digest: 'SHA-224' },
  [`${more}rsa-sha256`]: { scheme: 'RSA-PKCS1', digest: 'SHA-256' },
  [`${more}rsa-sha384`]: { scheme: 'RSA-PKCS1', digest: 'SHA-384' },
  [`${more}rsa-sha512`]: { scheme: 'RSA-PKCS1', digest: 'SHA-512' },
  [`${more}rsa-ripemd160`]: { scheme: 'RSA-PKCS1', digest: 'RIPEMD-160' },
  // As RFC 4051 §2.3.5 misprinted it.
  'http://www.w3.org/2001/04/xmldsig-more/rsa-ripemd160': { scheme: 'RSA-PKCS1', digest: 'RIPEMD-160' },
  [`${more}rsa-md5`]: { scheme: 'RSA-PKCS1', digest: 'MD5' },
  [`${newer}sha1-rsa-MGF1`]: pss('SHA-1'),
  [`${newer}sha224-rsa-MGF1`]: pss('SHA-224'),
  [`${newer}sha256-rsa-MGF1`]: pss('SHA-256'),
  [`${newer}sha384-rsa-MGF1`]: pss('SHA-384'),
  [`${newer}sha512-rsa-MGF1`]: pss('SHA-512'),
  [`${newer}sha3-224-rsa-MGF1`]: pss('SHA3-224'),
  [`${newer}sha3-256-rsa-MGF1`]: pss('SHA3-256'),
  [`${newer}sha3-384-rsa-MGF1`]: pss('SHA3-384'),
  [`${newer}sha3-512-rsa-MGF1`]: pss('SHA3-512'),
  [`${more}ecdsa-sha1`]: { scheme: 'ECDSA', digest: 'SHA-1' },
  [`${more}ecdsa-sha224`]: { scheme: 'ECDSA', digest: 'SHA-224' },
  [`${more}ecdsa-sha256`]: { scheme: 'ECDSA', digest: 'SHA-256' },
  [`${more}ecdsa-sha384`]: { scheme: 'ECDSA', digest: 'SHA-384' },
  [`${more}ecdsa-sha512`]: { scheme: 'ECDSA', digest: 'SHA-512' },
  [`${newer}ecdsa-ripemd160`]: { scheme: 'ECDSA', digest: 'RIPEMD-160' },
  [`${later}ecdsa-sha3-224`]: { scheme: 'ECDSA', digest: 'SHA3-224' },
  [`${later}ecdsa-sha3-256`]: { scheme: 'ECDSA', digest: 'SHA3-256' },
  [`${later}ecdsa-sha3-384`]: { scheme: 'ECDSA', digest: 'SHA3-384' },
  [`${later}ecdsa-sha3-512`]: { scheme: 'ECDSA', digest: 'SHA3-512' },
  [`${older}dsa-sha1`]: { scheme: 'DSA', digest: 'SHA-1' },
  'http://www.w3.org/2009/xmldsig11#dsa-sha256': { scheme: 'DSA', digest: 'SHA-256' },
  [`${later}eddsa-ed25519`]: { scheme: 'Ed25519', digest: 'SHA-512' },
  [`${later}eddsa-ed448`]: { scheme: 'Ed448', digest: 'SHAKE256-512' },
};

export const xmlDigest = (uri: string | undefined): DigestName | undefined => digests[uri ?? ''];

/** What ds:SignatureMethod says; undefined when it is not known here. */
export function xmlSignature(method: Element | undefined): SignatureAlgorithm | undefined {
  const uri = method?.attributes.get('Algorithm') ?? '';
  return uri === `${newer}rsa-pss` ? pssWithParameters(method!) : signatures[uri];
}

/** RSASSA-PSS with its parameters beside it (RFC 9231 §2.3.10); what is not stated is SHA-256, MGF1 and a salt as long as the digest. */
function pssWithParameters(method: Element): SignatureAlgorithm | undefined {
  const parameters = at(method, 'newer:RSAPSSParams');
  const mask = at(parameters, 'newer:MaskGenerationFunction');
  const digest = digestIn(parameters);
  const maskDigest = digestIn(mask);
  const isMgf1 = !mask || mask.attributes.get('Algorithm') === `${newer}MGF1`;
  const stated = (name: 'SaltLength' | 'TrailerField', usual: number): number => {
    const written = at(parameters, `newer:${name}`);
    return written ? Number(textOf(written)) : usual;
  };
  if (!digest || !maskDigest || !isMgf1 || stated('TrailerField', 1) !== 1) return undefined;
  return { scheme: 'RSA-PSS', digest, maskDigest, saltLength: stated('SaltLength', saltLengthOf(digest)) };
}

const digestIn = (element: Element | undefined): DigestName | undefined => {
  const method = at(element, 'ds:DigestMethod');
  return method ? xmlDigest(method.attributes.get('Algorithm')) : 'SHA-256';
};

export const uriOfDigest = (digest: DigestName): string =>
  Object.entries(digests).find(([, name]) => name === digest)![0];
export const uriOfSignature = ({ scheme, digest }: SigningAlgorithm): string =>
  Object.entries(signatures).find(([, one]) => one.scheme === scheme && one.digest === digest)![0];

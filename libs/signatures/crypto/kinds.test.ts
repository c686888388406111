import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { writeSignedAttributes, writeSignedData } from '../cms/build.ts';
import { validate } from '../index.ts';
import { makeKey, writeCertificate } from '../testing/issue.ts';
import { itWith } from '../testing/judges.ts';
import { certificatesOfFile, isSelfSigned, readCertificate } from '../x509/certificate.ts';
import { writeDigestAlgorithm, type DigestName } from './algorithms.ts';
import { digestOf, ecdsaToRaw, fullLength, verifySignature } from './verify.ts';

const data = Buffer.from('Piešķirt 100 EUR.');

/** Runs openssl for a key of one kind; what the steps leave in `out` is read. */
function made(key: string[], ...signing: string[]): { certificate: Uint8Array; cms: Uint8Array | undefined } {
  const folder = mkdtempSync(join(tmpdir(), 'signatures-'));
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  try {
    writeFileSync(join(folder, 'data'), data);
    for (const step of key) openssl(...step.split(' '));
    openssl('req', '-x509', '-key', 'key', '-out', 'crt', '-subj', '/CN=a', '-addext', 'keyUsage=nonRepudiation');
    if (signing.length > 0) {
      const files = ['-in', 'data', '-signer', 'crt', '-inkey', 'key', '-outform', 'DER', '-out', 'cms'];
      openssl('cms', '-sign', '-binary', '-cades', ...files, ...signing);
    }
    return {
      certificate: certificatesOfFile(readFileSync(join(folder, 'crt')))[0]!,
      cms: signing.length > 0 ? readFileSync(join(folder, 'cms')) : undefined,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ec = (curve: string): string[] => [`genpkey -algorithm EC -pkeyopt ec_paramgen_curve:${curve} -out key`];
const rsa = ['genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key'];
const dsa = [
  'genpkey -genparam -algorithm DSA -pkeyopt dsa_paramgen_bits:2048 -pkeyopt dsa_paramgen_q_bits:256 -out parameters',
  'genpkey -paramfile parameters -out key',
];
const pss = ['-keyopt', 'rsa_padding_mode:pss', '-keyopt'];

describe('signatures that another program made', () => {
  const cases: [string, string[], string[], verdict: string, keyBits: number][] = [
    ['brainpoolP256r1', ec('brainpoolP256r1'), ['-md', 'sha256'], 'accept', 256],
    ['brainpoolP512r1', ec('brainpoolP512r1'), ['-md', 'sha512'], 'accept', 512],
    ['P-521', ec('P-521'), ['-md', 'sha512'], 'accept', 521],
    ['P-192', ec('prime192v1'), ['-md', 'sha256'], 'indeterminate', 192],
    ['RSA with SHA3-256', rsa, ['-md', 'sha3-256'], 'accept', 2048],
    ['RSA with SHA3-224', rsa, ['-md', 'sha3-224'], 'indeterminate', 2048],
    ['RSA-PSS with another mask digest', rsa, ['-md', 'sha256', ...pss, 'rsa_mgf1_md:sha1'], 'accept', 2048],
    ['RSA-PSS with a short salt', rsa, ['-md', 'sha384', ...pss, 'rsa_pss_saltlen:20'], 'accept', 2048],
    ['RSA-PSS with the longest salt', rsa, ['-md', 'sha512', ...pss, 'rsa_pss_saltlen:-2'], 'accept', 2048],
    ['DSA', dsa, ['-md', 'sha256'], 'accept', 2048],
    ['SHA-1', rsa, ['-md', 'sha1'], 'indeterminate', 2048],
  ];
  for (const [title, key, signing, verdict, keyBits] of cases)
    itWith(['openssl'], `are ${verdict} with ${title}, and rejected over other data`, async () => {
      const { certificate, cms } = made(key, ...signing);
      const options = { trust: [certificate], offline: true };
      const report = await validate(cms!, { ...options, data });
      expect([report.verdict, report.signatures[0]!.algorithms.keyBits]).toEqual([verdict, keyBits]);
      expect((await validate(cms!, { ...options, data: Buffer.from('900 EUR') })).verdict).toBe('reject');
      const changed = Buffer.from(cms!);
      changed[changed.length - 20]! ^= 1;
      expect((await validate(changed, { ...options, data })).verdict).toBe('reject');
    });

  it.each([
    ['ed25519', 'SHA-512', 'accept'],
    ['ed25519', 'SHA-256', 'reject'],
    ['ed448', 'SHAKE256-512', 'accept'],
    ['ed448', 'SHA-512', 'reject'],
  ] as const)('with %s and %s are judged %s (RFC 8419)', async (kind, digest, verdict) => {
    const { privateKey: key } = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448');
    const subject = { CN: 'a' };
    const [notBefore, notAfter] = [new Date(Date.now() - 60_000), new Date(Date.now() + 86_400_000)];
    const issuer = { subject, key: makeKey('P-256') };
    const certificate = writeCertificate({ subject, key, issuer, notBefore, notAfter, extensions: [] });
    const signedAttributes = writeSignedAttributes(certificate, digestOf(digest, data));
    const signature = sign(null, signedAttributes, key);
    const algorithm = {
      scheme: kind === 'ed25519' ? 'Ed25519' : 'Ed448',
      digest: kind === 'ed25519' ? 'SHA-512' : 'SHAKE256-512',
    };
    const cms = writeSignedData({ signedAttributes, signature, certificate, chain: [], algorithm: algorithm as never });
    const stated = [writeDigestAlgorithm(algorithm.digest as DigestName), writeDigestAlgorithm(digest)] as const;
    const made = Buffer.from(
      cms.toString('hex').replaceAll(stated[0].toString('hex'), stated[1].toString('hex')),
      'hex',
    );
    expect((await validate(made, { trust: [certificate], offline: true, data })).verdict).toBe(verdict);
  });

  itWith(['openssl'], 'are read in certificates of EdDSA', async () => {
    for (const algorithm of ['ed25519', 'ed448'])
      expect(isSelfSigned(readCertificate(made([`genpkey -algorithm ${algorithm} -out key`]).certificate))).toBe(true);
  });
});

describe('ECDSA values', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const check = (signature: Uint8Array, algorithm: { isPlain?: true } = {}): boolean =>
    verifySignature({
      key: publicKey,
      data,
      signature,
      algorithm: { scheme: 'ECDSA', digest: 'SHA-256', ...algorithm },
    });

  it('are r‖s where the identifier says plain (BSI TR-03111), and DER elsewhere', () => {
    const der = sign('sha256', data, privateKey);
    const raw = ecdsaToRaw(der, 32);
    expect([check(raw, { isPlain: true }), check(der, { isPlain: true }), check(der), check(raw)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('get back the zeros that a producer left out', () => {
    const key = createPublicKey({ key: Buffer.from(SHORT.key, 'base64'), format: 'der', type: 'spki' });
    const short = Buffer.from(SHORT.value, 'base64');
    const plain = { scheme: 'ECDSA', digest: 'SHA-256', isPlain: true } as const;
    const verify = (signature: Uint8Array): boolean => verifySignature({ key, data, signature, algorithm: plain });
    expect([short.length, verify(short), verify(fullLength(short, key))]).toEqual([62, false, true]);
    expect(fullLength(Buffer.alloc(63), key)).toHaveLength(63);
  });
});

/** A value both of whose halves began with a zero: one of 65,536. */
const SHORT = {
  key: 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2Wuy80lI9SbbMuv3ishbY+5bqDGUbs27naSNxWHfDFXkbBuwFZh7jdJvWxIDps3CIdSK8qdB5+EdRCRZlLu/bw==',
  value: 'rS9P2LEGxpSQBaL+6kcsG77QMAt5FuQxEAp22epDxX3aFPaDczw0KeugE2RBKZy7RGnbh11eFfbWlmPNfCY=',
};

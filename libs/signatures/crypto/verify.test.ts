import { constants, generateKeyPairSync, privateEncrypt } from 'node:crypto';
import { nothing, octets, oid, sequence } from '../asn1/write.ts';
import { oidOfDigest, type DigestName } from './algorithms.ts';
import { reliableUntil } from './policy.ts';
import { checkedValue, signWithKey, WrongSignatureValue } from './sign.ts';
import { digestOf, ecdsaToRaw, verifySignature } from './verify.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const data = Buffer.from('Lēmums');
const block = (info: Uint8Array): Buffer =>
  privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, info);
const info = (digest: DigestName, hash: Uint8Array, ...parameters: Uint8Array[]): Buffer =>
  sequence(sequence(oid(oidOfDigest(digest)), ...parameters), octets(hash));

describe('RSA values of Latvian cards (RFC 8017 §9.2)', () => {
  const verify = (signature: Uint8Array): boolean =>
    verifySignature({ key: publicKey, algorithm: { scheme: 'RSA-PKCS1', digest: 'SHA-256' }, data, signature });
  const hash = digestOf('SHA-256', data);

  it('pass with and without NULL', () => {
    expect(verify(block(info('SHA-256', hash, nothing())))).toBe(true);
    expect(verify(block(info('SHA-256', hash)))).toBe(true);
  });

  it('fail with anything else in the block', () => {
    expect(verify(block(Buffer.concat([info('SHA-256', hash), Buffer.from([0])])))).toBe(false);
    expect(verify(block(info('SHA-256', hash, octets(Buffer.alloc(4)))))).toBe(false);
    expect(verify(block(info('SHA-512', hash)))).toBe(false);
    expect(verify(block(info('SHA-256', digestOf('SHA-256', Buffer.from('cits')))))).toBe(false);
    expect(verify(block(hash))).toBe(false);
    expect(verify(Buffer.alloc(256))).toBe(false);
    expect(verify(Buffer.alloc(3))).toBe(false);
  });
});

describe('values from devices', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const algorithm = { scheme: 'ECDSA', digest: 'SHA-384' } as const;

  it('are taken in either encoding and given in the wanted one', () => {
    const der = signWithKey(ec.privateKey, algorithm, data);
    const raw = ecdsaToRaw(der, 48);
    for (const value of [der, raw]) {
      expect(checkedValue(ec.publicKey, algorithm, data, value, 'raw')).toEqual(raw);
      expect(
        verifySignature({
          key: ec.publicKey,
          algorithm,
          data,
          signature: checkedValue(ec.publicKey, algorithm, data, value, 'der'),
        }),
      ).toBe(true);
    }
    expect(verifySignature({ key: ec.publicKey, algorithm, data, signature: der, ecdsa: 'raw' })).toBe(false);
  });

  it('are refused when they belong to something else', () => {
    const other = signWithKey(ec.privateKey, algorithm, Buffer.from('cits'));
    expect(() => checkedValue(ec.publicKey, algorithm, data, other, 'der')).toThrow(WrongSignatureValue);
  });

  it('never verify under a key of another kind', () => {
    const value = signWithKey(privateKey, { scheme: 'RSA-PKCS1', digest: 'SHA-256' }, data);
    expect(
      verifySignature({
        key: ec.publicKey,
        algorithm: { scheme: 'RSA-PKCS1', digest: 'SHA-256' },
        data,
        signature: value,
      }),
    ).toBe(false);
    expect(verifySignature({ key: publicKey, algorithm, data, signature: value })).toBe(false);
  });
});

describe('the algorithm policy', () => {
  it.each([
    [{ use: 'x', digest: 'SHA-256', scheme: 'ECDSA', keyBits: 256 }, null],
    [{ use: 'x', digest: 'SHA-1' }, '2012-08-01'],
    [{ use: 'x', digest: 'SHA-256', scheme: 'RSA-PKCS1', keyBits: 2048 }, '2029-01-01'],
    [{ use: 'x', digest: 'SHA-256', scheme: 'RSA-PKCS1', keyBits: 3072 }, null],
    [{ use: 'x', digest: 'SHA-256', scheme: 'RSA-PKCS1', keyBits: 512 }, undefined],
  ] as const)('%j is reliable until %s', (use, until) => {
    const end = reliableUntil(use);
    expect(end instanceof Date ? end.toISOString().slice(0, 10) : end).toBe(until);
  });
});

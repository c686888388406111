import { createHash, createHmac, randomBytes, type KeyObject } from 'node:crypto';
import { OID } from '../asn1/oids.ts';
import { explicit, integer, nothing, octets, oid, sequence, setOf, tlv } from '../asn1/write.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const SHROUDED = OID.pkcs12Key;
/** As openssl does; the key itself is under PBES2, and readers in plain JavaScript are slow. */
const ROUNDS = 2048;

/**
 * PKCS#12 (RFC 7292): the key under PBES2 with AES-256, the certificates in the clear, the whole under HMAC-SHA-256.
 * node:crypto encrypts the key; the envelope is written here.
 */
export function writePkcs12(key: KeyObject, certificates: Uint8Array[], password: string): Buffer {
  const shrouded = key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: password });
  const localId = createHash('sha1').update(certificates[0]!).digest();
  const keyBag = sequence(
    oid(SHROUDED),
    explicit(0, shrouded),
    setOf(sequence(oid(OID.localKeyId), setOf(octets(localId)))),
  );
  const certBags = certificates.map((certificate, i) => {
    const bag = sequence(oid(OID.x509Certificate), explicit(0, octets(certificate)));
    const attributes = i === 0 ? [setOf(sequence(oid(OID.localKeyId), setOf(octets(localId))))] : [];
    return sequence(oid(OID.pkcs12Certificate), explicit(0, bag), ...attributes);
  });
  const contents = [sequence(keyBag), sequence(...certBags)].map((safe) =>
    sequence(oid(OID.data), explicit(0, octets(safe))),
  );
  const safes = sequence(...contents);
  const salt = randomBytes(16);
  const mac = createHmac('sha256', deriveMacKey(password, salt)).update(safes).digest();
  const macData = sequence(sequence(sequence(oid(SHA256), nothing()), octets(mac)), octets(salt), integer(ROUNDS));
  return tlv(0x30, integer(3), sequence(oid(OID.data), explicit(0, octets(safes))), macData);
}

/** RFC 7292 appendix B.2 with ID 3 (MAC) and SHA-256: u = 32, v = 64; one round of output is enough. */
function deriveMacKey(password: string, salt: Uint8Array): Buffer {
  const fill = (bytes: Uint8Array): Buffer => {
    const length = Math.ceil(bytes.length / 64) * 64;
    return Buffer.alloc(length, bytes);
  };
  const bmp = Buffer.from(`${password}\0`, 'utf16le').swap16();
  let hash = Buffer.concat([Buffer.alloc(64, 3), fill(salt), fill(bmp)]);
  for (let i = 0; i < ROUNDS; i++) hash = createHash('sha256').update(hash).digest();
  return hash;
}

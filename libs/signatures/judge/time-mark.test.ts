import * as w from '../asn1/write.ts';
import { OID } from '../asn1/oids.ts';
import { oidOfDigest } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import { createDemoAuthority, validate } from '../index.ts';
import { answerOcsp } from '../testing/responders.ts';
import { containerOf, signedAsOthers, withOcsp } from '../testing/xades.ts';
import { readCertificate } from '../x509/certificate.ts';

const authority = createDemoAuthority({ key: 'P-256' });
const person = authority.issuePerson({ givenName: 'Mari', surname: 'Mets', personalCode: '010180-12345' });
const files = [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('a') }];

/** A request for the signer's status whose nonce is the digest of `value`, as SK's services took them. */
function requestMarking(value: Uint8Array): Buffer {
  const issuer = readCertificate(authority.issuer);
  const algorithm = w.sequence(w.oid(oidOfDigest('SHA-1')), w.nothing());
  const id = w.sequence(
    algorithm,
    w.octets(digestOf('SHA-1', issuer.subject.raw)),
    w.octets(digestOf('SHA-1', issuer.keyBits)),
    w.integer(readCertificate(person.certificate).serialNumber),
  );
  const info = w.sequence(w.sequence(w.oid(oidOfDigest('SHA-256')), w.nothing()), w.octets(digestOf('SHA-256', value)));
  const nonce = w.sequence(w.sequence(w.oid(OID.ocspNonce), w.octets(info)));
  return w.sequence(w.sequence(w.sequence(w.sequence(id)), w.explicit(2, nonce)));
}

async function marked(valueOf: (value: Buffer) => Uint8Array): Promise<Buffer> {
  const xml = await signedAsOthers(files, person);
  const value = Buffer.from(/<ds:SignatureValue[^>]*>([^<]+)</.exec(xml)![1]!, 'base64');
  const ocsp = answerOcsp(requestMarking(valueOf(value)), authority.holders.ocspIssuing, new Date(), () => ({}));
  return containerOf(files, { 'META-INF/signatures0.xml': withOcsp(xml, ocsp) });
}

describe('a time mark', () => {
  const inFiveYears = { trust: authority.anchors, offline: true, at: new Date(Date.now() + 5 * 365 * 86_400_000) };

  it('proves that a signature existed before its certificate ran out', async () => {
    const [one] = (await validate(await marked((value) => value), inFiveYears)).signatures;
    expect([one!.verdict, one!.level, one!.errors]).toEqual(['accept', 'LT', []]);
    expect(new Date(one!.bestSignatureTime!).getTime()).toBeLessThan(Date.now() + 1000);
  });

  it('makes the level whoever answered', async () => {
    const container = await marked((value) => value);
    const unknown = (await validate(container, { offline: true })).signatures[0]!;
    expect([unknown.verdict, unknown.level]).toEqual(['indeterminate', 'LT']);
    const other = (await validate(await marked(() => Buffer.from('cits')), { offline: true })).signatures[0]!;
    expect([other.verdict, other.level]).toEqual(['indeterminate', 'B']);
  });

  it('proves nothing about another signature', async () => {
    const [one] = (await validate(await marked(() => Buffer.from('cits')), inFiveYears)).signatures;
    expect([one!.verdict, one!.subIndication]).toEqual(['indeterminate', 'OUT_OF_BOUNDS_NO_POE']);
  });
});

import { rawOf, readWhole, sequenceOf } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import * as w from '../asn1/write.ts';
import { writeDigestAlgorithm } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import { createDemoAuthority, validate } from '../index.ts';
import { itWith, judge } from '../testing/judges.ts';
import { extension, keyUsage, makeKey, writeCertificate } from '../testing/issue.ts';
import { answerTimestamp } from '../testing/responders.ts';
import { tokenOf } from '../timestamps/request.ts';
import { isCa, readCertificate } from '../x509/certificate.ts';
import { attribute, writeSignedAttributes, writeSignedData } from './build.ts';

const authority = createDemoAuthority();
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const content = Buffer.from('Piešķirt 100 EUR.');
const signed = writeSignedAttributes(person.certificate, digestOf('SHA-256', content), {
  more: [attribute(OID.signingTime, w.time(new Date()))],
});
const check = (cms: Uint8Array, data = content) => validate(cms, { trust: authority.anchors, offline: true, data });
describe('what older programs wrote', () => {
  it('is read with attributes in BER, which are signed in DER', async () => {
    const signature = await person.sign({ toBeSigned: signed });
    const indefinite = Buffer.concat([
      Buffer.from([0x31, 0x80]),
      signed.subarray(signed[1]! > 0x80 ? 3 : 2),
      Buffer.alloc(2),
    ]);
    const cms = writeSignedData({ ...person, signedAttributes: indefinite, signature });
    expect((await check(cms)).verdict).toBe('accept');
    expect((await check(cms, Buffer.from('900 EUR'))).verdict).toBe('reject');
    const otherwise = Buffer.from(indefinite);
    otherwise[otherwise.length - 10]! ^= 1;
    expect((await check(writeSignedData({ ...person, signedAttributes: otherwise, signature }))).verdict).toBe(
      'reject',
    );
  });

  itWith(['openssl'], 'may have no signed attributes, with the data inside or beside', async () => {
    const { key, certificates } = person.toPem();
    const issuers = certificates.slice(certificates.indexOf('-----BEGIN', 1));
    for (const how of [['-nodetach'], []]) {
      const args = [
        'cms',
        '-sign',
        '-noattr',
        '-binary',
        ...how,
        '-in',
        'a',
        '-signer',
        'c',
        '-certfile',
        'i',
        '-inkey',
        'k',
      ];
      const { output } = judge({ a: content, c: certificates, i: issuers, k: key }, 'openssl', [
        ...args,
        '-outform',
        'PEM',
      ]);
      const verdicts = async (cms: string, data: typeof content) => {
        const { verdict, signatures } = await check(Buffer.from(cms), data);
        return [verdict, signatures[0]!.errors.map(({ code }) => code)];
      };
      expect(await verdicts(output, content)).toEqual(['indeterminate', ['plain-cms']]);
      if (how.length === 0)
        expect(await verdicts(output, Buffer.from('900 EUR'))).toEqual([
          'reject',
          expect.arrayContaining(['signature-value-wrong']),
        ]);
    }
  });

  it('may be stamped by a service whose certificate allows more than stamping: intact, but no proof', async () => {
    const signature = await person.sign({ toBeSigned: signed });
    const stampedBy = async (purposes: string[], isCritical: boolean): Promise<string[]> => {
      const key = makeKey('P-256');
      const tsa = writeCertificate({
        subject: { C: 'LV', CN: 'Cits laika zīmogs' },
        key,
        notBefore: new Date(Date.now() - 86_400_000),
        notAfter: new Date(Date.now() + 86_400_000),
        extensions: [
          keyUsage('digitalSignature'),
          extension(OID.extendedKeyUsage, isCritical, w.sequence(...purposes.map(w.oid))),
        ],
      });
      const imprint = w.sequence(writeDigestAlgorithm('SHA-256'), w.octets(digestOf('SHA-256', signature)));
      const token = tokenOf(answerTimestamp(w.sequence(w.integer(1), imprint), { key, certificate: tsa }, new Date()));
      const unsigned = [attribute(OID.signatureTimeStamp, token)];
      const cms = writeSignedData({ ...person, signedAttributes: signed, signature, unsigned });
      const trust = [...authority.anchors, tsa];
      const { signatures } = await validate(cms, { trust, offline: true, data: content });
      return signatures.flatMap(({ errors }) => errors.map(({ code }) => code));
    };
    expect(await stampedBy([OID.timeStamping], true)).toEqual([]);
    expect(await stampedBy([OID.timeStamping], false)).toEqual(['timestamp-profile']);
    expect(await stampedBy([OID.timeStamping, OID.clientAuth], true)).toEqual(['timestamp-profile']);
    expect(await stampedBy([OID.clientAuth], true)).toEqual(['timestamp-certificate']);
  });

  it('names the signer even where nobody here knows the kind of key', async () => {
    const known = Buffer.from(person.certificate).toString('hex');
    // id-ecPublicKey becomes an identifier of nothing.
    const certificate = Buffer.from(known.replace('2a8648ce3d0201', '2a8648ce3d027f'), 'hex');
    const attributes = writeSignedAttributes(certificate, digestOf('SHA-256', content));
    const signature = await person.sign({ toBeSigned: attributes });
    const { verdict, signatures } = await check(
      writeSignedData({ ...person, certificate, signedAttributes: attributes, signature }),
    );
    expect([verdict, signatures[0]!.signer!.surname]).toEqual(['reject', 'Bērziņa']);
    expect(signatures[0]!.errors).toContainEqual(expect.objectContaining({ code: 'algorithm-unknown', detail: 'key' }));
  });

  it('may be in certificates with extensions written wrongly, unless they limit what these are for', () => {
    const key = makeKey('P-256');
    const make = (id: string, isCritical: boolean) =>
      readCertificate(
        writeCertificate({
          subject: { CN: 'a' },
          key,
          notBefore: new Date(),
          notAfter: new Date(Date.now() + 86_400_000),
          extensions: [extension(id, isCritical, w.octets(Buffer.from('x')))],
        }),
      );
    expect(make(OID.qcStatements, false).unknownCritical).toEqual([]);
    expect(make(OID.qcStatements, true).unknownCritical).toEqual([OID.qcStatements]);
    expect(make(OID.keyUsage, false).unknownCritical).toEqual([OID.keyUsage]);
    expect(isCa(make(OID.basicConstraints, false))).toBe(false);
  });

  it('may lack the NULL of RSA in one place of a certificate; any other difference there is refused', () => {
    const issued = createDemoAuthority({ key: 'RSA-3072' }).issuePerson({
      givenName: 'Līga',
      surname: 'Bērziņa',
      personalCode: '010180-12345',
    });
    const [tbs, algorithm, value] = sequenceOf(readWhole(issued.certificate));
    const [id] = sequenceOf(algorithm);
    const parts = (outer: Buffer) => w.sequence(rawOf(tbs!), outer, rawOf(value!));
    expect(readCertificate(parts(w.sequence(rawOf(id!)))).subject).toEqual(readCertificate(issued.certificate).subject);
    const otherwise = parts(w.sequence(rawOf(id!), w.octets(Buffer.from('x'))));
    expect(() => readCertificate(otherwise)).toThrow('algorithm differs');
  });
});

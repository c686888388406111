import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import * as w from '../asn1/write.ts';
import { attribute, writeSignedAttributes, writeSignedData } from '../cms/build.ts';
import { readSignedData } from '../cms/signed-data.ts';
import { writeDigestAlgorithm } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import { createDemoAuthority, requestTimestamp, validate, type Issued } from '../index.ts';

const authority = createDemoAuthority();
const issue = (surname: string): Issued =>
  authority.issuePerson({ givenName: 'Līga', surname, personalCode: '010180-12345' });
const [person, witness] = [issue('Bērziņa'), issue('Lieciniece')];
const content = Buffer.from('Piešķirt 100 EUR.');
const check = (cms: Uint8Array, data = content) => validate(cms, { trust: authority.anchors, offline: true, data });

let signedAttributes: Buffer;
let signature: Uint8Array;
let stamp: Buffer;
const write = (unsigned: Uint8Array[]): Buffer =>
  writeSignedData({ ...person, chain: [...person.chain, witness.certificate], signedAttributes, signature, unsigned });

beforeAll(async () => {
  signedAttributes = writeSignedAttributes(person.certificate, digestOf('SHA-256', content), {
    more: [attribute(OID.signingTime, w.time(new Date()))],
  });
  signature = await person.sign({ toBeSigned: signedAttributes });
  stamp = attribute(OID.signatureTimeStamp, await requestTimestamp(authority.timestamp, [signature]));
});

/** archive-time-stamp-v3 over what `cms` is now. */
async function archived(cms: Buffer): Promise<Buffer> {
  const data = readSignedData(cms);
  const [signer] = data.signers;
  const hashes = (all: Uint8Array[]): Buffer => w.sequence(...all.map((one) => w.octets(digestOf('SHA-256', one))));
  const attributes = signer!.unsignedRaw.map((one) => {
    const [type, values] = der.sequenceOf(der.readWhole(one));
    return Buffer.concat([der.rawOf(type!), der.rawOf(der.setOf(values)[0]!)]);
  });
  const index = w.sequence(
    writeDigestAlgorithm('SHA-256'),
    hashes(data.raw.certificates),
    hashes([]),
    hashes(attributes),
  );
  const fields = der.sequenceOf(signer!.raw).slice(0, 6).map(der.rawOf);
  const covered = [data.raw.contentType, digestOf('SHA-256', content), ...fields, index];
  return attribute(
    OID.archiveTimeStampV3,
    withUnsigned(await requestTimestamp(authority.timestamp, covered), attribute(OID.atsHashIndexV3, index)),
  );
}

/** The token with an unsigned attribute more. */
function withUnsigned(token: Uint8Array, added: Buffer): Buffer {
  const [type, wrapped] = der.sequenceOf(der.readWhole(token));
  const parts = der.sequenceOf(der.childrenOf(wrapped!)[0]);
  const signer = der.sequenceOf(der.setOf(parts.at(-1))[0]).map((one) => Buffer.from(der.rawOf(one)));
  const infos = w.setOf(w.sequence(...signer, w.explicit(1, added)));
  const rest = parts.slice(0, -1).map((one) => Buffer.from(der.rawOf(one)));
  return w.sequence(Buffer.from(der.rawOf(type!)), w.explicit(0, w.sequence(...rest, infos)));
}

/** A countersignature (RFC 5652 §11.4) of `value`. */
async function countersigned(value: Uint8Array): Promise<Buffer> {
  const attributes = w.setOf(attribute(OID.messageDigest, w.octets(digestOf('SHA-256', value))));
  const whole = writeSignedData({
    ...witness,
    signedAttributes: attributes,
    signature: await witness.sign({ toBeSigned: attributes }),
  });
  return attribute(OID.counterSignature, Buffer.from(der.rawOf(readSignedData(whole).signers[0]!.raw)));
}

describe('CAdES', () => {
  it('is accepted over its content, and rejected over another', async () => {
    expect((await check(write([stamp]))).signatures[0]).toMatchObject({ verdict: 'accept', level: 'T' });
    expect((await check(write([stamp]), Buffer.from('Piešķirt 900 EUR.'))).verdict).toBe('reject');
  });

  it('has its archive time stamp checked, and what that covers must stay', async () => {
    const archive = await archived(write([stamp]));
    const { signatures } = await check(write([stamp, archive]));
    expect(signatures[0]!.verdict).toBe('accept');
    const problems = signatures[0]!.timestamps.map(({ problem }) => problem);
    const kinds = new Set(signatures[0]!.timestamps.map(({ kind }) => kind));
    expect([kinds, problems]).toEqual([new Set(['signature', 'archive']), [undefined, undefined]]);
    const stripped = await check(write([archive]));
    expect([stripped.verdict, stripped.signatures[0]!.errors.map(({ code }) => code)]).toEqual([
      'reject',
      ['archive-index'],
    ]);
    const foreign = await archived(
      writeSignedData({ ...witness, signedAttributes, signature: Buffer.from(signature).reverse(), unsigned: [stamp] }),
    );
    expect((await check(write([stamp, foreign]))).verdict).toBe('reject');
  });

  it('names who countersigned, and a false countersignature does not touch the signature', async () => {
    const [one] = (await check(write([await countersigned(signature)]))).signatures;
    expect([one!.verdict, one!.counterSignatures![0]!.verdict, one!.counterSignatures![0]!.signer!.surname]).toEqual([
      'accept',
      'accept',
      'Lieciniece',
    ]);
    const [two] = (await check(write([await countersigned(Buffer.from('cits'))]))).signatures;
    expect([two!.verdict, two!.counterSignatures![0]!.verdict]).toEqual(['accept', 'reject']);
    expect(two!.warnings.map(({ code }) => code)).toContain('counter-signature-open');
  });
});

describe('a CMS file', () => {
  const judgedAlone = async (bytes: Buffer): Promise<unknown> => {
    const report = await validate(bytes, { trust: authority.anchors, offline: true });
    return [report.verdict, report.signatures[0]?.subIndication ?? null, report.signatures[0]?.errors[0]?.code ?? null];
  };
  const enclosing = (): Buffer => writeSignedData({ ...person, signedAttributes, signature, content });
  const accepted = ['accept', null, null];

  it('is read as DER, with a line end behind it, as PEM and as plain base64', async () => {
    const base64 = enclosing().toString('base64').replaceAll(/.{64}/g, '$&\n');
    const forms = [
      enclosing(),
      Buffer.concat([enclosing(), Buffer.from('\r\n')]),
      Buffer.from(`-----BEGIN CMS-----\n${base64}\n-----END CMS-----\n`),
      Buffer.from(base64),
    ];
    for (const form of forms) expect(await judgedAlone(form)).toEqual(accepted);
  });

  it('is read from S/MIME, with its content inside or in the part before it', async () => {
    const inside = `MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data;\r\n name="smime.p7m"\r\n\r\n`;
    expect(await judgedAlone(Buffer.from(inside + enclosing().toString('base64')))).toEqual(accepted);
    const multipart = (text: string): Buffer =>
      Buffer.from(
        `Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary="----A1"\n\nPreamble\n\n------A1\n${text}\n------A1\nContent-Type: application/pkcs7-signature\nContent-Transfer-Encoding: base64\n\n${write([]).toString('base64')}\n\n------A1--\n`,
      );
    expect(await judgedAlone(multipart(content.toString()))).toEqual(accepted);
    expect(await judgedAlone(multipart('Piešķirt 900 EUR.'))).toEqual(['reject', 'HASH_FAILURE', 'hash-mismatch']);
  });

  it('may hold content that is no string of octets, as PKCS #7 allowed', async () => {
    const [value, contentType] = [w.integer(100), '1.3.6.1.4.1.311.10.1'];
    const attributes = writeSignedAttributes(person.certificate, digestOf('SHA-256', value), { contentType });
    const parts = { ...person, signedAttributes: attributes, contentType, content: value };
    const cms = writeSignedData({ ...parts, signature: await person.sign({ toBeSigned: attributes }) });
    const at = cms.indexOf(w.octets(value));
    cms[at] = 0x30;
    expect(await judgedAlone(cms)).toEqual(accepted);
    cms[at + 4]! ^= 1;
    expect(await judgedAlone(cms)).toEqual(['reject', 'HASH_FAILURE', 'hash-mismatch']);
  });

  it('of a time stamp alone is no signature, but must fit the data beside it', async () => {
    const token = Buffer.from(await requestTimestamp(authority.timestamp, [content]));
    for (const form of [token, w.sequence(w.sequence(w.integer(0)), token)]) {
      expect(await judgedAlone(form)).toEqual(['no-signature', null, null]);
      expect((await check(form)).verdict).toBe('no-signature');
      expect((await check(form, Buffer.from('Piešķirt 900 EUR.'))).verdict).toBe('reject');
    }
  });

  it('of certificates alone is no signature', async () => {
    const [type, wrapped] = der.sequenceOf(der.readWhole(enclosing()));
    const parts = der.sequenceOf(der.childrenOf(wrapped!)[0]).slice(0, -1);
    const bare = w.sequence(...parts.map((one) => Buffer.from(der.rawOf(one))), w.setOf());
    const bundle = w.sequence(Buffer.from(der.rawOf(type!)), w.explicit(0, bare));
    expect(await judgedAlone(bundle)).toEqual(['no-signature', null, null]);
  });

  it('cannot be judged to the end without its content, and is not called broken for that', async () => {
    expect(await judgedAlone(write([]))).toEqual(['indeterminate', 'SIGNED_DATA_NOT_FOUND', 'signed-data-absent']);
  });

  it('of the older kind, without the certificate bound, is told from CAdES', async () => {
    const plain = w.setOf(
      attribute(OID.contentType, w.oid(OID.data)),
      attribute(OID.messageDigest, w.octets(digestOf('SHA-256', content))),
    );
    const parts = { ...person, signedAttributes: plain, content };
    const cms = writeSignedData({ ...parts, signature: await person.sign({ toBeSigned: plain }) });
    expect(await judgedAlone(cms)).toEqual(['indeterminate', 'SIG_CONSTRAINTS_FAILURE', 'plain-cms']);
    const another = writeSignedData({ ...parts, signature });
    expect(await judgedAlone(another)).toEqual(['reject', 'SIG_CRYPTO_FAILURE', 'signature-value-wrong']);
  });
});

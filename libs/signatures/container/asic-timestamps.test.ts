import { createDemoAuthority, requestTimestamp, validate, type Report } from '../index.ts';
import { attribute, writeSignedAttributes, writeSignedData } from '../cms/build.ts';
import { OID } from '../asn1/oids.ts';
import * as der from '../asn1/der.ts';
import * as w from '../asn1/write.ts';
import { digestOf } from '../crypto/verify.ts';
import { ASIC_E, ASIC_S } from './asic.ts';
import { writeZip, type NewMember } from './zip-write.ts';

const authority = createDemoAuthority();
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const check = (bytes: Uint8Array): Promise<Report> => validate(bytes, { trust: authority.anchors, offline: true });
const codes = ({ container }: Report): string[] => [...container.errors, ...container.warnings].map(({ code }) => code);
const content = Buffer.from('Piešķirt 100 EUR.');
const mimetype = (type: string): NewMember => ({ name: 'mimetype', content: Buffer.from(type), stored: true });

/** An ASiC manifest (EN 319 162-1 §A.4) over these files. */
function manifest(over: string, files: { name: string; content: Uint8Array }[]): Buffer {
  const references = files.map(
    (file) =>
      `<asic:DataObjectReference URI="${file.name}"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>${digestOf('SHA-256', file.content).toString('base64')}</ds:DigestValue></asic:DataObjectReference>`,
  );
  return Buffer.from(
    `<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><asic:SigReference URI="${over}"/>${references.join('')}</asic:ASiCManifest>`,
  );
}

describe('containers of time stamps', () => {
  it('are told from signed ones, and must fit their file', async () => {
    const token = Buffer.from(await requestTimestamp(authority.timestamp, [content]));
    const make = (data: Buffer): Buffer =>
      writeZip([
        mimetype(ASIC_S),
        { name: 'a.txt', content: data },
        { name: 'META-INF/timestamp.tst', content: token },
      ]);
    const sound = await check(make(content));
    expect([sound.verdict, codes(sound)]).toEqual(['no-signature', ['only-timestamps']]);
    const broken = await check(make(Buffer.from('Piešķirt 900 EUR.')));
    expect([broken.verdict, codes(broken)]).toEqual(['reject', expect.arrayContaining(['timestamp-broken'])]);
  });

  it('cannot be told sound or broken without the certificate of the service', async () => {
    const token = await requestTimestamp(authority.timestamp, [content]);
    const [type, wrapped] = der.sequenceOf(der.readWhole(token));
    const fields = der.sequenceOf(der.childrenOf(wrapped!)[0]).filter(({ tag }) => tag !== der.contextTag(0));
    const bare = w.sequence(
      Buffer.from(der.rawOf(type!)),
      w.explicit(0, w.sequence(...fields.map((one) => Buffer.from(der.rawOf(one))))),
    );
    const make = (data: Buffer): Buffer =>
      writeZip([mimetype(ASIC_S), { name: 'a.txt', content: data }, { name: 'META-INF/timestamp.tst', content: bare }]);
    const open = await check(make(content));
    expect([open.verdict, codes(open)]).toEqual([
      'indeterminate',
      ['timestamp-certificate-missing', 'only-timestamps'],
    ]);
    expect((await check(make(Buffer.from('Piešķirt 900 EUR.')))).verdict).toBe('reject');
  });

  it('name their files in a manifest where these are several', async () => {
    const files = ['a.txt', 'b.txt'].map((name) => ({ name, content }));
    const listed = manifest('META-INF/timestamp.tst', files);
    const token = Buffer.from(await requestTimestamp(authority.timestamp, [listed]));
    const make = (...data: NewMember[]): Buffer =>
      writeZip([
        mimetype(ASIC_E),
        ...data,
        { name: 'META-INF/ASiCManifest.xml', content: listed },
        { name: 'META-INF/timestamp.tst', content: token },
      ]);
    const sound = await check(make(...files));
    expect([sound.verdict, codes(sound)]).toEqual(['no-signature', ['only-timestamps']]);
    const broken = await check(make(files[0]!, { name: 'b.txt', content: Buffer.from('900 EUR') }));
    expect([broken.verdict, codes(broken)]).toEqual(['reject', expect.arrayContaining(['timestamp-broken'])]);
  });

  it('prove when a CAdES signature of the container existed', async () => {
    const data = { name: 'a.txt', content };
    const signed = manifest('META-INF/signature001.p7s', [data]);
    const signedAttributes = writeSignedAttributes(person.certificate, digestOf('SHA-256', signed), {
      more: [attribute(OID.signingTime, w.time(new Date()))],
    });
    const signature = await person.sign({ toBeSigned: signedAttributes });
    const files = [
      data,
      { name: 'META-INF/ASiCManifest001.xml', content: signed },
      { name: 'META-INF/signature001.p7s', content: writeSignedData({ ...person, signedAttributes, signature }) },
    ];
    const archive = manifest('META-INF/timestamp001.tst', files);
    const token = Buffer.from(await requestTimestamp(authority.timestamp, [archive]));
    const make = (stamped: Buffer): Buffer =>
      writeZip([
        mimetype(ASIC_E),
        ...files,
        { name: 'META-INF/ASiCArchiveManifest001.xml', content: stamped },
        { name: 'META-INF/timestamp001.tst', content: token },
      ]);
    const { verdict, signatures } = await check(make(archive));
    expect([verdict, signatures[0]!.timestamps.map(({ kind, problem }) => [kind, problem])]).toEqual([
      'accept',
      [['archive', undefined]],
    ]);
    expect((await check(make(Buffer.concat([archive, Buffer.from(' ')])))).verdict).toBe('reject');
  });
});

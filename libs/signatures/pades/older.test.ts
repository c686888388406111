import { OID } from '../asn1/oids.ts';
import * as w from '../asn1/write.ts';
import { attribute, writeSignedData } from '../cms/build.ts';
import { digestOf } from '../crypto/verify.ts';
import { completePades, createDemoAuthority, preparePades, validate, type Issued, type Report } from '../index.ts';
import { makePdf } from '../testing/documents.ts';
import { itWith, judge } from '../testing/judges.ts';
import { resigned } from '../testing/resign.ts';
import { sign } from 'node:crypto';

const authority = createDemoAuthority();
const wish = { givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' };
const person = authority.issuePerson({ ...wish, key: 'RSA-2048' });
const check = (pdf: Uint8Array): Promise<Report> => validate(pdf, { trust: authority.anchors, offline: true });
const errors = ({ signatures }: Report): string[] => signatures.flatMap((one) => one.errors.map(({ code }) => code));
const as =
  (subFilter: string, more = '') =>
  (syntax: string) =>
    syntax.replace('/ETSI.CAdES.detached', `/${subFilter}${more}`);

/** CMS whose content is the digest of what is covered, or its value directly over that digest. */
const overDigest =
  (digest: 'SHA-1' | 'SHA-256' = 'SHA-1') =>
  async (covered: Buffer, key: Issued): Promise<Uint8Array> => {
    const content = digestOf(digest, covered);
    const attributes = w.setOf(
      attribute(OID.contentType, w.oid(OID.data)),
      attribute(OID.messageDigest, w.octets(digestOf('SHA-256', content))),
    );
    const signature = await key.sign({ toBeSigned: attributes });
    return writeSignedData({ ...key, signedAttributes: attributes, signature, content });
  };
const bare =
  (digest: string) =>
  async (covered: Buffer, key: Issued): Promise<Buffer> =>
    w.octets(sign(digest, covered, key.key));

let pdf: Uint8Array;
let certificates: string;
beforeAll(async () => {
  const prepared = preparePades(await makePdf(), { ...person, reserve: 6000 });
  pdf = await completePades(prepared.state, await person.sign(prepared));
  const chain = [person.certificate, ...person.chain].map((one) => `<${Buffer.from(one).toString('hex')}>`);
  certificates = ` /Cert [${chain.join(' ')}]`;
});

describe('kinds of PDF signature that the standard took out', () => {
  it('are verified and told from broken ones, but not accepted: adbe.pkcs7.sha1', async () => {
    const signed = await resigned(pdf, person, as('adbe.pkcs7.sha1'), overDigest());
    const report = await check(signed);
    expect([report.verdict, errors(report)]).toEqual([
      'indeterminate',
      ['sub-filter-deprecated', 'weak-algorithm-no-poe'],
    ]);
    expect(report.signatures[0]!).toMatchObject({ format: 'PKCS7-PDF', level: 'B', signer: { surname: 'Bērziņa' } });
    signed[300]! ^= 1;
    expect([(await check(signed)).verdict, errors(await check(signed))]).toEqual([
      'reject',
      expect.arrayContaining(['hash-mismatch']),
    ]);
    const otherDigest = await resigned(pdf, person, as('adbe.pkcs7.sha1'), overDigest('SHA-256'));
    expect((await check(otherDigest)).verdict).toBe('reject');
    const detached = await resigned(pdf, person, as('adbe.pkcs7.sha1'));
    expect((await check(detached)).verdict).toBe('reject');
    expect((await check(await resigned(pdf, person, as('adbe.pkcs7.detached'), overDigest()))).verdict).toBe('reject');
  });

  it.each(['sha1', 'sha256'])('are verified and told from broken ones: adbe.x509.rsa_sha1 with %s', async (digest) => {
    const rewrite = as('adbe.x509.rsa_sha1', certificates);
    const signed = await resigned(pdf, person, rewrite, bare(digest));
    const report = await check(signed);
    expect(report.verdict).toBe('indeterminate');
    expect(errors(report).filter((code) => code !== 'weak-algorithm-no-poe')).toEqual(['sub-filter-deprecated']);
    expect(report.signatures[0]!.signer!.surname).toBe('Bērziņa');
    signed[300]! ^= 1;
    expect(errors(await check(signed))).toContain('signature-value-wrong');
    const other = authority.issuePerson({ ...wish, key: 'RSA-2048' });
    expect((await check(await resigned(pdf, other, rewrite, bare(digest)))).verdict).toBe('reject');
    const padded = async (covered: Buffer, key: Issued) =>
      Buffer.concat([await bare(digest)(covered, key), Buffer.from([1])]);
    expect((await check(await resigned(pdf, person, rewrite, padded))).verdict).toBe('reject');
  });

  it('are rejected when nobody knows the kind', async () => {
    expect(errors(await check(await resigned(pdf, person, as('cits.veids'))))).toContain('sub-filter-refused');
  });

  itWith(['openssl', 'pdfsig'], 'are made and read likewise by other programs', async () => {
    const signed = await resigned(pdf, person, as('adbe.pkcs7.sha1'), async (covered, holder) => {
      const { key, certificates: chain } = holder.toPem();
      const files = { data: digestOf('SHA-1', covered), key, chain };
      const how = '-sign -binary -nodetach -md sha1 -in data -signer chain -inkey key -outform DER';
      const { output } = judge(files, 'sh', ['-c', `openssl cms ${how} 2>/dev/null | openssl base64`]);
      return Buffer.from(output, 'base64');
    });
    const report = await validate(signed, { trust: [authority.issuer], offline: true });
    expect([report.verdict, errors(report)]).toEqual([
      'indeterminate',
      ['sub-filter-deprecated', 'weak-algorithm-no-poe', 'weak-algorithm-no-poe'],
    ]);
    const { output } = judge({ 'a.pdf': signed }, 'pdfsig', ['-nocert', 'a.pdf']);
    expect(output).toContain('Signature Type: adbe.pkcs7.sha1');
    expect(output).toContain('Signature is Valid');
  });
});

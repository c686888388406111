import { memorySource } from '../container/source.ts';
import { readContent } from '../container/zip-content.ts';
import { readZip } from '../container/zip-read.ts';
import { writeZip } from '../container/zip-write.ts';
import { completeAsice, createDemoAuthority, prepareAsice, validate, type DataFile, type Report } from '../index.ts';
import { containerOf, signedAsOthers } from '../testing/xades.ts';
import { requestTimestamp } from '../timestamps/request.ts';
import { EXC_C14N } from './write.ts';

const authority = createDemoAuthority();
const person = authority.issuePerson({
  givenName: 'Līga',
  surname: 'Bērziņa',
  personalCode: '010180-12345',
  key: 'P-384',
});
const files: DataFile<Uint8Array>[] = [
  { name: 'lēmums 100%.txt', mediaType: 'text/plain', content: Buffer.from('Piešķirt 100 EUR.') },
  { name: 'tukša.txt', mediaType: 'text/plain', content: Buffer.alloc(0) },
];
const check = (bytes: Uint8Array): Promise<Report> => validate(bytes, { trust: authority.anchors, offline: true });
const codes = ({ signatures, container }: Report): string[] =>
  [...signatures.flatMap((one) => one.errors), ...container.errors].map(({ code }) => code);

/** Each way of writing is accepted as it was signed, and rejected when a signed byte of it changes. */
const producers: [string, (xml: string) => string][] = [
  ['C14N 1.0', (xml) => xml.replaceAll(EXC_C14N, 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315')],
  [
    'C14N 1.0 with comments',
    (xml) =>
      xml
        .replaceAll(EXC_C14N, 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments')
        .replace('<ds:SignedInfo>', '<ds:SignedInfo><!-- piezīme -->'),
  ],
  ['C14N 1.1', (xml) => xml.replaceAll(EXC_C14N, 'http://www.w3.org/2006/12/xml-c14n11')],
  ['C14N 1.1 with comments', (xml) => xml.replaceAll(EXC_C14N, 'http://www.w3.org/2006/12/xml-c14n11#WithComments')],
  ['exclusive with comments', (xml) => xml.replaceAll(EXC_C14N, `${EXC_C14N}WithComments`)],
  [
    'two canonical forms in one signature',
    (xml) =>
      xml.replace(
        `CanonicalizationMethod Algorithm="${EXC_C14N}"`,
        'CanonicalizationMethod Algorithm="http://www.w3.org/2006/12/xml-c14n11"',
      ),
  ],
  [
    'a comment that its canonical form leaves out',
    (xml) => xml.replace('<ds:SignedInfo>', '<ds:SignedInfo><!-- piezīme -->'),
  ],
  ['line ends and spaces between elements', (xml) => xml.replaceAll('><', '>\r\n  <')],
  ['a byte order mark', (xml) => `\uFEFF${xml}`],
  [
    'XAdES 1.2.2',
    (xml) =>
      xml
        .replaceAll('01903/v1.3.2#', '01903/v1.2.2#')
        .replace('01903#SignedProperties', '01903/v1.2.2#SignedProperties'),
  ],
  [
    'XAdES 1.1.1, which has digests of its own',
    (xml) =>
      xml
        .replaceAll('01903/v1.3.2#', '01903/v1.1.1#')
        .replace('01903#SignedProperties', '01903/v1.1.1#SignedProperties')
        .replace(/<xades:CertDigest>.*?<\/xades:CertDigest>/, (digest) => digest.replaceAll('ds:', 'xades:')),
  ],
  ['the namespace of its later additions', (xml) => xml.replaceAll('01903/v1.3.2#', '01903/v1.4.1#')],
  [
    'the version in the type of properties',
    (xml) => xml.replace('01903#SignedProperties', '01903/v1.3.2#SignedProperties'),
  ],
  [
    'an implied policy',
    (xml) =>
      xml.replace(
        '</xades:SignedSignatureProperties>',
        '<xades:SignaturePolicyIdentifier><xades:SignaturePolicyImplied/></xades:SignaturePolicyIdentifier></xades:SignedSignatureProperties>',
      ),
  ],
  [
    'other objects beside the properties',
    (xml) => xml.replace('<ds:Object>', '<ds:Object Id="o1"><x xmlns="urn:x"/></ds:Object><ds:Object>'),
  ],
  [
    'names that are not percent-encoded',
    (xml) => xml.replace(/URI="l%C4%93mums%20100%25.txt"/, 'URI="lēmums 100%.txt"'),
  ],
  [
    'spaces in names written as in web forms',
    (xml) => xml.replace(/URI="l%C4%93mums%20100%25.txt"/, 'URI="l%C4%93mums+100%25.txt"'),
  ],
  [
    'letters of names composed otherwise',
    (xml) => xml.replace(/URI="l%C4%93mums%20100%25.txt"/, 'URI="le%CC%84mums%20100%25.txt"'),
  ],
  ['names that begin with ./', (xml) => xml.replaceAll('URI="tuk', 'URI="./tuk')],
  ['its own prefixes', (xml) => xml.replaceAll('xades:', 'etsi:').replaceAll('xmlns:xades', 'xmlns:etsi')],
];

describe('containers of other producers', () => {
  it.each(producers)('are accepted with %s', async (_title, rewrite) => {
    const xml = await signedAsOthers(files, person, rewrite);
    const report = await check(containerOf(files, { 'META-INF/signatures0.xml': xml }));
    expect([report.verdict, codes(report)]).toEqual(['accept', []]);
    const changed = xml.replace(/SigningTime>\d{4}/, 'SigningTime>2020');
    expect((await check(containerOf(files, { 'META-INF/signatures0.xml': changed }))).verdict).toBe('reject');
  });

  it('are accepted under the names of Latvian e-documents, with the same Ids in two signature files', async () => {
    const xml = await signedAsOthers(files, person);
    const twice = { 'META-INF/edoc-signatures-S1.xml': xml, 'META-INF/edoc-signatures-S2.xml': xml };
    expect((await check(containerOf(files, twice))).verdict).toBe('accept');
  });

  it('say which policy a signature refers to', async () => {
    const policy =
      '<xades:SignaturePolicyIdentifier><xades:SignaturePolicyId><xades:SigPolicyId><xades:Identifier Qualifier="OIDAsURN">urn:oid:1.3.6.1.4.1.10015.1000.3.2.1</xades:Identifier></xades:SigPolicyId><xades:SigPolicyHash><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>AAAA</ds:DigestValue></xades:SigPolicyHash></xades:SignaturePolicyId></xades:SignaturePolicyIdentifier>';
    const xml = await signedAsOthers(files, person, (one) =>
      one.replace('</xades:SignedSignatureProperties>', `${policy}</xades:SignedSignatureProperties>`),
    );
    const { signatures } = await check(containerOf(files, { 'META-INF/signatures0.xml': xml }));
    expect(signatures[0]!.warnings).toContainEqual(
      expect.objectContaining({ code: 'policy-signature', detail: 'urn:oid:1.3.6.1.4.1.10015.1000.3.2.1' }),
    );
  });

  it('may have their data stamped before they were signed', async () => {
    const stampOver = async (pieces: Uint8Array[]): Promise<string> => {
      const token = Buffer.from(await requestTimestamp(authority.timestamp, pieces)).toString('base64');
      return `<xades:EncapsulatedTimeStamp>${token}</xades:EncapsulatedTimeStamp>`;
    };
    const [first, second] = files.map(({ content }) => content) as [Uint8Array, Uint8Array];
    const all = `<xades:AllDataObjectsTimeStamp>${await stampOver([first, second])}</xades:AllDataObjectsTimeStamp>`;
    const one = async (over: Uint8Array): Promise<string> =>
      `<xades:IndividualDataObjectsTimeStamp><xades:Include URI="#S0-ref-0" referencedData="true"/>${await stampOver([over])}</xades:IndividualDataObjectsTimeStamp>`;
    const signedWith = async (stamps: string) => {
      const xml = await signedAsOthers(files, person, (text) =>
        text.replace('</xades:SignedDataObjectProperties>', `${stamps}</xades:SignedDataObjectProperties>`),
      );
      return (await check(containerOf(files, { 'META-INF/signatures0.xml': xml }))).signatures[0]!;
    };
    const { verdict, level, timestamps } = await signedWith(all + (await one(first)));
    expect([verdict, level, timestamps.map(({ kind, problem }) => [kind, problem])]).toEqual([
      'accept',
      'B',
      [
        ['content', undefined],
        ['content', undefined],
      ],
    ]);
    expect((await signedWith(await one(Buffer.from('cits')))).errors).toContainEqual(
      expect.objectContaining({ code: 'timestamp-wrong-data' }),
    );
  });
});

describe('archive time stamps of XAdES 1.3.2', () => {
  it('count where they fit, and are said to be unchecked where they do not', async () => {
    const prepared = await prepareAsice(files, person);
    const services = { timestamp: authority.timestamp, fetcher: authority.fetcher };
    const made = await completeAsice(prepared.state, await person.sign(prepared), { level: 'LTA', ...services });
    const source = memorySource(made);
    const entry = (await readZip(source)).entries.find(({ name }) => name.includes('signatures'))!;
    const older = (await readContent(source, entry))
      .toString()
      .replaceAll('xades141:ArchiveTimeStamp', 'xades:ArchiveTimeStamp');
    const judged = async (xml: string) =>
      (await check(containerOf(files, { 'META-INF/signatures0.xml': xml }))).signatures[0]!;
    expect(await judged(older)).toMatchObject({ verdict: 'accept', level: 'LTA' });
    const token = Buffer.from(await requestTimestamp(authority.timestamp, [Buffer.from('cits')])).toString('base64');
    const [before, after] = older.split('<xades:ArchiveTimeStamp') as [string, string];
    const other = `${before}<xades:ArchiveTimeStamp${after.replace(/(EncapsulatedTimeStamp>)[^<]+/, `$1${token}`)}`;
    const { verdict, level, warnings } = await judged(other);
    expect([verdict, level, warnings.map(({ code }) => code)]).toEqual([
      'accept',
      'LT',
      expect.arrayContaining(['archive-timestamp-unchecked']),
    ]);
  });
});

describe('signatures that were made to deceive, and signed', () => {
  it.each<[string, (xml: string) => string, string]>([
    [
      'XPath over a file',
      (xml) => transformed(xml, 'http://www.w3.org/TR/1999/REC-xpath-19991116'),
      'reference-transform',
    ],
    [
      'XSLT over a file',
      (xml) => transformed(xml, 'http://www.w3.org/TR/1999/REC-xslt-19991116'),
      'reference-transform',
    ],
    [
      'base64 over a file',
      (xml) => transformed(xml, 'http://www.w3.org/2000/09/xmldsig#base64'),
      'reference-transform',
    ],
    ['canonicalisation of a file', (xml) => transformed(xml, EXC_C14N), 'reference-transform'],
    [
      'XPath over its properties',
      (xml) =>
        xml.replace(
          /(URI="#S0-properties"><ds:Transforms>)/,
          '$1<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/>',
        ),
      'reference-transform',
    ],
    ['a way out of the container', (xml) => xml.replace(/URI="tuk[^"]*"/, 'URI="..%2Ftuk.txt"'), 'reference-forbidden'],
    [
      'a way out behind a double encoding',
      (xml) => xml.replace(/URI="tuk[^"]*"/, 'URI="%252e%252e/tuk.txt"'),
      'signed-data-missing',
    ],
    ['an absolute name', (xml) => xml.replace(/URI="tuk[^"]*"/, 'URI="/etc/passwd"'), 'reference-forbidden'],
    [
      'a file twice',
      (xml) =>
        xml.replace(/(<ds:Reference Id="S0-ref-1".*?<\/ds:Reference>)/, (one) => one + one.replace('ref-1', 'ref-9')),
      'reference-repeated',
    ],
    ['an empty reference', (xml) => xml.replace(/URI="tuk[^"]*"/, 'URI=""'), 'reference-forbidden'],
    [
      'properties without a certificate',
      (xml) => xml.replace(/<xades:SigningCertificateV2>.*<\/xades:SigningCertificateV2>/, ''),
      'signing-certificate-unbound',
    ],
    [
      'an MD5 digest',
      (xml) =>
        xml.replace(
          /(<ds:Reference Id="S0-ref-1"[^>]*><ds:DigestMethod Algorithm=")[^"]+/,
          '$1http://www.w3.org/2001/04/xmldsig-more#md5',
        ),
      'hash-mismatch',
    ],
    [
      'an unknown digest',
      (xml) => xml.replace(/(<ds:Reference Id="S0-ref-1"[^>]*><ds:DigestMethod Algorithm=")[^"]+/, '$1urn:none'),
      'algorithm-unknown',
    ],
    [
      'a certificate of another',
      (xml) =>
        xml.replace(
          /<ds:X509Data>.*<\/ds:X509Data>/,
          `<ds:X509Data><ds:X509Certificate>${Buffer.from(other.certificate).toString('base64')}</ds:X509Certificate></ds:X509Data>`,
        ),
      'signing-certificate-mismatch',
    ],
    [
      'properties twice',
      (xml) =>
        xml.replace(
          /(<xades:SignedProperties .*<\/xades:SignedProperties>)/,
          (one) => one + one.replace('S0-properties', 'S0-more'),
        ),
      'xades-properties',
    ],
    ['no Id to aim at', (xml) => xml.replace('<ds:Signature Id="S0">', '<ds:Signature>'), 'xades-target'],
  ])('are rejected for %s', async (_title, rewrite, code) => {
    const xml = await signedAsOthers(files, person, rewrite);
    const report = await check(containerOf(files, { 'META-INF/signatures0.xml': xml }));
    expect([report.verdict, codes(report)]).toEqual(['reject', expect.arrayContaining([code])]);
  });

  it('stay open when the certificate is not enclosed', async () => {
    const xml = await signedAsOthers(files, person, (one) => one.replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, ''));
    const { verdict, signatures } = await check(containerOf(files, { 'META-INF/signatures0.xml': xml }));
    expect([verdict, signatures[0]!.subIndication]).toEqual(['indeterminate', 'NO_SIGNING_CERTIFICATE_FOUND']);
    const [first, ...rest] = files;
    const changed = [{ ...first!, content: Buffer.from('900 EUR') }, ...rest];
    expect((await check(containerOf(changed, { 'META-INF/signatures0.xml': xml }))).verdict).toBe('reject');
  });

  it('may be of the first editions of ASiC, and sign other files of META-INF', async () => {
    const meta = { name: 'META-INF/container.xml', mediaType: 'text/xml', content: Buffer.from('<a/>') };
    const both = [...files, meta];
    const early = (xml: string): string => xml.replace('02918/v1.2.1#', '2918/v1.2.1#');
    const xml = await signedAsOthers(both, person, early);
    const make = (content: Buffer): Buffer =>
      containerOf(files, { 'META-INF/signatures0.xml': xml }, [{ name: meta.name, content }]);
    expect((await check(make(meta.content))).verdict).toBe('accept');
    expect((await check(make(Buffer.from('<b/>')))).verdict).toBe('reject');
    expect((await check(containerOf(files, { 'META-INF/signatures0.xml': xml }))).verdict).toBe('reject');
  });

  it('may keep an evidence record, which is not examined; alone it is nobody’s signature', async () => {
    const record = [{ name: 'META-INF/evidencerecord.ers', content: Buffer.from('x') }];
    const signed = containerOf(files, { 'META-INF/signatures0.xml': await signedAsOthers(files, person) }, record);
    const { verdict, container } = await check(signed);
    expect([verdict, container.warnings.map(({ code }) => code)]).toEqual(['accept', ['evidence-record-unchecked']]);
    expect((await check(containerOf(files, {}, record))).verdict).toBe('no-signature');
  });

  it('are told from OpenDocument files, whose own signatures are not examined', async () => {
    const mimetype = {
      name: 'mimetype',
      content: Buffer.from('application/vnd.oasis.opendocument.text'),
      stored: true,
    };
    const body = { name: 'content.xml', content: Buffer.from('<a/>') };
    const signature = { name: 'META-INF/documentsignatures.xml', content: Buffer.from('<a/>') };
    expect((await check(writeZip([mimetype, body]))).verdict).toBe('no-signature');
    const report = await check(writeZip([mimetype, body, signature]));
    expect([report.verdict, codes(report)]).toEqual(['indeterminate', ['open-document-signature']]);
    const disguised = { name: 'META-INF/signatures0.xml', content: Buffer.from(await signedAsOthers(files, person)) };
    expect((await check(writeZip([mimetype, ...files, disguised]))).verdict).toBe('reject');
  });

  it('are rejected for a value in the wrong encoding', async () => {
    const xml = await signedAsOthers(files, person);
    const { ecdsaToDer } = await import('../crypto/verify.ts');
    const der = xml.replace(
      /(S0-value">)([^<]+)/,
      (_all, head: string, value: string) => head + ecdsaToDer(Buffer.from(value, 'base64')).toString('base64'),
    );
    expect(codes(await check(containerOf(files, { 'META-INF/signatures0.xml': der })))).toContain('ecdsa-encoding');
  });

  it('are rejected when the signed properties are moved away and others stand in their place', async () => {
    const xml = await signedAsOthers(files, person);
    const properties = /<xades:SignedProperties [\s\S]*<\/xades:SignedProperties>/.exec(xml)![0];
    const hostile = properties.replace(/SigningTime>\d{4}/, 'SigningTime>2020');
    for (const own of [hostile, hostile.replace('Id="S0-properties"', 'Id="S0-other"')]) {
      const wrapped = xml
        .replace(properties, own)
        .replace('</ds:Signature>', `<ds:Object>${properties}</ds:Object></ds:Signature>`);
      expect((await check(containerOf(files, { 'META-INF/signatures0.xml': wrapped }))).verdict).toBe('reject');
    }
  });
});

const other = authority.issuePerson({
  givenName: 'Cits',
  surname: 'Cilvēks',
  personalCode: '020280-12345',
  key: 'P-384',
});
const transformed = (xml: string, algorithm: string): string =>
  xml.replace(/(URI="tuk[^"]*">)/, `$1<ds:Transforms><ds:Transform Algorithm="${algorithm}"/></ds:Transforms>`);

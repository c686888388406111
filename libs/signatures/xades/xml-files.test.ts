import { digestOf } from '../crypto/verify.ts';
import { createDemoAuthority, validate } from '../index.ts';
import { itWith, judge } from '../testing/judges.ts';
import { signedAsOthers } from '../testing/xades.ts';
import { canonicalize, parseXml } from '../xml/tree.ts';
import { EXC_C14N } from './write.ts';

const authority = createDemoAuthority();
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const witness = authority.issuePerson({ givenName: 'Anna', surname: 'Lieciniece', personalCode: '020280-12345' });
const options = { trust: authority.anchors, offline: true };

const canonical = (xml: string): Buffer => {
  const { root, dispose } = parseXml(Buffer.from(xml));
  try {
    return canonicalize(root, EXC_C14N);
  } finally {
    dispose();
  }
};
const unwrapped = (xml: string): string =>
  xml.replace(/<\?xml[^>]*>\s*<asic:XAdESSignatures[^>]*>/, '').replace('</asic:XAdESSignatures>', '');
const namespaces = /xmlns:ds="[^"]+" xmlns:xades="[^"]+"/;

describe('XML with a signature in it', () => {
  it.each([
    ['elements', '<summa>100</summa>'],
    ['a processing instruction before the signature', '<?skats a?><summa>100</summa><?skats b?>'],
    ['texts of every kind', 'č <!-- piezīme --><![CDATA[<&]]><summa>100</summa>&#13;'],
  ])(
    'is accepted when the signature covers all of it, %s, and rejected when a word changes',
    async (_title, inside) => {
      const document = `<lemums xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#">${inside}</lemums>`;
      const files = [{ name: 'x', mediaType: 'text/xml', content: canonical(document) }];
      const enveloped = `<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><ds:Transform Algorithm="${EXC_C14N}"/></ds:Transforms>`;
      const rewrite = (xml: string): string =>
        document.replace('</lemums>', `${unwrapped(xml.replace('URI="x">', `URI="">${enveloped}`))}</lemums>`);
      const signed = await signedAsOthers(files, person, rewrite);
      expect((await validate(Buffer.from(signed), options)).signatures[0]).toMatchObject({
        verdict: 'accept',
        errors: [],
      });
      expect((await validate(Buffer.from(signed.replace('100', '900')), options)).verdict).toBe('reject');
      const unnamed = await signedAsOthers(files, person, (xml) => rewrite(xml).replace(' URI=""', ''));
      expect((await validate(Buffer.from(unnamed), options)).verdict).toBe('accept');
      expect((await validate(Buffer.from(unnamed.replace('100', '900')), options)).verdict).toBe('reject');
    },
  );

  it('may leave its signatures out in the words of other producers, but in no others', async () => {
    const document = `<lemums xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#"><summa>100</summa></lemums>`;
    const files = [{ name: 'x', mediaType: 'text/xml', content: canonical(document) }];
    const signedWith = (transform: string): Promise<string> =>
      signedAsOthers(files, person, (xml) =>
        document.replace(
          '</lemums>',
          `${unwrapped(xml.replace('URI="x">', `URI=""><ds:Transforms>${transform}<ds:Transform Algorithm="${EXC_C14N}"/></ds:Transforms>`))}</lemums>`,
        ),
      );
    const verdict = async (xml: string) => (await validate(Buffer.from(xml), options)).verdict;
    const xpath = (words: string): string =>
      `<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>${words}</ds:XPath></ds:Transform>`;
    const filter = `<ds:Transform Algorithm="http://www.w3.org/2002/06/xmldsig-filter2"><f:XPath xmlns:f="http://www.w3.org/2002/06/xmldsig-filter2" Filter="subtract">/descendant::ds:Signature</f:XPath></ds:Transform>`;
    for (const transform of [xpath('not(ancestor-or-self::ds:Signature)'), filter]) {
      const signed = await signedWith(transform);
      expect([await verdict(signed), await verdict(signed.replace('100', '900'))]).toEqual(['accept', 'reject']);
    }
    const hiding = await signedWith(xpath('not(ancestor-or-self::ds:Signature or ancestor-or-self::summa)'));
    expect(await verdict(hiding)).toBe('indeterminate');
  });

  it('is covered with what stands beside its root, comments apart', async () => {
    const root = `<lemums xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#"><summa>100</summa></lemums>`;
    const beside = `<?xml-stylesheet href="a.xsl"?>\n`;
    const files = [
      { name: 'x', mediaType: 'text/xml', content: Buffer.concat([Buffer.from(beside), canonical(root)]) },
    ];
    const enveloped = `<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><ds:Transform Algorithm="${EXC_C14N}WithComments"/></ds:Transforms>`;
    const signed = await signedAsOthers(
      files,
      person,
      (xml) =>
        beside +
        root
          .replace('<summa>', '<!-- eiro --><summa>')
          .replace('</lemums>', `${unwrapped(xml.replace('URI="x">', `URI="">${enveloped}`))}</lemums>`),
    );
    expect((await validate(Buffer.from(signed), options)).signatures[0]!.errors).toEqual([]);
    expect((await validate(Buffer.from(signed.replace('a.xsl', 'b.xsl')), options)).verdict).toBe('reject');
  });

  it('may sign a manifest, whose references are checked too', async () => {
    const data = Buffer.from('a');
    const reference = `<ds:Reference URI="a.txt"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod><ds:DigestValue>${digestOf('SHA-256', data).toString('base64')}</ds:DigestValue></ds:Reference>`;
    const manifest = `<ds:Manifest xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="m">${reference}</ds:Manifest>`;
    const files = [{ name: 'x', mediaType: 'text/xml', content: canonical(manifest) }];
    const signed = await signedAsOthers(files, person, (xml) =>
      xml
        .replace('URI="x">', `URI="#m"><ds:Transforms><ds:Transform Algorithm="${EXC_C14N}"/></ds:Transforms>`)
        .replace('<ds:Object>', `<ds:Object>${manifest}</ds:Object><ds:Object>`),
    );
    const judged = async (given?: Buffer) =>
      validate(Buffer.from(signed), { ...options, ...(given ? { data: given } : {}) });
    const { verdict, signatures } = await judged(data);
    expect([verdict, signatures[0]!.signedFiles]).toEqual(['accept', ['a.txt']]);
    expect((await judged(Buffer.from('b'))).verdict).toBe('reject');
    expect((await judged()).signatures[0]).toMatchObject({
      verdict: 'indeterminate',
      subIndication: 'SIGNED_DATA_NOT_FOUND',
    });
  });

  it('stays open when what it refers to is out of reach', async () => {
    const files = [{ name: 'x', mediaType: 'text/xml', content: Buffer.from('a') }];
    for (const uri of ['http://example.org/a.xml', '../a.xml', '#nekur']) {
      const signed = await signedAsOthers(files, person, (xml) => xml.replace('URI="x"', `URI="${uri}"`));
      const { verdict, signatures } = await validate(Buffer.from(signed), { ...options, data: files[0]!.content });
      expect([verdict, signatures[0]!.errors.map(({ code }) => code)]).toEqual([
        'indeterminate',
        ['signed-data-absent'],
      ]);
    }
  });

  itWith(
    ['xmlsec1'],
    'stays open without XAdES, as other programs sign it, and is rejected when a word changes',
    async () => {
      const template = `<lemums><summa>100</summa><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod Algorithm="${EXC_C14N}"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference URI=""><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><Transform Algorithm="${EXC_C14N}"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference></SignedInfo><SignatureValue/><KeyInfo><X509Data/></KeyInfo></Signature></lemums>`;
      const signer = authority.issuePerson({
        givenName: 'A',
        surname: 'B',
        personalCode: '010180-12345',
        key: 'RSA-2048',
      });
      const { key, certificates } = signer.toPem();
      const files = { 'a.xml': template, key, chain: certificates };
      const { output: signed } = judge(files, 'xmlsec1', ['--sign', '--privkey-pem', 'key,chain', 'a.xml']);
      const check = async (xml: string) => validate(Buffer.from(xml), { trust: [authority.issuer], offline: true });
      const { verdict, signatures } = await check(signed);
      expect([
        verdict,
        signatures[0]!.level,
        signatures[0]!.signer!.surname,
        signatures[0]!.errors.map(({ code }) => code),
      ]).toEqual(['indeterminate', null, 'B', ['plain-xmldsig']]);
      expect((await check(signed.replace('100', '900'))).verdict).toBe('reject');
      const anonymous = signed.replace(/<KeyInfo>[\s\S]*<\/KeyInfo>/, '');
      expect((await check(anonymous)).verdict).toBe('indeterminate');
    },
  );

  it('is rejected when its XAdES properties were cut away', async () => {
    const files = [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('a') }];
    const xml = (await signedAsOthers(files, person)).replace(/<ds:Object>[\s\S]*<\/ds:Object>/, '');
    expect((await validate(Buffer.from(xml), { ...options, data: files[0]!.content })).verdict).toBe('reject');
  });

  it('says when other parts of the document are not signed', async () => {
    const part = `<summa xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Id="s">100</summa>`;
    const files = [{ name: 'x', mediaType: 'text/xml', content: canonical(part) }];
    const nothing = '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>';
    const wrap = (more: string) => (xml: string) =>
      `<lemums>${part}${more}${unwrapped(xml.replace('URI="x">', `URI="#s"><ds:Transforms>${more && nothing}<ds:Transform Algorithm="${EXC_C14N}"/></ds:Transforms>`)).replace('<ds:Signature', `<ds:Signature ${namespaces.exec(part)![0]}`)}</lemums>`;
    for (const [more, isWhole] of [
      ['', true],
      ['<summa>900</summa>', false],
    ] as const) {
      const { signatures } = await validate(Buffer.from(await signedAsOthers(files, person, wrap(more))), options);
      expect([signatures[0]!.verdict, signatures[0]!.coversWholeDocument]).toEqual(['accept', isWhole]);
      expect(signatures[0]!.warnings.some(({ code }) => code === 'xml-partly-signed')).toBe(!isWhole);
    }
  });

  it('may be countersigned; a false countersignature does not touch the signature', async () => {
    const files = [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('a') }];
    const xml = await signedAsOthers(files, person);
    const declared = namespaces.exec(xml)![0];
    const value = /<ds:SignatureValue[\s\S]*<\/ds:SignatureValue>/.exec(xml)![0];
    const digested = canonical(value.replace('<ds:SignatureValue', `<ds:SignatureValue ${declared}`));
    const counter = await signedAsOthers([{ name: 'v', mediaType: 'text/xml', content: digested }], witness, (one) =>
      one
        .replaceAll(/(["#])S0/g, '$1C0')
        .replace('URI="v">', `URI="#S0-value"><ds:Transforms><ds:Transform Algorithm="${EXC_C14N}"/></ds:Transforms>`),
    );
    const put = (inner: string): string =>
      xml.replace(
        '</xades:QualifyingProperties>',
        `<xades:UnsignedProperties><xades:UnsignedSignatureProperties><xades:CounterSignature>${unwrapped(inner)}</xades:CounterSignature></xades:UnsignedSignatureProperties></xades:UnsignedProperties></xades:QualifyingProperties>`,
      );
    const judged = async (inner: string) =>
      (await validate(Buffer.from(put(inner)), { ...options, data: files[0]!.content })).signatures[0]!;
    const right = await judged(counter);
    expect([
      right.verdict,
      right.counterSignatures?.[0]?.signer?.surname,
      right.counterSignatures?.[0]?.errors,
    ]).toEqual(['accept', 'Lieciniece', []]);
    const wrong = await judged(counter.replace(/SigningTime>\d{4}/, 'SigningTime>2020'));
    expect([wrong.verdict, wrong.counterSignatures?.[0]?.verdict]).toEqual(['accept', 'reject']);
  });
});

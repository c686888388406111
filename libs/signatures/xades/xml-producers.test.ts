import { createDemoAuthority, validate } from '../index.ts';
import { signedAsOthers } from '../testing/xades.ts';
import { EXC_C14N } from './write.ts';

const authority = createDemoAuthority();
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const judged = async (xml: Buffer | string) => {
  const { verdict, signatures } = await validate(Buffer.from(xml), { trust: authority.anchors, offline: true });
  return [verdict, signatures[0]?.errors.map(({ code }) => code)];
};
const file = (content: string) => [{ name: 'x', mediaType: 'text/xml', content: Buffer.from(content) }];
const unwrapped = (xml: string): string =>
  xml.replace(/<\?xml[^>]*>\s*<asic:XAdESSignatures[^>]*>/, '').replace('</asic:XAdESSignatures>', '');
const c14n = `<ds:Transform Algorithm="${EXC_C14N}"/>`;

describe('signed XML of other producers', () => {
  it('may be in another encoding in which ASCII is ASCII', async () => {
    const root = (more: string): string =>
      `<lemums xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#"><kam>Jānis</kam>${more}</lemums>`;
    const transforms = `<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>${c14n}</ds:Transforms>`;
    const content = '<lemums><kam>Jānis</kam></lemums>';
    const signed = await signedAsOthers(file(content), person, (xml) =>
      root(unwrapped(xml.replace('URI="x">', `URI="">${transforms}`))),
    );
    const baltic = (encoding: string): Buffer =>
      Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>${signed.replaceAll('ā', '\u00e2')}`, 'latin1');
    for (const encoding of ['windows-1257', 'ISO-8859-13'])
      expect(await judged(baltic(encoding))).toEqual(['accept', []]);
    expect((await judged(baltic('ISO-8859-1')))[0]).toBe('reject');
    expect((await judged(baltic('UTF-7')))[0]).toBe('reject');
  });

  it('may carry texts as long as some revocation lists are, but is not nested without end', async () => {
    const long = `<xades:UnsignedProperties><xades:UnsignedSignatureProperties><x>${'QUJD'.repeat(3_000_000)}</x></xades:UnsignedSignatureProperties></xades:UnsignedProperties></xades:QualifyingProperties>`;
    const signed = await signedAsOthers(file('a'), person);
    const judgedOverA = async (xml: string) =>
      (await validate(Buffer.from(xml), { trust: authority.anchors, offline: true, data: Buffer.from('a') })).verdict;
    expect(await judgedOverA(signed.replace('</xades:QualifyingProperties>', long))).toBe('accept');
    const deep = `${'<x>'.repeat(1000)}${'</x>'.repeat(1000)}</xades:QualifyingProperties>`;
    expect(await judgedOverA(signed.replace('</xades:QualifyingProperties>', deep))).toBe('reject');
  });

  it('may leave out signatures by the name as it is written (Belgium)', async () => {
    const filtered = `<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2002/06/xmldsig-filter2"><f:XPath xmlns:f="http://www.w3.org/2002/06/xmldsig-filter2" Filter="subtract">/descendant::*[name()='ds:Signature']</f:XPath></ds:Transform>${c14n}</ds:Transforms>`;
    const content = '<lemums><summa>100</summa></lemums>';
    const signed = await signedAsOthers(file(content), person, (xml) =>
      content
        .replace(
          '<lemums',
          '<lemums xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#"',
        )
        .replace('</lemums>', `${unwrapped(xml.replace('URI="x">', `URI="">${filtered}`))}</lemums>`),
    );
    expect(await judged(signed)).toEqual(['accept', []]);
    expect(await judged(signed.replace('100', '900'))).toEqual(['reject', ['hash-mismatch']]);
  });

  const path = 'xades:QualifyingProperties/xades:SignedProperties';
  const pointer = `URI="#xmlns(xades=http://uri.etsi.org/01903/v1.3.2%23)%20xpointer(id('p')/child::${path.replace('/', '/child::')})"><ds:Transforms>`;
  const filter = (words: string): string =>
    `<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2002/06/xmldsig-filter2"><f:XPath xmlns:f="http://www.w3.org/2002/06/xmldsig-filter2" Filter="intersect">${words}</f:XPath></ds:Transform>`;
  it.each([
    ['a filter on their identifiers', `URI="#p">${filter(`id('p')/${path}`)}`],
    ['a filter on the document', `URI="">${filter(`//*[@Id='p']/${path}`)}`],
    ['an XPointer', pointer],
  ])('may pick the parts that it signs by %s (Austria)', async (_title, toProperties) => {
    const object = '<ds:Object Id="d">Maksāt <x xmlns="urn:x">100</x></ds:Object>';
    const signed = await signedAsOthers(file('Maksāt <x xmlns="urn:x">100</x>'), person, (xml) =>
      xml
        .replace('URI="x">', `URI="#d">${filter('id("d")/node()')}${c14n}</ds:Transforms>`)
        .replace('URI="#S0-properties"><ds:Transforms>', toProperties)
        .replace('<ds:Object>', `${object}<ds:Object Id="p">`),
    );
    expect(await judged(signed)).toEqual(['accept', []]);
    expect(await judged(signed.replace('>100<', '>900<'))).toEqual(['reject', ['hash-mismatch']]);
    expect((await judged(signed.replace(/SigningTime>\d{4}/, 'SigningTime>2020')))[0]).toBe('reject');
    expect((await judged(signed.replaceAll('"p"', '"q"')))[0]).toBe('reject');
  });

  it('may state the parameters of RSASSA-PSS beside its name (RFC 9231 §2.3.10)', async () => {
    const key = authority.issuePerson({
      givenName: 'Jānis',
      surname: 'Kalns',
      personalCode: '020280-12345',
      key: 'RSA-2048',
    });
    const algorithm = { scheme: 'RSA-PSS', digest: 'SHA-256' } as const;
    const pss: typeof key = { ...key, algorithm, sign: ({ toBeSigned }) => key.sign({ toBeSigned, algorithm }) };
    const stating = (parameters: string) =>
      signedAsOthers(file('a'), pss, (xml) =>
        xml.replace(
          /<ds:SignatureMethod Algorithm="[^"]*"\/>/,
          `<ds:SignatureMethod Algorithm="http://www.w3.org/2007/05/xmldsig-more#rsa-pss"><p:RSAPSSParams xmlns:p="http://www.w3.org/2007/05/xmldsig-more#">${parameters}</p:RSAPSSParams></ds:SignatureMethod>`,
        ),
      );
    const verdictOf = async (parameters: string) => {
      const report = await validate(Buffer.from(await stating(parameters)), {
        trust: authority.anchors,
        offline: true,
        data: Buffer.from('a'),
      });
      return [report.verdict, report.signatures[0]!.errors.map(({ code }) => code)];
    };
    expect(await verdictOf('')).toEqual(['accept', []]);
    expect(await verdictOf('<p:SaltLength>32</p:SaltLength><p:TrailerField>1</p:TrailerField>')).toEqual([
      'accept',
      [],
    ]);
    expect(await verdictOf('<p:SaltLength>20</p:SaltLength>')).toEqual(['reject', ['signature-value-wrong']]);
    expect(await verdictOf('<p:TrailerField>2</p:TrailerField>')).toEqual(['reject', ['algorithm-unknown']]);
  });
});

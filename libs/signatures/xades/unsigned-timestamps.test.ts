import { digestOf } from '../crypto/verify.ts';
import { createDemoAuthority, requestTimestamp, validate, type DataFile, type SignatureReport } from '../index.ts';
import { containerOf, signedAsOthers } from '../testing/xades.ts';
import { canonicalize, C14N_10, deep, NS, parseXml, type Element } from '../xml/tree.ts';
import { insertUnsigned } from './insert.ts';
import { EXC_C14N, writeTimestamp } from './write.ts';

let clock = new Date('2026-02-01T10:00:00Z');
const later = (): void => void (clock = new Date(clock.getTime() + 3_600_000));
const authority = createDemoAuthority({ now: () => clock, notBefore: new Date('2026-01-01T00:00:00Z') });
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const files: DataFile<Uint8Array>[] = [
  { name: 'lemums.txt', mediaType: 'text/plain', content: Buffer.from('Piešķirt 100 EUR.') },
];

type Pick = (root: Element) => Element[];
const named =
  (...names: Parameters<typeof deep>[1][]): Pick =>
  (root) =>
    names.flatMap((name) => deep(root, name));

/** Canonical forms of elements, one behind the other. */
function written(xml: string, pick: Pick, algorithm: string = EXC_C14N): Buffer {
  const { root, dispose } = parseXml(Buffer.from(xml));
  try {
    return Buffer.concat(pick(root).map((one) => canonicalize(one, algorithm)));
  } finally {
    dispose();
  }
}

/** Two objects beside the properties: the first is signed, by a reference without a transform. */
const objects = '<ds:Object Id="o1"><x xmlns="urn:x"/></ds:Object><ds:Object Id="o2"><y xmlns="urn:y"/></ds:Object>';
function withObjects(xml: string): string {
  const whole = xml.replace('<ds:Object>', `${objects}<ds:Object>`);
  const digest = digestOf(
    'SHA-256',
    written(whole, (root) => deep(root, 'ds:Object').slice(0, 1), C14N_10),
  );
  const reference = `<ds:Reference URI="#o1"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>${digest.toString('base64')}</ds:DigestValue></ds:Reference>`;
  return whole.replace('</ds:SignedInfo>', `${reference}</ds:SignedInfo>`);
}

let signed: string;
beforeAll(async () => {
  const bare = await signedAsOthers(files, person, withObjects);
  const value = written(bare, named('ds:SignatureValue'));
  const crl = Buffer.from(await authority.fetcher('http://demo.aprite.invalid/crl/issuing')).toString('base64');
  const stamp = writeTimestamp('SignatureTimeStamp', await requestTimestamp(authority.timestamp, [value]));
  const references = `<xades:CompleteCertificateRefs Id="c1"/><xades:CompleteRevocationRefs Id="r1"/><xades141:CompleteCertificateRefsV2 xmlns:xades141="${NS.xades141}" Id="c2"/>`;
  const values = `<xades:RevocationValues Id="v1"><xades:CRLValues><xades:EncapsulatedCRLValue>${crl}</xades:EncapsulatedCRLValue></xades:CRLValues></xades:RevocationValues>`;
  signed = insertUnsigned(bare, 0, stamp.replace('>', ' Id="s1">') + references + values);
  later();
});

const prefixed = (name: string): string => `${name} xmlns:xades="${NS.xades}" xmlns:xades141="${NS.xades141}"`;

/** `signed` with a time stamp more, over these bytes. */
async function stamped(name: string, covered: Uint8Array[], includes: string[] = [], xml = signed): Promise<string> {
  const token = await requestTimestamp(authority.timestamp, covered);
  const included = includes.map((id) => `<xades:Include URI="#${id}"/>`).join('');
  const method = `<ds:CanonicalizationMethod Algorithm="${EXC_C14N}"/>`;
  const encapsulated = `<xades:EncapsulatedTimeStamp>${Buffer.from(token).toString('base64')}</xades:EncapsulatedTimeStamp>`;
  return insertUnsigned(xml, 0, `<${prefixed(name)}>${included}${method}${encapsulated}</${name}>`);
}

async function judged(xml: string): Promise<SignatureReport> {
  const container = containerOf(files, { 'META-INF/signatures0.xml': xml });
  return (await validate(container, { trust: authority.anchors, offline: true, at: clock })).signatures[0]!;
}
const outcome = ({ verdict, level, errors, warnings }: SignatureReport): unknown => [
  verdict,
  level,
  errors.map(({ code }) => code),
  warnings.map(({ code }) => code).filter((code) => /^(?:archive|reference)-timestamp/.test(code)),
];

const archive = 'xades141:ArchiveTimeStamp';
const properties: Pick = (root) => deep(root, 'xades:UnsignedSignatureProperties')[0]!.children;
const byId =
  (...ids: string[]): Pick =>
  (root) =>
    ids.flatMap((id) => properties(root).filter((one) => one.attributes.get('Id') === id));
/** The parts of an archive time stamp, with the objects of these Ids. */
const parts = (unsigned: Pick, others: string[], xml = signed): Buffer[] => {
  const object = (root: Element): Element[] =>
    deep(root, 'ds:Object').filter((one) => others.includes(one.attributes.get('Id') ?? ''));
  const first = (root: Element): Element[] => deep(root, 'ds:Object').slice(0, 1);
  return [
    Buffer.from(files[0]!.content),
    written(xml, named('xades:SignedProperties')),
    written(xml, first),
    written(xml, named('ds:SignedInfo', 'ds:SignatureValue', 'ds:KeyInfo')),
    written(xml, unsigned),
    written(xml, object),
  ];
};
const holds = ['accept', 'LTA', [], []];

describe('ArchiveTimeStamp', () => {
  it('takes what no transform made into octets in its own canonical form', async () => {
    const xml = await stamped(archive, parts(properties, ['o1', 'o2']));
    expect(outcome(await judged(xml))).toEqual(holds);
    const other = parts(properties, ['o1', 'o2']).with(
      2,
      written(signed, (root) => deep(root, 'ds:Object').slice(0, 1), C14N_10),
    );
    expect(outcome(await judged(await stamped(archive, other)))).toEqual([
      'reject',
      'LTA',
      ['timestamp-wrong-data'],
      [],
    ]);
  });

  it('that is distributed is over the properties that it includes, in that order', async () => {
    const order = ['v1', 'c2', 'r1', 'c1', 's1'];
    const covered = parts(byId(...order), ['o1', 'o2']);
    expect(outcome(await judged(await stamped(archive, covered, order)))).toEqual(holds);
    const another = await stamped(archive, covered, order.toReversed());
    expect(outcome(await judged(another))).toEqual(['reject', 'LTA', ['timestamp-wrong-data'], []]);
  });

  it('must include all that stands before it, and nothing but properties', async () => {
    for (const ids of [
      ['v1', 'c2', 'r1', 'c1'],
      ['v1', 'c2', 'r1', 'c1', 's1', 'o1'],
      ['v1', 'c2', 'r1', 'c1', 's1', 'x'],
    ]) {
      const xml = await stamped(archive, parts(byId(...ids), ['o1', 'o2']), ids);
      expect(outcome(await judged(xml))).toEqual(['reject', 'LT', ['archive-index'], []]);
    }
  });

  it('of XAdES 1.3.2 leaves out objects that are signed; one that is over them too is read as well', async () => {
    for (const others of [['o2'], ['o1', 'o2']]) {
      const xml = await stamped('xades:ArchiveTimeStamp', parts(properties, others));
      expect(outcome(await judged(xml))).toEqual(holds);
    }
    const unfit = await stamped('xades:ArchiveTimeStamp', parts(properties, ['o1']));
    expect(outcome(await judged(unfit))).toEqual(['accept', 'LT', [], ['archive-timestamp-unchecked']]);
  });

  it('of XAdES 1.3.2 may be distributed', async () => {
    const ids = ['s1', 'c1', 'r1', 'c2', 'v1'];
    const covered = parts(byId(...ids), ['o2']);
    expect(outcome(await judged(await stamped('xades:ArchiveTimeStamp', covered, ids)))).toEqual(holds);
    const incomplete = await stamped('xades:ArchiveTimeStamp', covered, ids.slice(1));
    expect(outcome(await judged(incomplete))).toEqual(['accept', 'LT', [], ['archive-timestamp-unchecked']]);
  });
});

describe.each([
  ['xades:SigAndRefsTimeStamp', ['s1', 'c1', 'r1'], 'signature'],
  ['xades141:SigAndRefsTimeStampV2', ['s1', 'r1', 'c2'], 'signature'],
  ['xades:RefsOnlyTimeStamp', ['c1', 'r1'], 'references'],
  ['xades141:RefsOnlyTimeStampV2', ['r1', 'c2'], 'references'],
])('%s', (name, ids, kind) => {
  const value = (): Buffer[] => (kind === 'signature' ? [written(signed, named('ds:SignatureValue'))] : []);
  const open = ['accept', 'LT', [], ['reference-timestamp-open']];

  it('is over the references that stand before it, or that it includes', async () => {
    for (const [order, includes] of [
      [ids, []],
      [ids.toReversed(), ids.toReversed()],
    ]) {
      const report = await judged(await stamped(name, [...value(), written(signed, byId(...order!))], includes));
      expect(outcome(report)).toEqual(['accept', 'LT', [], []]);
      expect(report.timestamps.map(({ kind: one, problem }) => [one, problem])).toEqual([
        ['signature', undefined],
        [kind, undefined],
      ]);
    }
  });

  it('proves nothing when it is over anything else, and the signature does not depend on it', async () => {
    expect(outcome(await judged(await stamped(name, [Buffer.from('cits')])))).toEqual(open);
    const fewer = written(signed, byId(...ids.slice(1)));
    expect(outcome(await judged(await stamped(name, [...value(), fewer])))).toEqual(open);
    expect(outcome(await judged(await stamped(name, [...value(), fewer], ids.slice(1))))).toEqual(open);
  });
});

describe('the proven time', () => {
  const without = (xml: string, name: string): string => xml.replace(new RegExp(`<${name}[ >].*?</${name}>`, 's'), '');

  it('is that of a time stamp over signature and references where there is no other, and none of references alone', async () => {
    const bare = without(signed, 'xades:SignatureTimeStamp');
    const value = written(bare, named('ds:SignatureValue'));
    const references = written(bare, byId('c1', 'r1'));
    const whole = await judged(await stamped('xades:SigAndRefsTimeStamp', [value, references], [], bare));
    expect([whole.verdict, whole.level, whole.bestSignatureTime]).toEqual(['accept', 'LT', clock.toISOString()]);
    const alone = await judged(await stamped('xades:RefsOnlyTimeStamp', [references], [], bare));
    expect([alone.verdict, alone.level]).toEqual(['accept', 'B']);
  });
});

import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import * as w from '../asn1/write.ts';
import { attribute, writeSignedAttributes, writeSignedData } from '../cms/build.ts';
import { ASIC_S } from '../container/asic.ts';
import { writeZip } from '../container/zip-write.ts';
import { digestOf } from '../crypto/verify.ts';
import { createDemoAuthority, requestTimestamp, validate, type SignatureReport } from '../index.ts';
import { writeCrl } from '../testing/responders.ts';

let clock = new Date('2026-02-01T10:00:00Z');
const later = (days: number): void => void (clock = new Date(clock.getTime() + days * 86_400_000));
const authority = createDemoAuthority({ now: () => clock, notBefore: new Date('2026-01-01T00:00:00Z') });
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const content = Buffer.from('Piešķirt 100 EUR.');
const stamped = (type: string, covered: Uint8Array[]): Promise<Buffer> =>
  requestTimestamp(authority.timestamp, covered).then((token) => attribute(type, token));

let signedAttributes: Buffer;
let signature: Uint8Array;
let stamp: Buffer;
/** References need not lead anywhere to be stamped. */
const references = [
  attribute(OID.certificateReferences, w.sequence(w.sequence(w.octets(digestOf('SHA-1', content))))),
  attribute(OID.revocationReferences, w.sequence(w.sequence())),
];
let revocation: Buffer;

beforeAll(async () => {
  signedAttributes = writeSignedAttributes(person.certificate, digestOf('SHA-256', content), {
    more: [attribute(OID.signingTime, w.time(clock))],
  });
  signature = await person.sign({ toBeSigned: signedAttributes });
  stamp = await stamped(OID.signatureTimeStamp, [signature]);
  later(1);
  const crl = writeCrl(authority.holders.issuing, clock, new Map());
  revocation = attribute(OID.revocationValues, w.sequence(w.explicit(0, w.sequence(crl))));
  later(1);
});

const write = (unsigned: Uint8Array[], isEnclosed = true): Buffer =>
  writeSignedData({ ...person, signedAttributes, signature, unsigned, ...(isEnclosed ? { content } : {}) });

/** What the standard lists, put together from a structure as it is now. */
function covered(cms: Buffer, { external = [] as Uint8Array[], withSet = true } = {}): Uint8Array[] {
  const [, wrapped] = der.sequenceOf(der.readWhole(cms));
  const [, , encapsulated, certificates, signers] = der.sequenceOf(der.childrenOf(wrapped!)[0]);
  const fields = der.sequenceOf(der.setOf(signers)[0]);
  const unsigned = withSet ? der.rawOf(fields[6]!) : der.bodyOf(fields[6]!);
  return [
    der.rawOf(encapsulated!),
    ...external,
    der.rawOf(certificates!),
    ...fields.slice(0, 6).map(der.rawOf),
    unsigned,
  ];
}

async function judged(cms: Uint8Array, { at = clock, data = content } = {}): Promise<SignatureReport> {
  const { signatures } = await validate(cms, { trust: authority.anchors, offline: true, at, data });
  return signatures[0]!;
}
const verdictOf = ({ verdict, level, errors }: SignatureReport): unknown => [
  verdict,
  level,
  errors.map(({ code }) => code),
];
const wrong = ['timestamp-wrong-data'];

describe('archive-time-stamp-v2', () => {
  it.each([true, false])(
    'holds, with the tag and length of the set of attributes covered or not: %s',
    async (withSet) => {
      const before = write([stamp, revocation]);
      const archive = await stamped(OID.archiveTimeStampV2, covered(before, { withSet }));
      const report = await judged(write([stamp, revocation, archive]));
      expect(verdictOf(report)).toEqual(['accept', 'LTA', []]);
      expect(report.timestamps.map(({ kind, problem }) => [kind, problem])).toEqual([
        ['signature', undefined],
        ['archive', undefined],
      ]);
    },
  );

  it('proves the time of a signature whose certificate has ended since', async () => {
    const bare = write([revocation]);
    const archive = await stamped(OID.archiveTimeStampV2, [...covered(bare)]);
    const at = new Date('2031-01-01T00:00:00Z');
    const report = await judged(write([revocation, archive]), { at });
    expect([report.verdict, report.bestSignatureTime]).toEqual(['accept', clock.toISOString()]);
    expect((await judged(bare, { at })).verdict).toBe('indeterminate');
  });

  it('does not hold when an attribute that it covers is gone, or another has come', async () => {
    const archive = await stamped(OID.archiveTimeStampV2, covered(write([stamp, revocation])));
    for (const others of [[stamp], [revocation], [stamp, revocation, references[0]!]])
      expect(verdictOf(await judged(write([...others, archive])))).toEqual(['reject', expect.anything(), wrong]);
  });

  it('does not hold over other certificates', async () => {
    const archive = await stamped(OID.archiveTimeStampV2, covered(write([stamp, revocation])));
    const parts = { ...person, chain: person.chain.slice(0, 1), signedAttributes, signature, content };
    const cms = writeSignedData({ ...parts, unsigned: [stamp, revocation, archive] });
    expect(verdictOf(await judged(cms))).toEqual(['reject', 'LTA', wrong]);
  });

  it('covers earlier ones, and these stay covered wherever in the set they stand', async () => {
    const first = await stamped(OID.archiveTimeStampV2, covered(write([stamp, revocation])));
    later(1);
    const second = await stamped(OID.archiveTimeStampV2, covered(write([stamp, revocation, first])));
    expect(verdictOf(await judged(write([stamp, revocation, first, second])))).toEqual(['accept', 'LTA', []]);
    expect(verdictOf(await judged(write([stamp, revocation, second])))).toEqual(['reject', 'LTA', wrong]);
  });

  it('is over the detached content behind the structure that names it', async () => {
    const before = write([stamp, revocation], false);
    for (const [external, expected] of [
      [[content], ['accept', 'LTA', []]],
      [[], ['reject', 'LTA', wrong]],
      [[Buffer.from('Piešķirt 900 EUR.')], ['reject', 'LTA', wrong]],
    ] as const) {
      const archive = await stamped(OID.archiveTimeStampV2, covered(before, { external: [...external] }));
      const cms = write([stamp, revocation, archive], false);
      expect(verdictOf(await judged(cms))).toEqual(expected);
      const container = writeZip([
        { name: 'mimetype', content: Buffer.from(ASIC_S), stored: true },
        { name: 'lemums.txt', content },
        { name: 'META-INF/signature.p7s', content: cms },
      ]);
      expect(verdictOf(await judged(container))).toEqual(expected);
    }
  });

  it('is read in its first version where that means the same, and proves nothing where not', async () => {
    const before = write([stamp, revocation]);
    const same = await stamped(OID.archiveTimeStamp, covered(before));
    expect(verdictOf(await judged(write([stamp, revocation, same])))).toEqual(['accept', 'LTA', []]);
    const other = await stamped(OID.archiveTimeStamp, [content, signature]);
    const report = await judged(write([stamp, revocation, other]));
    expect(verdictOf(report)).toEqual(['accept', 'LT', []]);
    expect(report.warnings.map(({ code }) => code)).toContain('archive-timestamp-unchecked');
  });

  it('rejects when it cannot be read', async () => {
    const broken = attribute(OID.archiveTimeStampV2, w.sequence(w.integer(1)));
    expect(verdictOf(await judged(write([stamp, broken])))).toEqual(['reject', 'T', ['timestamp-unreadable']]);
  });
});

describe('time stamps over references', () => {
  const bodies = (...attributes: Uint8Array[]): Uint8Array[] => attributes.map((one) => der.bodyOf(der.readWhole(one)));

  it('of type 1 prove the signature’s time by themselves', async () => {
    const esc = await stamped(OID.escTimeStamp, [signature, ...bodies(stamp, ...references)]);
    const report = await judged(write([stamp, ...references, esc]));
    expect(verdictOf(report)).toEqual(['accept', 'T', []]);
    expect(report.timestamps.map(({ kind, problem }) => [kind, problem])).toEqual([
      ['signature', undefined],
      ['signature', undefined],
    ]);
    const alone = await stamped(OID.escTimeStamp, [signature, ...bodies(...references)]);
    expect((await judged(write([...references, alone]))).bestSignatureTime).toBe(clock.toISOString());
  });

  it('of type 2 are over the references alone and prove no time of the signature', async () => {
    const type2 = await stamped(OID.certCrlTimeStamp, bodies(...references));
    const report = await judged(write([...references, type2]));
    expect(verdictOf(report)).toEqual(['accept', 'B', []]);
    expect(report.timestamps).toMatchObject([{ kind: 'references', time: clock.toISOString() }]);
    expect(report.timestamps[0]!.problem).toBeUndefined();
  });

  it('prove nothing when they do not fit, and the signature does not depend on them', async () => {
    const foreign = [signature, Buffer.from('cits')];
    for (const type of [OID.escTimeStamp, OID.certCrlTimeStamp]) {
      const report = await judged(write([...references, await stamped(type, foreign)]));
      expect(verdictOf(report)).toEqual(['accept', 'B', []]);
      expect(report.timestamps[0]!.problem?.code).toBe('timestamp-wrong-data');
      expect(report.warnings.map(({ code }) => code)).toContain('reference-timestamp-open');
    }
  });

  it('of type 2 does not carry older time stamps over the end of their certificates', async () => {
    const old = createDemoAuthority({
      now: () => clock,
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2027-01-01T00:00:00Z'),
    });
    const former = attribute(OID.signatureTimeStamp, await requestTimestamp(old.timestamp, [signature]));
    later(1);
    const type2 = await stamped(OID.certCrlTimeStamp, bodies(...references));
    const trust = [...authority.anchors, ...old.anchors];
    const at = new Date('2027-06-01T00:00:00Z');
    const { signatures } = await validate(write([former, ...references, type2]), { trust, offline: true, at });
    expect(verdictOf(signatures[0]!)).toEqual(['indeterminate', 'T', ['timestamp-expired']]);
  });
});

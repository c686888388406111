import fc from 'fast-check';
import { readWhole, readElement, readInteger, readOid, isDer } from './asn1/der.ts';
import { integer, oid, octets, sequence } from './asn1/write.ts';
import {
  completeAsice,
  completePades,
  createDemoAuthority,
  prepareAsice,
  preparePades,
  readCertificate,
  readTrustedList,
  requestTimestamp,
  validate,
} from './index.ts';
import { memorySource } from './container/source.ts';
import { readContent } from './container/zip-content.ts';
import { readZip } from './container/zip-read.ts';
import { writeZip } from './container/zip-write.ts';
import { readSignedData } from './cms/signed-data.ts';
import { ecdsaToDer, ecdsaToRaw } from './crypto/verify.ts';
import { readValue } from './pdf/lexer.ts';
import { sameValue } from './pdf/equal.ts';
import { writeValue } from './pdf/write.ts';
import type { PdfValue } from './pdf/values.ts';
import { makePdf } from './testing/documents.ts';
import { resigned } from './testing/resign.ts';
import { writeTrustedList } from './testing/trusted-list.ts';
import { readToken } from './timestamps/token.ts';
import { readCrl } from './x509/crl.ts';
import { readOcsp, writeOcspRequest } from './x509/ocsp.ts';

const authority = createDemoAuthority();
const person = authority.issuePerson({ givenName: 'A', surname: 'B', personalCode: '010180-12345' });
const services = { timestamp: authority.timestamp, fetcher: authority.fetcher };
const options = { trust: authority.anchors, offline: true };
const trustedList = writeTrustedList(
  { services: [{ certificate: authority.issuer, type: 'CA/QC' }] },
  createDemoAuthority({ key: 'P-256' }).holders.root,
);
const files = [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('Piešķirt 100 EUR.') }];

let pdf: Buffer;
let repaired: Buffer;
let hole: [number, number];
let container: Buffer;
let signatureXml: string;
const evidence = new Map<string, { bytes: Uint8Array; read: (bytes: Uint8Array) => unknown }>();

beforeAll(async () => {
  const prepared = preparePades(await makePdf({ form: true }), person);
  hole = prepared.state.hole;
  pdf = Buffer.from(await completePades(prepared.state, await person.sign(prepared)));
  repaired = await resigned(pdf, person, (syntax) => syntax.replaceAll('startxref', 'startxxxx'));
  const asice = await prepareAsice(files, person);
  container = Buffer.from(await completeAsice(asice.state, await person.sign(asice), { level: 'LTA', ...services }));
  const source = memorySource(container);
  signatureXml = (await readContent(source, (await readZip(source)).entries.at(-1)!)).toString();
  const certificate = readCertificate(person.certificate);
  const { request } = writeOcspRequest(certificate, readCertificate(authority.issuer));
  evidence.set('certificate', { bytes: person.certificate, read: readCertificate });
  evidence.set('token', { bytes: await requestTimestamp(authority.timestamp, [pdf]), read: readToken });
  evidence.set('OCSP', { bytes: await authority.fetcher(certificate.ocspUrls[0]!, { body: request }), read: readOcsp });
  evidence.set('CMS', { bytes: await requestTimestamp(authority.timestamp, [pdf]), read: readSignedData });
  evidence.set('trusted list', { bytes: trustedList, read: (bytes) => readTrustedList(bytes) });
  evidence.set('CRL', { bytes: await authority.fetcher(certificate.crlUrls[0]!), read: readCrl });
});

/** A few octets changed, removed or doubled somewhere. */
const mutation = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('flip', 'set', 'cut', 'double'),
    octet: fc.integer({ min: 0, max: 255 }),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 4 },
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;
function mutate(bytes: Buffer, steps: Mutation): Buffer {
  let changed = Buffer.from(bytes);
  for (const { at, kind, octet, length } of steps) {
    const place = Math.min(changed.length - 1, Math.floor(at * changed.length));
    if (kind === 'flip') changed[place]! ^= 1 << (octet & 7);
    else if (kind === 'set') changed[place] = octet;
    else if (kind === 'cut') changed = Buffer.concat([changed.subarray(0, place), changed.subarray(place + length)]);
    else changed = Buffer.concat([changed.subarray(0, place + length), changed.subarray(place)]);
  }
  return changed;
}

describe('hostile bytes', () => {
  it.each(['sound', 'repaired'])(
    'never break the PDF validator, and pass only when no signed byte changed: %s cross-references',
    async (kind) => {
      const signed = kind === 'sound' ? pdf : repaired;
      expect((await validate(signed, options)).verdict).toBe('accept');
      await fc.assert(
        fc.asyncProperty(mutation, async (steps) => {
          const changed = mutate(signed, steps);
          const { verdict } = await validate(changed, options);
          if (verdict !== 'accept') return;
          expect(changed.subarray(0, hole[0]).equals(signed.subarray(0, hole[0]))).toBe(true);
          expect(changed.subarray(hole[1], signed.length).equals(signed.subarray(hole[1]))).toBe(true);
        }),
        { numRuns: 150 },
      );
    },
  );

  it('never break the container validator, and pass only with the signed content', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (steps) => {
        const changed = mutate(container, steps);
        const { verdict } = await validate(changed, options);
        if (verdict !== 'accept') return;
        const source = memorySource(changed);
        const entry = (await readZip(source)).entries.find(({ name }) => name === 'a.txt')!;
        expect((await readContent(source, entry)).equals(files[0]!.content)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('in the signature’s XML never break anything and never change what was signed', async () => {
    const source = memorySource(container);
    const { entries } = await readZip(source);
    const kept = await Promise.all(
      entries.slice(0, -1).map(async (entry) => ({
        name: entry.name,
        content: await readContent(source, entry),
        stored: entry.method === 0,
      })),
    );
    const original = (await validate(container, options)).signatures[0]!;
    await fc.assert(
      fc.asyncProperty(mutation, async (steps) => {
        const content = mutate(Buffer.from(signatureXml), steps);
        const report = await validate(writeZip([...kept, { name: 'META-INF/signatures0.xml', content }]), options);
        if (report.verdict !== 'accept') return;
        const { signingTime, signer, signedFiles } = report.signatures[0]!;
        expect({ signingTime, signer, signedFiles }).toEqual({
          signingTime: original.signingTime,
          signer: original.signer,
          signedFiles: original.signedFiles,
        });
      }),
      { numRuns: 120 },
    );
  });

  it('fail as plain errors in the readers of certificates, CMS, time stamps, OCSP, CRL and trusted lists', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('certificate', 'token', 'CMS', 'OCSP', 'CRL', 'trusted list'),
        mutation,
        (kind, steps) => {
          const { bytes, read } = evidence.get(kind)!;
          try {
            read(mutate(Buffer.from(bytes), steps));
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
            expect(error).not.toBeInstanceOf(TypeError);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('of any kind get a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', '%PDF-1.7\n', 'PK\u0003\u0004', '<', '0\u0082'),
        async (bytes, head) => {
          const { verdict } = await validate(Buffer.concat([Buffer.from(head, 'latin1'), bytes]), options);
          expect(verdict).not.toBe('accept');
        },
      ),
      { numRuns: 150 },
    );
    expect(() => readTrustedList(Buffer.from('<a/>'))).toThrow();
  });

  it('cut short anywhere are not accepted', async () => {
    for (const whole of [pdf, container]) {
      for (let i = 0; i < 40; i++) {
        const { verdict } = await validate(whole.subarray(0, Math.floor((whole.length * i) / 40)), options);
        expect(verdict).not.toBe('accept');
      }
    }
  });
});

describe('encodings', () => {
  it('read what they wrote', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 1n << 600n }), (n) => readInteger(readWhole(integer(n))) === n));
    const arcs = fc.tuple(fc.integer({ min: 0, max: 39 }), fc.array(fc.nat(), { maxLength: 8 }));
    fc.assert(
      fc.property(
        arcs,
        ([second, rest]) =>
          readOid(readWhole(oid(['1', second, ...rest].join('.')))) === ['1', second, ...rest].join('.'),
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000 }), (bytes) => isDer(readElement(sequence(octets(bytes))))),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 96, maxLength: 96 }), (raw) =>
        ecdsaToRaw(ecdsaToDer(raw), 48).equals(Buffer.from(raw)),
      ),
    );
  });

  it('of PDF values come back equal', () => {
    const { value } = fc.letrec<{ value: PdfValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.boolean(),
        fc.constant(null),
        fc.integer({ min: -1e9, max: 1e9 }),
        fc
          .string({ maxLength: 12, unit: fc.integer({ min: 1, max: 255 }).map((c) => String.fromCharCode(c)) })
          .map((text) => ({ kind: 'name' as const, name: text })),
        fc
          .uint8Array({ maxLength: 30 })
          .map((bytes) => ({ kind: 'string' as const, bytes, hex: true, start: 0, end: 0 })),
        fc.record({ kind: fc.constant('ref' as const), num: fc.nat(99_999), gen: fc.nat(99) }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc
          .array(
            fc.tuple(
              fc.string({ minLength: 1, maxLength: 5 }).filter((key) => /^[!-~]+$/.test(key)),
              tie('value'),
            ),
            { maxLength: 4 },
          )
          .map((entries) => new Map(entries)),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => {
        const bytes = Buffer.from(`${writeValue(one)} `, 'latin1');
        expect(sameValue(readValue({ bytes, at: 0, limit: bytes.length }), one)).toBe(true);
      }),
    );
  });
});

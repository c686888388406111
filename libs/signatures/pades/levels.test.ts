import { X509Certificate } from 'node:crypto';
import {
  addDocumentTimestamp,
  completePades,
  createDemoAuthority,
  extendPades,
  preparePades,
  validate,
  type Issued,
} from '../index.ts';
import { makePdf } from '../testing/documents.ts';
import { itWith, judge } from '../testing/judges.ts';

const authority = createDemoAuthority();
const services = { timestamp: authority.timestamp, fetcher: authority.fetcher };
const trust = authority.anchors;
const person = authority.issuePerson({
  givenName: 'Līga',
  surname: 'Bērziņa',
  personalCode: '010180-12345',
  key: 'P-256',
});
const other = authority.issuePerson({
  givenName: 'Jānis',
  surname: 'Ozoliņš',
  personalCode: '020280-12345',
  key: 'RSA-2048',
});

async function sign(pdf: Uint8Array, key: Issued, level: 'B' | 'T' | 'LT' | 'LTA'): Promise<Uint8Array> {
  const prepared = preparePades(pdf, { ...key, reason: 'Apstiprinu', name: 'Līga Bērziņa' });
  return completePades(prepared.state, await key.sign(prepared), { level, ...(level === 'B' ? {} : services) });
}

describe('levels of PAdES', () => {
  it.each([false, true])('reaches each level at once (cross-reference streams: %s)', async (useObjectStreams) => {
    const pdf = await makePdf({ useObjectStreams });
    for (const level of ['B', 'T', 'LT', 'LTA'] as const) {
      const signed = await sign(pdf, person, level);
      const report = await validate(signed, { trust, offline: true });
      expect([report.verdict, report.signatures[0]!.level, report.signatures[0]!.errors]).toEqual([
        'accept',
        level,
        [],
      ]);
      expect(Buffer.from(signed.subarray(0, pdf.length)).equals(pdf)).toBe(true);
    }
  });

  it('raises the level later and renews, byte for byte on top of what was there', async () => {
    let pdf = await sign(await makePdf(), person, 'B');
    for (const level of ['T', 'LT', 'LTA', 'LTA'] as const) {
      const extended = await extendPades(pdf, level, services);
      expect(Buffer.from(extended.subarray(0, pdf.length)).equals(pdf)).toBe(true);
      pdf = extended;
      const report = await validate(pdf, { trust, offline: true });
      expect([report.verdict, report.signatures[0]!.level, report.signatures[0]!.errors]).toEqual([
        'accept',
        level,
        [],
      ]);
    }
  });

  it('tells of a document that nobody signed, but a time stamp vouches for', async () => {
    const stamped = Buffer.from(await addDocumentTimestamp(await makePdf(), services));
    const codes = async (bytes: Uint8Array) => {
      const { verdict, container } = await validate(bytes, { trust, offline: true });
      return [verdict, container.errors.map(({ code }) => code), container.warnings.map(({ code }) => code)];
    };
    expect(await codes(stamped)).toEqual(['no-signature', [], ['only-timestamps']]);
    const changed = Buffer.from(stamped);
    changed[changed.indexOf('/MediaBox') + 1] = 0x6d;
    expect(await codes(changed)).toEqual(['reject', ['timestamp-broken'], ['only-timestamps']]);
  });

  it('counts for a signature only what was stored after it', async () => {
    const second = await sign(await sign(await makePdf(), person, 'LTA'), other, 'T');
    const levels = async (pdf: Uint8Array) => {
      const { verdict, signatures } = await validate(pdf, { trust, offline: true });
      return [verdict, ...signatures.map(({ level }) => level)];
    };
    expect(await levels(second)).toEqual(['accept', 'LTA', 'T']);
    const again = await sign(second, person, 'T');
    expect(await levels(again)).toEqual(['accept', 'LTA', 'T', 'T']);
    expect(await levels(await extendPades(again, 'LT', services))).toEqual(['accept', 'LTA', 'LT', 'LT']);
    expect(await levels(await extendPades(again, 'LTA', services))).toEqual(['accept', 'LTA', 'LTA', 'LTA']);
  });

  it('takes further signatures after LTA', async () => {
    const twice = await sign(await sign(await makePdf(), person, 'LTA'), other, 'LTA');
    const report = await validate(twice, { trust, offline: true });
    expect(report.verdict).toBe('accept');
    expect(report.signatures.map(({ level, signer }) => [level, signer?.surname])).toEqual([
      ['LTA', 'Bērziņa'],
      ['LTA', 'Ozoliņš'],
    ]);
  });

  it('proves a signature whose certificate was revoked or ran out only afterwards', async () => {
    let now = new Date('2026-01-10T10:00:00Z');
    const own = createDemoAuthority({ now: () => now, notBefore: new Date('2026-01-01T00:00:00Z') });
    const key = own.issuePerson({
      givenName: 'A',
      surname: 'B',
      personalCode: '010180-11111',
      notAfter: new Date('2026-06-01T00:00:00Z'),
    });
    const prepared = preparePades(await makePdf(), key);
    const value = await key.sign(prepared);
    const ownServices = { timestamp: own.timestamp, fetcher: own.fetcher };
    const stamped = await completePades(prepared.state, value, { level: 'LT', ...ownServices });
    const plain = await completePades(prepared.state, value);
    now = new Date('2026-02-01T00:00:00Z');
    own.revoke(key.certificate);
    const options = { trust: own.anchors, fetcher: own.fetcher, at: new Date('2026-03-01T00:00:00Z') };
    expect((await validate(stamped, options)).verdict).toBe('accept');
    expect((await validate(plain, options)).signatures[0]).toMatchObject({
      subIndication: 'REVOKED_NO_POE',
      verdict: 'indeterminate',
    });
    const later = { ...options, at: new Date('2026-07-01T00:00:00Z'), offline: true };
    expect((await validate(stamped, later)).verdict).toBe('accept');
    expect((await validate(plain, later)).signatures[0]).toMatchObject({ subIndication: 'OUT_OF_BOUNDS_NO_POE' });
    const late = preparePades(await makePdf(), key);
    now = new Date('2026-02-02T00:00:00Z');
    const afterwards = await completePades(late.state, await key.sign(late), { level: 'LT', ...ownServices });
    expect((await validate(afterwards, options)).signatures[0]).toMatchObject({
      subIndication: 'REVOKED',
      verdict: 'reject',
    });
  });

  it('certifies a document and holds others to it', async () => {
    const pdf = await makePdf({ form: true });
    const certified = preparePades(pdf, { ...person, certify: 2 });
    const signed = await completePades(certified.state, await person.sign(certified));
    expect((await validate(signed, { trust, offline: true })).verdict).toBe('accept');
    expect((await validate(await sign(signed, other, 'LT'), { trust, offline: true })).verdict).toBe('accept');
    const closed = preparePades(pdf, { ...person, certify: 1 });
    const final = await completePades(closed.state, await person.sign(closed));
    expect(() => preparePades(final, other)).toThrow(/forbids/);
    expect((await validate(await extendPades(final, 'LTA', services), { trust, offline: true })).verdict).toBe(
      'accept',
    );
  });

  itWith(['pdfsig'], 'is valid for pdfsig with three signatures on tables and on streams', async () => {
    for (const useObjectStreams of [false, true]) {
      let pdf = await makePdf({ useObjectStreams });
      for (const level of ['LTA', 'T', 'B'] as const) pdf = await sign(pdf, level === 'T' ? other : person, level);
      const { output } = judge({ 'a.pdf': pdf }, 'pdfsig', ['-nocert', 'a.pdf']);
      expect(output.match(/Signature is Valid/g)).toHaveLength(3);
      expect(output).not.toMatch(/Mismatch|Invalid/);
    }
  });

  itWith(['openssl'], 'holds a CMS and a time stamp that openssl verifies', async () => {
    const pdf = await makePdf();
    const prepared = preparePades(pdf, person);
    const signed = Buffer.from(await completePades(prepared.state, await person.sign(prepared)));
    const [start, end] = prepared.state.hole;
    const cms = Buffer.from(signed.toString('latin1', start + 1, end - 1), 'hex');
    const content = Buffer.concat([signed.subarray(0, start), signed.subarray(end)]);
    const root = new X509Certificate(authority.anchors[0]!).toString();
    const args = [
      'cms',
      '-verify',
      '-inform',
      'DER',
      '-in',
      'a.cms',
      '-content',
      'a.bin',
      '-binary',
      '-CAfile',
      'root.pem',
      '-purpose',
      'any',
      '-cades',
      '-out',
      '/dev/null',
    ];
    const verified = judge({ 'a.cms': cms, 'a.bin': content, 'root.pem': root }, 'openssl', args);
    expect(verified.output).toMatch(/successful/);
    const { requestTimestamp } = await import('../index.ts');
    const token = await requestTimestamp(authority.timestamp, [content]);
    const stamped = judge({ 'a.tst': token, 'a.bin': content, 'root.pem': root }, 'openssl', [
      'ts',
      '-verify',
      '-in',
      'a.tst',
      '-token_in',
      '-data',
      'a.bin',
      '-CAfile',
      'root.pem',
    ]);
    expect(stamped.output).toMatch(/Verification: OK/);
  });
});
